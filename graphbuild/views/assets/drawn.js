/** What is drawn of what passes: the actors of whom most is stated, and the strongest lines between them. */

import { TOGETHER } from "./filters.js";

/**
 * @typedef {import("./data.js").Data} Data
 * @typedef {import("./filters.js").Passing} Passing
 * @typedef {{ actors: number[], lines: number[] }} Drawn
 */

const MOST_LINES = 700;
const ABOVE = 2 ** 24; // more than the sentences of any actor

/**
 * The lines that pass, strongest first: what is stated before what is only mentioned together, by sentences that
 * pass, then as the page has them.
 * @param {Data} data
 * @param {Passing} passed
 */
export function ranked({ lines, kinds }, { lineOk, weight, lines: size }) {
  const together = kinds.indexOf(TOGETHER);
  const strength = Uint32Array.from(weight);
  let ahead = 0;
  for (let line = 0; line < lines.size; line++) if (lineOk[line] && lines.kind[line] === together && weight[line] >= ahead) ahead = weight[line] + 1;
  let most = 0;
  for (let line = 0; line < lines.size; line++) {
    if (!lineOk[line]) continue;
    if (lines.kind[line] !== together) strength[line] += ahead;
    if (strength[line] > most) most = strength[line];
  }
  // Sorted by counting: how many are stronger is where the lines of a strength begin.
  const next = new Uint32Array(most + 2);
  for (let line = 0; line < lines.size; line++) if (lineOk[line]) next[most - strength[line] + 1]++;
  for (let at = 0; at <= most; at++) next[at + 1] += next[at];
  const order = new Uint32Array(size);
  for (let line = 0; line < lines.size; line++) if (lineOk[line]) order[next[most - strength[line]]++] = line;
  return order;
}

/**
 * What is drawn: the `limit` most linked actors that pass, by what is stated, those last that have no name and do
 * not recur, the actors asked for, and of the lines between them the strongest, at least one an actor.
 * @param {Data} data
 * @param {Passing} passed
 * @param {{ limit: number, added: number[], hidden: number[], pinned?: number[], ego?: { actor: number, depth: number } | null }} view
 * @returns {Drawn}
 */
export function drawn(data, passed, { limit, added, hidden, pinned = [], ego = null }) {
  const { lines: { source, target, kind }, actors, kinds } = data;
  const order = ranked(data, passed);
  const together = kinds.indexOf(TOGETHER);
  const worth = new Float64Array(actors.size);
  for (let at = 0; at < order.length; at++) {
    const line = order[at];
    const weight = passed.weight[line] * (kind[line] === together ? 1 : ABOVE);
    worth[source[line]] += weight;
    worth[target[line]] += weight;
  }
  for (let actor = 0; actor < actors.size; actor++) if (worth[actor] && !actors.minor[actor]) worth[actor] += ABOVE ** 2;
  if (ego) worth[ego.actor] = Infinity;
  const able = Uint8Array.from(passed.actorOk);
  for (const actor of hidden) able[actor] = 0;
  if (ego) {
    const near = around(data, passed, ego.actor, ego.depth);
    for (let actor = 0; actor < actors.size; actor++) if (able[actor] && !near.has(actor)) able[actor] = 0;
  }
  const chosen = mostWorth(able, worth, limit);
  const asked = new Uint8Array(actors.size);
  if (!ego) for (const actor of added) asked[actor] = 1;
  for (const actor of pinned) asked[actor] = 1;
  for (const actor of hidden) asked[actor] = 0;
  if (ego) chosen[ego.actor] = 1;
  for (let actor = 0; actor < actors.size; actor++) if (asked[actor]) chosen[actor] = 1;
  const linked = new Uint8Array(actors.size);
  const among = [];
  for (let at = 0; at < order.length; at++) {
    const line = order[at];
    const [one, other] = [source[line], target[line]];
    if (!chosen[one] || !chosen[other]) continue;
    if (among.length < MOST_LINES || !linked[one] || !linked[other] || asked[one] || asked[other]) {
      among.push(line);
      linked[one] = linked[other] = 1;
    }
  }
  const some = [];
  for (let actor = 0; actor < actors.size; actor++) if (chosen[actor]) some.push(actor);
  return { actors: some, lines: among.sort((a, b) => a - b) };
}

/**
 * Marks the `limit` able actors that are worth most, the first ones of those worth the same.
 * @param {Uint8Array} able
 * @param {Float64Array} worth
 * @param {number} limit
 */
function mostWorth(able, worth, limit) {
  const sorted = worth.filter((_, actor) => able[actor]).sort();
  if (sorted.length <= limit) return able;
  const least = sorted[sorted.length - limit];
  const chosen = able.map((yes, actor) => Number(yes && worth[actor] > least));
  let room = limit - chosen.reduce((sum, yes) => sum + yes, 0);
  for (let actor = 0; room > 0; actor++) {
    if (!able[actor] || worth[actor] !== least) continue;
    chosen[actor] = 1;
    room--;
  }
  return chosen;
}

/**
 * The actors within so many links of one, along lines that pass.
 * @param {Data} data
 * @param {Passing} passed
 * @param {number} actor
 * @param {number} depth
 * @returns {Set<number>}
 */
export function around({ lines, linesOf }, passed, actor, depth) {
  const found = new Set([actor]);
  let edge = [actor];
  for (let step = 0; step < depth; step++) {
    const next = new Set();
    for (const one of edge) {
      for (const line of linesOf(one)) {
        if (!passed.lineOk[line]) continue;
        for (const other of [lines.source[line], lines.target[line]]) if (!found.has(other)) next.add(other);
      }
    }
    edge = [...next];
    for (const one of edge) found.add(one);
  }
  return found;
}
