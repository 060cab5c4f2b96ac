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
  const first = act(data, passed);
  const change = turn(data, passed, first?.kind === "act" ? [data.lines.pair[first.line]] : []);
  const told = [first?.kind === "act" ? data.lines.pair[first.line] : -1, change?.kind === "turn" ? change.pair : -1];
  const target = crowd(data, passed, "target", -1);
  const partner = crowd(data, passed, "partner", target?.kind === "target" ? target.actor : -1);
  return [first, contested(data, passed, told), change, target, partner].filter((one) => one !== null);
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
 * @returns {Finding | null}
 */
function act(data, passed) {
  const { weight } = passed;
  const all = acts(data, passed);
  const top = all.reduce((most, line) => Math.max(most, weight[line]), 0);
  // Only what has half as many sentences as the strongest is read for its documents.
  const able = all.filter((line) => 2 * weight[line] >= top).slice(0, 50).map((line) => ({ line, ...sentencesBehind(data, passed, [line]) }));
  const best = able.sort((a, b) => b.documents - a.documents || b.sentences - a.sentences || a.line - b.line)[0];
  return best ? { kind: "act", ...best } : null;
}

/**
 * @param {Data} data
 * @param {Passing} passed
 * @param {number[]} told pairs of whom another finding tells
 * @returns {Finding | null}
 */
function contested(data, passed, told) {
  const { lines } = data;
  /** @type {Map<number, [number, number]>} */
  const sums = new Map();
  for (const line of acts(data, passed)) {
    const sum = sums.get(lines.pair[line]) ?? [0, 0];
    if (lines.sign[line]) sum[lines.sign[line] < 0 ? 0 : 1] += passed.weight[line];
    sums.set(lines.pair[line], sum);
  }
  const able = [...sums].filter(([pair, sum]) => Math.min(...sum) >= LEAST.contested && !told.includes(pair)).sort(([a, x], [b, y]) => Math.min(...y) - Math.min(...x) || y[0] + y[1] - x[0] - x[1] || a - b);
  if (!able.length) return null;
  const pair = able[0][0];
  const [conflict, cooperation] = [-1, 1].map((sign) => sentencesBehind(data, passed, acts(data, passed).filter((line) => lines.pair[line] === pair && lines.sign[line] === sign)).sentences);
  return { kind: "contested", pair, conflict, cooperation };
}

/**
 * The pair and the day that part conflict from cooperation best, by the t statistic of Welch (doi:10.1093/biomet/34.1-2.28)
 * between the polarities before and after, among changes of sign.
 * @param {Data} data
 * @param {Passing} passed
 * @param {number[]} others pairs of whom another finding tells
 * @returns {Finding | null}
 */
function turn(data, passed, others) {
  const { lines, rows, noDay, denied } = data;
  /** @type {Map<number, [number, number][]>} */
  const told = new Map();
  for (const line of acts(data, passed)) {
    if (others.includes(lines.pair[line])) continue;
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
 * @param {"target" | "partner"} kind
 * @param {number} other of whom another finding tells
 * @returns {Finding | null}
 */
function crowd(data, passed, kind, other) {
  const { lines, actors } = data;
  const sign = kind === "target" ? -1 : 1;
  const some = acts(data, passed).filter((line) => lines.sign[line] === sign);
  /** @type {Map<number, Set<number>>} */
  const others = new Map();
  const count = (/** @type {number} */ actor, /** @type {number} */ end) => {
    const own = others.get(actor);
    if (own) own.add(end);
    else others.set(actor, new Set([end]));
  };
  for (const line of some) {
    count(lines.target[line], lines.source[line]);
    if (kind === "partner") count(lines.source[line], lines.target[line]);
  }
  let best = -1;
  for (const [actor, own] of others) {
    if (own.size < LEAST.others || actors.minor[actor] || actor === other) continue;
    const more = best < 0 ? 1 : own.size - (others.get(best)?.size ?? 0) || passed.degree[actor] - passed.degree[best] || best - actor;
    if (more > 0) best = actor;
  }
  if (best < 0) return null;
  const own = some.filter((line) => lines.target[line] === best || (kind === "partner" && lines.source[line] === best));
  return { kind, actor: best, others: others.get(best)?.size ?? 0, sentences: sentencesBehind(data, passed, own).sentences };
}
