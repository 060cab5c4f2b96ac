/** What is drawn of what passes: the actors of whom most is stated, and the strongest lines between them. */

import { pathsBetween } from "./paths.js";

/**
 * @typedef {import("./payload.js").Data} Data
 * @typedef {import("./passing.js").Passing} Passing
 * @typedef {{ actors: number[], lines: number[], among: number, of: { actors: number, lines: number } }} Drawn  `among` counts all lines
 *   that pass between these actors, drawn or not, `of` all that pass and could be drawn.
 */

const ABOVE = 2 ** 24; // more than the sentences of any actor

/**
 * The lines that pass, strongest first: what is stated before what is only mentioned together, by sentences that
 * pass, then as the page has them.
 * @param {Data} data
 * @param {Passing} passed
 */
export function ranked({ lines, together }, { lineOk, weight, lines: size }) {
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
 * How many lines are drawn between so many actors: more of them hide each other.
 * @param {Data["drawn"]} rule
 * @param {number} actors
 * @param {number} dense how many times the usual number
 */
export function mostLines({ anActor, least, most }, actors, dense) {
  return dense * Math.min(Math.max(anActor * actors, least), most);
}

/**
 * What is drawn: the `limit` most linked actors that pass, by what is stated, those last that have no name and do
 * not recur, each with a line to another of them; the actors asked for; and of the lines between them the strongest:
 * at least one an actor, and all of an actor that was asked for. Who was asked for and does not pass (any more) is
 * drawn only while it is pinned or selected.
 * @param {Data} data
 * @param {Passing} passed
 * @param {{ limit: number, dense?: number, added: number[], hidden: number[], pinned?: number[], ego?: { actor: number, depth: number } | null,
 *   selected?: import("../state/store.js").Selection | null }} view
 * @returns {Drawn}
 */
export function drawn(data, passed, { limit, dense = 1, added, hidden, pinned = [], ego = null, selected = null }) {
  const { lines: { source, target, kind }, actors, together } = data;
  const order = ranked(data, passed);
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
  const chosen = company(data, passed, able, worth, limit);
  const asked = new Uint8Array(actors.size);
  const open = selected && "actor" in selected ? selected.actor : -1;
  if (!ego) for (const actor of added) if (able[actor] || actor === open) asked[actor] = 1;
  for (const actor of pinned) asked[actor] = 1;
  for (const actor of hidden) asked[actor] = 0;
  if (ego) chosen[ego.actor] = asked[ego.actor] = 1;
  for (let actor = 0; actor < actors.size; actor++) if (asked[actor]) chosen[actor] = 1;
  for (let actor = 0; actor < actors.size; actor++) {
    if (!asked[actor] || !able[actor]) continue;
    const { linked, partner } = partnerOf(data, passed, able, chosen, actor);
    if (!linked && partner >= 0) chosen[partner] = 1;
  }
  const some = [];
  for (let actor = 0; actor < actors.size; actor++) if (chosen[actor]) some.push(actor);
  const most = mostLines(data.drawn, some.length, dense);
  const among = [];
  for (let at = 0; at < order.length; at++) if (chosen[source[order[at]]] && chosen[target[order[at]]]) among.push(order[at]);
  return { actors: some, lines: strongest(data, passed, among, most, asked).sort((a, b) => a - b), among: among.length, of: drawable(data, passed, able, chosen) };
}

/**
 * What could be drawn: lines between able actors and the actors that have one; all of these where no line passes; and
 * who is drawn anyway.
 * @param {Data} data
 * @param {Passing} passed
 * @param {Uint8Array} able
 * @param {Uint8Array} drawnToo
 */
function drawable({ lines: { size, source, target } }, { lineOk }, able, drawnToo) {
  const some = Uint8Array.from(drawnToo);
  let lines = 0;
  for (let line = 0; line < size; line++) {
    const [from, to] = [source[line], target[line]];
    if (!lineOk[line] || !(able[from] || drawnToo[from]) || !(able[to] || drawnToo[to])) continue;
    some[from] = some[to] = 1;
    lines++;
  }
  return { actors: (lines ? some : able.map((one, actor) => one | drawnToo[actor])).reduce((sum, one) => sum + one, 0), lines };
}

/**
 * The `most` strongest lines, one of every actor and all of those asked for. Of those of one weight, of which only
 * some are drawn, in turn one more of whoever has least. As opening.py draws
 * what the page opens on; tests/views/test_agreement.py holds the two together.
 * @param {Data} data
 * @param {Passing} passed
 * @param {number[]} among lines, strongest first
 * @param {number} most
 * @param {Uint8Array} asked
 */
function strongest({ lines: { source, target, kind }, actors, together }, { weight }, among, most, asked) {
  if (among.length <= most) return among;
  const like = (/** @type {number} */ line, /** @type {number} */ other) => weight[line] === weight[other] && (kind[line] === together) === (kind[other] === together);
  const first = among.findIndex((line) => like(line, among[most]));
  let next = first;
  while (next < among.length && like(among[next], among[most])) next++;
  const has = new Uint32Array(actors.size);
  /** @type {number[]} */
  const best = [];
  const take = (/** @type {number} */ line) => {
    has[source[line]]++;
    has[target[line]]++;
    best.push(line);
  };
  among.slice(0, first).forEach(take);
  let left = among.slice(first, next);
  for (let turn = 1; best.length < most; turn++) {
    const rest = [];
    for (const line of left) {
      if (best.length < most && (has[source[line]] < turn || has[target[line]] < turn)) take(line);
      else rest.push(line);
    }
    left = rest;
  }
  const taken = new Set(best);
  for (const line of among) {
    const [one, other] = [source[line], target[line]];
    if (!taken.has(line) && (!has[one] || !has[other] || asked[one] || asked[other])) take(line);
  }
  return best;
}

/**
 * What is drawn and, of what is selected, every line that passes between actors that are drawn.
 * @param {Data} data
 * @param {Passing} passed
 * @param {Drawn} shown
 * @param {import("../state/store.js").Selection | null} selected
 * @returns {Drawn} the same where no line is missing
 */
export function withSelected(data, passed, shown, selected) {
  if (!selected || shown.lines.length === shown.among) return shown;
  const { source, target } = data.lines;
  const [there, some] = [new Set(shown.lines), new Set(shown.actors)];
  const more = linesOf(data, passed, selected).filter((line) => passed.lineOk[line] && !there.has(line) && some.has(source[line]) && some.has(target[line]));
  return more.length ? { ...shown, lines: [...shown.lines, ...new Set(more)].sort((a, b) => a - b) } : shown;
}

/**
 * @param {Data} data
 * @param {Passing} passed
 * @param {import("../state/store.js").Selection} selected
 * @returns {number[]}
 */
function linesOf(data, passed, selected) {
  if ("actor" in selected) return [...data.linesOf(selected.actor)];
  if ("pair" in selected) return [...data.linesOfPair(selected.pair)];
  if ("groups" in selected) return [];
  const { fewest, strong } = pathsBetween(data, passed, selected.from, selected.to);
  return [fewest, strong].flatMap((path) => path?.lines ?? []);
}

/**
 * Marks the first `limit` able actors, by worth, that have a line among them. Who has none to those before it brings
 * its strongest partner along, so that nobody stands alone while lines pass; where none does, the first ones do.
 * @param {Data} data
 * @param {Passing} passed
 * @param {Uint8Array} able
 * @param {Float64Array} worth
 * @param {number} limit
 * @returns {Uint8Array}
 */
function company(data, passed, able, worth, limit) {
  const all = able.reduce((sum, one) => sum + one, 0);
  for (let most = 2 * limit + 50; ; most *= 4) {
    const first = mostWorth(able, worth, most);
    /** @type {number[]} */
    const order = [];
    first.forEach((one, actor) => { if (one) order.push(actor); });
    order.sort((a, b) => worth[b] - worth[a] || a - b);
    const chosen = new Uint8Array(able.length);
    let size = 0;
    for (const actor of order) {
      if (size >= limit) break;
      if (chosen[actor]) continue;
      const { linked, partner } = partnerOf(data, passed, able, chosen, actor);
      if (!linked && (partner < 0 || size + 2 > limit)) continue;
      chosen[actor] = 1;
      if (!linked) chosen[partner] = 1;
      size += linked ? 1 : 2;
    }
    if (size < limit && most < all) continue;
    return size ? chosen : mostWorth(able, worth, limit);
  }
}

/**
 * Whether an actor has a line that passes to one that is chosen; and at whose other end its strongest is.
 * @param {Data} data
 * @param {Passing} passed
 * @param {Uint8Array} able
 * @param {Uint8Array} chosen
 * @param {number} actor
 */
function partnerOf({ lines: { source, target, kind }, linesOf, together }, { lineOk, weight }, able, chosen, actor) {
  let [partner, most] = [-1, -1];
  for (const line of linesOf(actor)) {
    if (!lineOk[line]) continue;
    const other = source[line] === actor ? target[line] : source[line];
    if (other === actor || !able[other]) continue;
    if (chosen[other]) return { linked: true, partner };
    const strength = weight[line] + (kind[line] === together ? 0 : ABOVE);
    if (strength > most) [partner, most] = [other, strength];
  }
  return { linked: false, partner };
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
