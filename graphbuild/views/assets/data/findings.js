/** What the data says first: a few findings in numbers, which the page puts into words. */

import { sentencesBehind } from "./lines.js";

/**
 * @typedef {import("./payload.js").Data} Data
 * @typedef {import("./passing.js").Passing} Passing
 * @typedef {{ kind: "act", line: number, sentences: number, documents: number }
 *   | { kind: "contested", pair: number, conflict: number, cooperation: number }
 *   | { kind: "turn", pair: number, day: number, from: number, before: number, after: number }
 *   | { kind: "target" | "partner", actor: number, others: number, sentences: number }} Finding
 *   `act`: what most documents say that one does to another. `contested`: two between whom most sentences tell of
 *   both, conflict and cooperation. `turn`: two whose relations changed their tone, the clearest such change; `from` is
 *   the sign before `day`, `before` and `after` count the relations. `target`: at whom the conflict of most others
 *   is; `partner`: who cooperates with most others, either way.
 */

const LEAST = { contested: 3, turn: 4, others: 3, clear: 0.1, apart: 4, spread: 0.16 };

/** @type {WeakMap<Passing, Finding[]>} */
const known = new WeakMap();

/**
 * Findings among what passes, the act first; none that takes more than there is, and none of whom another tells.
 * @param {Data} data
 * @param {Passing} passed
 * @returns {Finding[]}
 */
export function findings(data, passed) {
  const made = known.get(passed) ?? looked(data, passed);
  known.set(passed, made);
  return made;
}

/**
 * @param {Data} data
 * @param {Passing} passed
 */
function looked(data, passed) {
  const all = acts(data, passed);
  const first = act(data, passed, all);
  const change = turn(data, passed, all, first?.kind === "act" ? [data.lines.pair[first.line]] : []);
  const told = [first?.kind === "act" ? data.lines.pair[first.line] : -1, change?.kind === "turn" ? change.pair : -1];
  const target = crowd(data, passed, all, "target", -1);
  const partner = crowd(data, passed, all, "partner", target?.kind === "target" ? target.actor : -1);
  return [first, contested(data, passed, all, told), change, target, partner].filter((one) => one !== null);
}

/**
 * The lines of what one does to another that pass and are not only denied.
 * @param {Data} data
 * @param {Passing} passed
 */
function acts({ lines, kinds }, { weight }) {
  const verb = kinds.indexOf("verb");
  const made = [];
  for (let line = 0; line < lines.size; line++) if (weight[line] && lines.kind[line] === verb && lines.source[line] !== lines.target[line]) made.push(line);
  return made;
}

/**
 * @param {Data} data
 * @param {Passing} passed
 * @param {number[]} all acts
 * @returns {Finding | null}
 */
function act(data, passed, all) {
  const { weight } = passed;
  const top = all.reduce((most, line) => Math.max(most, weight[line]), 0);
  // Only what has half as many sentences as the strongest is read for its documents.
  const able = all.filter((line) => 2 * weight[line] >= top).slice(0, 50).map((line) => ({ line, ...sentencesBehind(data, passed, [line]) }));
  const best = able.sort((a, b) => b.documents - a.documents || b.sentences - a.sentences || a.line - b.line)[0];
  return best ? { kind: "act", ...best } : null;
}

/**
 * @param {Data} data
 * @param {Passing} passed
 * @param {number[]} all acts
 * @param {number[]} told pairs of whom another finding tells
 * @returns {Finding | null}
 */
function contested(data, passed, all, told) {
  const { lines } = data;
  const [against, along] = [new Uint32Array(lines.size), new Uint32Array(lines.size)];
  for (const line of all) if (lines.sign[line]) (lines.sign[line] < 0 ? against : along)[lines.pair[line]] += passed.weight[line];
  const both = (/** @type {number} */ pair) => Math.min(against[pair], along[pair]);
  let pair = -1;
  for (let one = 0; one < lines.size; one++) {
    if (both(one) < LEAST.contested || told.includes(one)) continue;
    if (pair < 0 || (both(one) - both(pair) || against[one] + along[one] - against[pair] - along[pair]) > 0) pair = one;
  }
  if (pair < 0) return null;
  const own = all.filter((line) => lines.pair[line] === pair);
  const [conflict, cooperation] = [-1, 1].map((sign) => sentencesBehind(data, passed, own.filter((line) => lines.sign[line] === sign)).sentences);
  return { kind: "contested", pair, conflict, cooperation };
}

/**
 * The pair and the day that part conflict from cooperation best, by the t statistic of Welch (doi:10.1093/biomet/34.1-2.28)
 * between the polarities before and after, among changes of sign.
 * @param {Data} data
 * @param {Passing} passed
 * @param {number[]} all acts
 * @param {number[]} others pairs of whom another finding tells
 * @returns {Finding | null}
 */
function turn(data, passed, all, others) {
  const { lines, rows, noDay, denied } = data;
  const size = new Uint32Array(lines.size); // relations of each pair, dated or not
  for (const line of all) size[lines.pair[line]] += lines.rows[line + 1] - lines.rows[line];
  /** @type {Map<number, [number, number][]>} */
  const told = new Map();
  for (const line of all) {
    if (size[lines.pair[line]] < 2 * LEAST.turn || others.includes(lines.pair[line])) continue;
    for (let row = lines.rows[line]; row < lines.rows[line + 1]; row++) {
      if (!passed.rowOk[row] || rows.day[row] === noDay || rows.status[row] === denied) continue;
      const own = told.get(lines.pair[line]);
      if (own) own.push([rows.day[row], rows.polarity[row] / 100]);
      else told.set(lines.pair[line], [[rows.day[row], rows.polarity[row] / 100]]);
    }
  }
  /** @type {Finding | null} */
  let best = null;
  let most = LEAST.apart;
  for (const [pair, own] of told) {
    if (own.length < 2 * LEAST.turn) continue;
    own.sort(([a], [b]) => a - b);
    for (let at = LEAST.turn; at <= own.length - LEAST.turn; at++) {
      if (own[at][0] === own[at - 1][0]) continue;
      const [before, after] = [own.slice(0, at), own.slice(at)].map((some) => moments(some.map(([, polarity]) => polarity)));
      if (before.mean * after.mean >= 0 || Math.min(Math.abs(before.mean), Math.abs(after.mean)) < LEAST.clear) continue;
      const apart = Math.abs(before.mean - after.mean) / Math.sqrt(before.error + after.error);
      if (apart > most) {
        most = apart;
        best = { kind: "turn", pair, day: own[at][0], from: Math.sign(before.mean), before: at, after: own.length - at };
      }
    }
  }
  return best;
}

/**
 * The mean of values and the square of its standard error; a few values that agree are no proof of a small one.
 * @param {number[]} values
 */
function moments(values) {
  const mean = values.reduce((sum, one) => sum + one, 0) / values.length;
  return { mean, error: Math.max(values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (values.length - 1), LEAST.spread) / values.length };
}

/**
 * @param {Data} data
 * @param {Passing} passed
 * @param {number[]} all acts
 * @param {"target" | "partner"} kind
 * @param {number} other of whom another finding tells
 * @returns {Finding | null}
 */
function crowd(data, passed, all, kind, other) {
  const { lines: { source, target, sign, size }, actors, linesOf } = data;
  const able = new Uint8Array(size);
  for (const line of all) able[line] = Number(sign[line] === (kind === "target" ? -1 : 1));
  const counting = (/** @type {number} */ line, /** @type {number} */ actor) => able[line] && (kind === "partner" || target[line] === actor);
  const seen = new Int32Array(actors.size).fill(-1);
  let [best, others] = [-1, LEAST.others - 1];
  for (let actor = 0; actor < actors.size; actor++) {
    if (!passed.actorOk[actor] || actors.minor[actor] || actor === other) continue;
    let ends = 0;
    for (const line of linesOf(actor)) {
      const end = source[line] === actor ? target[line] : source[line];
      if (!counting(line, actor) || seen[end] === actor) continue;
      seen[end] = actor;
      ends++;
    }
    if (ends > others || (ends === others && best >= 0 && passed.degree[actor] > passed.degree[best])) [best, others] = [actor, ends];
  }
  if (best < 0) return null;
  return { kind, actor: best, others, sentences: sentencesBehind(data, passed, [...linesOf(best)].filter((line) => counting(line, best))).sentences };
}
