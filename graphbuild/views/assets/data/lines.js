/** What there is to tell of a line, and of an actor at its end. */

import { relationText } from "../lib/texts.js";

/** @typedef {import("./payload.js").Data} Data */

/**
 * @param {Data} data
 * @param {number} actor
 */
export function typeOf(data, actor) {
  return data.actors.type.words[data.actors.type.codes[actor]];
}

/** @param {number} sign */
export function signName(sign) {
  return sign < 0 ? "conflict" : sign > 0 ? "cooperation" : "neutral";
}

/**
 * The classes of a line's relations, most frequent first; denied ones only where there are no others.
 * @param {Data} data
 * @param {number} line
 */
export function classesOf(data, line) {
  /** @type {Map<number, number>} */
  const counts = new Map();
  const denied = data.lines.weight[line] ? data.denied : -1;
  for (let row = data.lines.rows[line]; row < data.lines.rows[line + 1]; row++) {
    if (data.rows.status[row] === denied) continue;
    const code = data.rows.relation.codes[row];
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const words = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([code]) => relationText(data.rows.relation.words[code]));
  return words.slice(0, 3).join(", ") + (words.length > 3 ? " …" : "");
}

/**
 * The mean polarity of a line over its relations that are not denied, -1 conflict .. 1 cooperation.
 * @param {Data} data
 * @param {number} line
 */
export function polarityOf({ lines, rows, denied }, line) {
  let [sum, size] = [0, 0];
  for (let row = lines.rows[line]; row < lines.rows[line + 1]; row++) {
    if (rows.status[row] === denied) continue;
    sum += rows.polarity[row];
    size++;
  }
  return size ? Math.round((100 * sum) / size) / 10000 : 0;
}
