/** Where groups stand: those that are linked by springs, those without a link in rows beneath, in the canvas' shape. */

import { ROOM, apart, span, spiral, springs, upright } from "./springs.js";

/**
 * @typedef {import("../data/grouping.js").Folded} Folded
 * @typedef {import("./placement.js").Point} Point
 */

export const NAME = 48; // letters of a group's name that are drawn
const SCALES = [1.2, 1, 0.85, 0.7, 0.6, 0.5]; // names stay as large when the view is made smaller, circles do not

/**
 * @param {Folded} folded
 * @param {import("../data/drawn.js").Drawn} drawn
 * @param {Point} canvas its width and height
 * @returns {Map<number, Point>}
 */
export function groupPlaces({ actors, lines }, drawn, canvas) {
  const linked = new Set(drawn.lines.flatMap((line) => [lines.source[line], lines.target[line]]));
  const [some, alone] = [drawn.actors.filter((group) => linked.has(group)), drawn.actors.filter((group) => !linked.has(group))];
  const boxes = (/** @type {number[]} */ groups, /** @type {number} */ scale) => groups.map((group) =>
    ({ x: Math.max(2 * actors.radius[group] * scale, Math.min(actors.name[group].length, NAME) * 7.5) + 20, y: 2 * actors.radius[group] * scale + 36 }));
  const area = (/** @type {Point[]} */ some) => some.reduce((sum, { x, y }) => sum + x * y, 0);
  const wanted = (/** @type {number} */ one) => area(boxes(some, one)) * ROOM + area(boxes(alone, one));
  const scale = SCALES.find((one) => wanted(one) <= canvas.x * canvas.y) ?? 0.5;
  // The rows take their share of the height, the rest is for the springs.
  const rest = Math.max((area(boxes(some, scale)) * ROOM) / wanted(scale) || 0, 0.1);
  const shape = canvas.x / canvas.y / rest;
  const own = boxes(some, scale);
  const spots = apart(upright(springs(spiral(some.length), tiesOf(lines, some, drawn.lines), 0.4), shape), own, shape);
  const wide = Math.max(Math.sqrt((wanted(scale) * canvas.x) / canvas.y), span(spots, "x"));
  const floor = Math.max(0, ...spots.map(({ y }, n) => y + own[n].y / 2));
  const places = [...spots, ...rows(boxes(alone, scale), wide, floor)];
  return new Map([...some, ...alone].map((group, n) => [group, { x: Math.round(places[n].x / scale), y: Math.round(places[n].y / scale) }]));
}

/**
 * @param {Folded["lines"]} lines
 * @param {number[]} groups
 * @param {number[]} drawn lines
 * @returns {[number, number, number][]}
 */
function tiesOf(lines, groups, drawn) {
  const place = new Map(groups.map((group, n) => [group, n]));
  return drawn.map((line) => [Number(place.get(lines.source[line])), Number(place.get(lines.target[line])), lines.weight[line]]);
}

/**
 * Boxes side by side, row under row.
 * @param {Point[]} boxes
 * @param {number} wide
 * @param {number} floor where the first row begins
 * @returns {Point[]}
 */
function rows(boxes, wide, floor) {
  /** @type {Point[]} */
  const made = [];
  let top = floor;
  for (let first = 0; first < boxes.length; ) {
    let next = first;
    let sum = 0;
    while (next < boxes.length && (next === first || sum + boxes[next].x <= wide)) sum += boxes[next++].x;
    const row = boxes.slice(first, next);
    const high = Math.max(...row.map(({ y }) => y));
    let left = -sum / 2;
    for (const { x } of row) {
      made.push({ x: left + x / 2, y: top + high / 2 });
      left += x;
    }
    top += high;
    first = next;
  }
  return made;
}
