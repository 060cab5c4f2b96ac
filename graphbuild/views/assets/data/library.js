/** The articles that the page carries: their texts, unpacked when one is read, and what is said in each. */

import { clean } from "../lib/dom.js";

/**
 * @typedef {import("./payload.js").Data} Data
 * @typedef {import("./payload.js").Ints} Ints
 * @typedef {{ has: (document: number) => boolean, of: (document: number) => Promise<string>, size: number, left: number }} Texts
 *   `size` counts the texts that are in the page, `left` those that it had no room for.
 */

const OPEN = 12; // chunks that stay unpacked

/**
 * @param {{ chunk: Ints, place: Ints, left: number } | null} where
 * @param {(chunk: number) => Promise<string>} unpacked JSON of a chunk
 * @returns {Texts}
 */
export function library(where, unpacked) {
  /** @type {Map<number, Promise<string[]>>} */
  const open = new Map();
  const has = (/** @type {number} */ document) => where !== null && where.chunk[document] >= 0;
  return {
    has,
    async of(document) {
      if (!where || !has(document)) return "";
      const chunk = where.chunk[document];
      const texts = open.get(chunk) ?? unpacked(chunk).then((text) => JSON.parse(text));
      open.delete(chunk);
      open.set(chunk, texts); // as the last that was asked for
      if (open.size > OPEN) open.delete(/** @type {number} */ (open.keys().next().value));
      return clean((await texts)[where.place[document]]);
    },
    size: where ? [...where.chunk].filter((chunk) => chunk >= 0).length : 0,
    left: where?.left ?? 0,
  };
}

/**
 * How many relations that pass and are no mere mentions together each document has.
 * @param {Data} data
 * @param {import("./passing.js").Passing} passed
 */
export function relationsIn({ rows, lines, sentences, documents, together }, { rowOk }) {
  const counts = new Uint32Array(documents.size);
  for (let row = 0; row < rows.size; row++) {
    const document = sentences.document[rows.sentence[row]];
    if (rowOk[row] && lines.kind[rows.line[row]] !== together && document >= 0) counts[document]++;
  }
  return counts;
}

/**
 * @typedef {{ sentence: number, start: number, rows: number[] }} Said  A sentence, where it starts in the text, and the
 *   relations that pass and are read from it; of several with the same place one is enough.
 */

/**
 * What passes of a document, by sentence in the order of the text.
 * @param {Data} data
 * @param {import("./passing.js").Passing} passed
 * @param {number} document
 * @returns {Said[]}
 */
export function saidIn({ rows, lines, sentences, together }, { rowOk }, document) {
  /** @type {Map<number, number[]>} */
  const found = new Map();
  for (let row = 0; row < rows.size; row++) {
    const sentence = rows.sentence[row];
    if (sentences.document[sentence] !== document || !rowOk[row] || lines.kind[rows.line[row]] === together) continue;
    const own = found.get(sentence);
    if (own) own.push(row);
    else found.set(sentence, [row]);
  }
  return [...found].map(([sentence, own]) => ({ sentence, start: sentences.start[sentence], rows: own }))
    .sort((a, b) => a.start - b.start || sentences.number[a.sentence] - sentences.number[b.sentence] || a.sentence - b.sentence);
}
