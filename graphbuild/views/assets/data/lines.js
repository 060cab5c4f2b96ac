/** What there is to tell of a line, and of an actor at its end. */

import { relationText } from "../lib/wording.js";

/**
 * @typedef {import("./payload.js").Data} Data
 * @typedef {import("./passing.js").Passing} Passing
 */

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
 * The relations of a line that pass; where none does, all of them. Denied ones only where there are no others.
 * @param {Data} data
 * @param {Passing} passed
 * @param {number} line
 */
export function rowsOf({ lines, rows, denied }, { rowOk }, line) {
  const all = Array.from({ length: lines.rows[line + 1] - lines.rows[line] }, (_, at) => lines.rows[line] + at);
  const passing = all.filter((row) => rowOk[row]);
  const some = passing.length ? passing : all;
  const held = some.filter((row) => rows.status[row] !== denied);
  return held.length ? held : some;
}

/**
 * The classes of a line's relations that pass, most frequent first; denied ones only where there are no others.
 * @param {Data} data
 * @param {Passing} passed
 * @param {number} line
 */
export function classesOf(data, passed, line) {
  /** @type {Map<number, number>} */
  const counts = new Map();
  for (const row of rowsOf(data, passed, line)) {
    const code = data.rows.relation.codes[row];
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const words = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([code]) => relationText(data.rows.relation.words[code]));
  return words.slice(0, 3).join(", ") + (words.length > 3 ? " …" : "");
}

/**
 * The mean polarity of a line over its relations that pass and are not denied, -1 conflict .. 1 cooperation.
 * @param {Data} data
 * @param {Passing} passed
 * @param {number} line
 */
export function polarityOf({ lines, rows, denied }, { rowOk }, line) {
  let [sum, size] = [0, 0];
  for (let row = lines.rows[line]; row < lines.rows[line + 1]; row++) {
    if (!rowOk[row] || rows.status[row] === denied) continue;
    sum += rows.polarity[row];
    size++;
  }
  return size ? Math.round((100 * sum) / size) / 10000 : 0;
}

/** The rules whose word is a title. */
const TITLED = new Set(["office", "title", "apposition"]);

/**
 * The distinct sentences, and documents, behind relations of some lines that pass and are not denied.
 * @param {Data} data
 * @param {Passing} passed
 * @param {number[]} some lines
 */
export function sentencesBehind({ lines, rows, denied, sentences }, { rowOk }, some) {
  const [spoken, papers] = [new Set(), new Set()];
  for (const line of some) {
    for (let row = lines.rows[line]; row < lines.rows[line + 1]; row++) {
      if (!rowOk[row] || rows.status[row] === denied) continue;
      spoken.add(rows.sentence[row]);
      papers.add(sentences.document[rows.sentence[row]]);
    }
  }
  return { sentences: spoken.size, documents: papers.size };
}

/**
 * The words that the texts have for what a line stands for, most frequent first: verbs for acts, titles for offices.
 * What was read without a word of its own has none.
 * @param {Data} data
 * @param {Passing} passed
 * @param {number} line
 * @returns {string[]}
 */
export function verbsOf(data, passed, line) {
  const { lines, kinds } = data;
  const acts = kinds[lines.kind[line]] === "verb";
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const row of rowsOf(data, passed, line)) {
    const word = verbOf(data, row, acts);
    if (word) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([word]) => word);
}

/**
 * The word that a relation was read from, as a dictionary has it, if it is one: a year or a score is none. Of who belongs
 * to whom only where it is a title.
 * @param {Data} data
 * @param {number} row
 * @param {boolean} acts
 */
export function verbOf({ rows }, row, acts) {
  const word = rows.verb.words[rows.verb.codes[row]];
  if (!/\p{L}/u.test(word)) return "";
  return acts || TITLED.has(rows.rule.words[rows.rule.codes[row]]) ? word : "";
}

