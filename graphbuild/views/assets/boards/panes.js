/** The two drawings of a comparison: the same actors at the same places, each with what its side has. */

import { extentOf, viewOfPoints } from "../canvas/framing.js";
import { relayout } from "../canvas/relayout.js";
import { el } from "../lib/dom.js";
import { TEXTS } from "../lib/texts.js";
import { sketched } from "./sketch.js";

/**
 * @typedef {import("../panels/components.js").Context} Context
 * @typedef {import("../canvas/placement.js").Point} Point
 * @typedef {{ line: number, source: number, target: number, weight: number, both: boolean }} Stroke
 */

const MOST = { actors: 30, lines: 90 };
const NARROW = 640; // pixels: one drawing beneath the other
const ROOM = { low: 220, high: 520 };

/**
 * @param {HTMLElement} box
 * @param {Context} context
 * @param {Map<number, Point>} places changed: kept, so that actors stay where they were
 * @param {[string, string]} names
 * @param {{ sides: [import("../data/comparison.js").Side, import("../data/comparison.js").Side], found: import("../data/comparison.js").Comparison }
 *   | { two: [number, number], shared: import("../data/comparison.js").Shared[] }} what
 */
export function panes(box, context, places, names, what) {
  const { data, actions } = context;
  const { strokes, all, told } = "two" in what ? actorStrokes(context, what.two, what.shared) : sideStrokes(context, what.sides, what.found);
  const worth = new Map();
  for (const own of strokes) for (const { source, target, weight } of own) for (const end of [source, target]) worth.set(end, (worth.get(end) ?? 0) + weight);
  const actors = [...worth.keys()].sort((a, b) => worth.get(b) - worth.get(a) || a - b);
  const whole = box.clientWidth;
  const wide = Math.max(whole < NARROW ? whole : (whole - 12) / 2, 240);
  const high = Math.round(Math.min(Math.max(0.72 * wide, ROOM.low), ROOM.high));
  const [room, free] = [{ wide, high }, { left: 44, right: wide - 44, top: 18, bottom: high - 20 }];
  const top = Math.max(...worth.values(), 1);
  const radius = (/** @type {number} */ actor) => Math.max(4, 13 * Math.sqrt(worth.get(actor) / top));
  if (actors.length > 1) {
    const sums = strokes.flat().map(({ source, target, weight }) => /** @type {[number, number, number]} */ ([source, target, weight]));
    const label = (/** @type {number} */ actor) => ({ x: Math.max(2 * radius(actor), 3 * Math.min(data.actors.name[actor].length, data.drawn.letters)) + 12, y: 2 * radius(actor) + 20 });
    for (const [actor, point] of relayout(actors, sums, places, label, extentOf(free), new Set())) places.set(actor, point);
  } else for (const actor of actors) places.set(actor, { x: 0, y: 0 });
  const view = viewOfPoints(actors.map((actor) => /** @type {Point} */ (places.get(actor))), room, free);
  const middle = view.position ?? { x: 0, y: 0 };
  const pixels = new Map(actors.map((actor) => {
    const { x, y } = /** @type {Point} */ (places.get(actor));
    return [actor, { x: wide / 2 + (x - middle.x) * view.scale, y: high / 2 + (y - middle.y) * view.scale }];
  }));
  box.replaceChildren(...strokes.map((own, side) => {
    const here = new Set(own.flatMap(({ source, target }) => [source, target]));
    const drawing = sketched(data, {
      places: pixels, wide, high, label: TEXTS.compare.drawing(names[side], here.size, own.length), actor: (actor) => actions.actor(actor), line: (line) => actions.pair(data.lines.pair[line], line),
      figures: actors.map((actor) => ({ actor, radius: radius(actor), here: here.has(actor), name: data.actors.name[actor] })),
      strokes: own.map((stroke) => ({ ...stroke, width: Math.min(1 + 0.6 * Math.log2(stroke.weight), 5), full: !stroke.both, title: TEXTS.compare.line(data.actors.name[stroke.source], data.actors.name[stroke.target], stroke.weight) })),
    });
    return el("figure", { class: "pane" }, el("figcaption", null, el("bdi", { class: "pane-name" }, names[side]), " ", el("span", { class: "soft" }, told[side])), drawing);
  }), el("p", { class: "soft board-note pane-note" }, TEXTS.compare.paneNote, actors.length < all && ` ${TEXTS.compare.paneSome(actors.length, all)}`));
}

/**
 * The lines of both sides: of the pairs that differ most or are told of most.
 * @param {Context} context
 * @param {[import("../data/comparison.js").Side, import("../data/comparison.js").Side]} sides
 * @param {import("../data/comparison.js").Comparison} found
 */
function sideStrokes({ data, hidden }, sides, { links, of }) {
  const { lines, together, stated } = data;
  const away = new Set(hidden);
  const able = links.filter(({ at }) => {
    const [line] = data.linesOfPair(at);
    return lines.source[line] !== lines.target[line] && !away.has(lines.source[line]) && !away.has(lines.target[line]);
  });
  const size = (/** @type {import("../data/comparison.js").Told} */ { stories: [a, b] }) => a + b;
  const sure = able.filter(({ q, turnQ }) => Math.min(q, turnQ) < 0.05);
  const rest = able.filter((one) => !sure.includes(one)).sort((a, b) => size(b) - size(a) || a.at - b.at);
  const everyone = new Set(able.flatMap(({ at }) => [lines.source[data.linesOfPair(at)[0]], lines.target[data.linesOfPair(at)[0]]]));
  const chosen = new Set();
  /** @type {number[]} */
  const pairs = [];
  for (const { at } of [...sure, ...rest]) {
    const [line] = data.linesOfPair(at);
    const ends = [lines.source[line], lines.target[line]];
    if (ends.filter((end) => !chosen.has(end)).length + chosen.size > MOST.actors || pairs.length >= MOST.lines) continue;
    for (const end of ends) chosen.add(end);
    pairs.push(at);
  }
  const counting = (/** @type {number} */ line) => !(stated && lines.kind[line] === together);
  const strokes = sides.map((side, at) => pairs.flatMap((pair) => [...data.linesOfPair(pair)]).filter((line) => counting(line) && side.lineOk[line] && side.weight[line] > 0).map((line) => ({
    line, source: lines.source[line], target: lines.target[line], weight: side.weight[line], both: sides[1 - at].lineOk[line] === 1 && sides[1 - at].weight[line] > 0,
  })));
  return { strokes, all: everyone.size, told: of.map(TEXTS.compare.ofStories) };
}

/**
 * The lines of two actors; both stand at a place of their own.
 * @param {Context} context
 * @param {[number, number]} two
 * @param {import("../data/comparison.js").Shared[]} shared
 */
function actorStrokes({ data, passed, hidden }, two, shared) {
  const { lines } = data;
  const able = shared.filter(({ at }) => !hidden.includes(at));
  const some = able.slice(0, MOST.actors - 2);
  const strokes = two.map((_, side) => some.flatMap(({ lines: own, sentences }) => own[side].map((line) => ({
    line, source: lines.source[line], target: lines.target[line], weight: passed.weight[line], both: sentences[1 - side] > 0,
  }))));
  return { strokes, all: able.length + 2, told: two.map((_, side) => TEXTS.compare.ofActors(able.filter(({ sentences }) => sentences[side] > 0).length)) };
}
