/** Places anew for what is drawn after a filter that changes much; who stays, stays about where it was. */

import { ROOM, apart, spiral, springs, upright } from "./springs.js";

/**
 * @typedef {import("./placement.js").Point} Point
 * @typedef {import("../data/drawn.js").Drawn} Drawn
 */

const MOST = 320; // actors that springs place in time
const SAME = { actors: 0.7, lines: 0.5 };
const FEW = 0.3; // of the actors stay: then the old places mean nothing
const [WARM, COLD] = [0.4, 0.15];
const LOOSE = 0.03; // what is left of a tie between two groups

/**
 * Whether so much is drawn that was not, or is not any more, that old places say little.
 * @param {Drawn} before
 * @param {Drawn} now
 */
export function changesMuch(before, now) {
  const alike = (/** @type {number[]} */ one, /** @type {number[]} */ other) => {
    const some = new Set(one);
    const both = other.filter((at) => some.has(at)).length;
    return one.length + other.length === 0 ? 1 : both / (one.length + other.length - both);
  };
  return now.actors.length > 1 && now.actors.length <= MOST && (alike(before.actors, now.actors) < SAME.actors || alike(before.lines, now.lines) < SAME.lines);
}

/**
 * Places for actors: springs that begin where actors stand, those that come beside whom they are linked to.
 * @param {number[]} actors the most linked first
 * @param {[number, number, number][]} ties actors, and how strong
 * @param {Map<number, Point>} places of those that stay, and of others
 * @param {(actor: number) => Point} box width and height that an actor takes with its name
 * @param {Point} canvas its width and height
 * @param {Set<number>} held who does not move
 * @param {number[][]} [groups] actors that shall stand together
 * @returns {Map<number, Point>}
 */
export function relayout(actors, ties, places, box, canvas, held, groups = []) {
  const at = new Map(actors.map((actor, n) => [actor, n]));
  const group = new Map(groups.flatMap((some, n) => some.map((actor) => [actor, n])));
  const parted = (/** @type {number} */ one, /** @type {number} */ other) => groups.length > 0 && group.get(one) !== group.get(other);
  const most = ties.reduce((top, [, , weight]) => Math.max(top, weight), 1);
  const inner = groups.flatMap(([first, ...rest]) => rest.map((actor) => [first, actor, most]));
  const links = /** @type {[number, number, number][]} */ ([...ties.map(([one, other, weight]) => [one, other, parted(one, other) ? weight * LOOSE : weight]), ...inner].map(([one, other, weight]) => [Number(at.get(one)), Number(at.get(other)), weight]));
  const staying = actors.filter((actor) => places.has(actor));
  const fresh = groups.length > 0 || staying.length < FEW * actors.length;
  const boxes = actors.map(box);
  const shape = canvas.x / canvas.y;
  if (fresh) return rounded(actors, apart(upright(springs(spiral(actors.length), links, WARM), shape), boxes, shape), places, held);
  // In units of the springs, in which neighbours are about one apart.
  const area = boxes.reduce((sum, { x, y }) => sum + x * y, 0) * ROOM;
  const unit = Math.sqrt(area / actors.length);
  const middle = mean(staying.map((actor) => /** @type {Point} */ (places.get(actor))));
  /** @type {(Point | null)[]} */
  const start = actors.map((actor) => {
    const point = places.get(actor);
    return point ? { x: (point.x - middle.x) / unit, y: (point.y - middle.y) / unit } : null;
  });
  start.forEach((point, n) => {
    if (point) return;
    const near = links.flatMap(([one, other]) => (one === n ? [start[other]] : other === n ? [start[one]] : [])).filter((one) => one !== null);
    const { x, y } = near.length ? mean(near) : { x: 0, y: 0 };
    start[n] = { x: x + 0.7 * Math.cos(n * 2.4), y: y + 0.7 * Math.sin(n * 2.4) };
  });
  const spots = springs(/** @type {Point[]} */ (start), links, staying.length === actors.length ? COLD : WARM);
  return rounded(actors, apart(spots, boxes, shape), places, held);
}

/**
 * @param {number[]} actors
 * @param {Point[]} spots
 * @param {Map<number, Point>} places
 * @param {Set<number>} held
 */
function rounded(actors, spots, places, held) {
  return new Map(actors.map((actor, n) => [actor, (held.has(actor) && places.get(actor)) || { x: Math.round(spots[n].x), y: Math.round(spots[n].y) }]));
}

/** @param {Point[]} points */
function mean(points) {
  const sum = points.reduce((all, { x, y }) => ({ x: all.x + x, y: all.y + y }), { x: 0, y: 0 });
  return { x: sum.x / (points.length || 1), y: sum.y / (points.length || 1) };
}
