/** Finding sentences by their words, in all that the page has of the articles. */

import { fold, plainly } from "./search.js";

/**
 * @typedef {import("./payload.js").Data} Data
 * @typedef {{ document: number, text: string, start: number }} Found  A sentence and where it starts in the text of its document,
 *   or, where that is not in the page, among its sentences: -1 minus the number of the sentence.
 * @typedef {{ found: Found[], sentences: number, documents: number, done: boolean }} Finding  `found` are the first of the `sentences`.
 */

/** @type {WeakMap<import("./library.js").Texts, string[]>} texts in plain letters, by document */
const plain = new WeakMap();

const MOST = 200;
const BREATH = 24; // milliseconds of work after which others have their turn

/** @param {string} text */
export function wordsOf(text) {
  return fold(text).split(" ").filter(Boolean);
}

/**
 * The sentences of a text with their places; by lines where the browser knows no sentences.
 * @param {string} text
 * @returns {{ text: string, start: number }[]}
 */
export function sentencesOf(text) {
  const made = [];
  let from = 0;
  for (const line of text.split("\n")) {
    if ("Segmenter" in Intl) {
      for (const { segment, index } of new Intl.Segmenter("en", { granularity: "sentence" }).segment(line)) {
        if (segment.trim()) made.push({ text: segment, start: from + index });
      }
    } else if (line.trim()) made.push({ text: line, start: from });
    from += line.length + 1;
  }
  return made;
}

/**
 * Where words that were looked for stand in a text: the words of the text that hold one of them.
 * @param {string} text
 * @param {string[]} words folded
 * @returns {[number, number][]}
 */
export function hits(text, words) {
  return [...text.matchAll(/[\p{L}\p{N}\p{M}\p{S}'’.]+/gu)].filter(([one]) => words.some((word) => plainly(one).includes(word))).map(({ 0: one, index }) => [index, index + one.length]);
}

/**
 * All sentences with all of the words, told as they are found: documents one after the other.
 * @param {Data} data
 * @param {string[]} words folded
 * @param {(finding: Finding) => boolean} tell whether to go on
 */
export async function findSentences(data, words, tell) {
  const { documents, sentences } = data;
  /** @type {Finding} */
  const finding = { found: [], sentences: 0, documents: 0, done: false };
  /** @type {Map<number, number[]> | null} sentences behind relations, by document, for those without text */
  let quoted = null;
  const known = plain.get(data.texts) ?? [];
  plain.set(data.texts, known);
  let since = performance.now();
  const add = (/** @type {number} */ document, /** @type {{ text: string, start: number }[]} */ some) => {
    const having = some.filter(({ text }) => holds(plainly(text), words));
    if (!having.length) return;
    finding.documents += 1;
    finding.sentences += having.length;
    for (const { text, start } of having.slice(0, MOST - finding.found.length)) finding.found.push({ document, text: text.trim(), start: start < 0 ? start : start + text.length - text.trimStart().length });
  };
  for (let document = 0; document < documents.size; document++) {
    if (data.texts.has(document)) {
      known[document] ??= plainly(await data.texts.of(document));
      if (holds(known[document], words)) add(document, sentencesOf(await data.texts.of(document)));
    } else {
      quoted ??= byDocument(sentences.document);
      const own = [];
      for (const sentence of quoted.get(document) ?? []) own.push({ text: (await data.evidence(sentence)).text, start: -1 - sentence });
      add(document, own);
    }
    if (performance.now() - since < BREATH) continue;
    if (!tell(finding)) return;
    await new Promise((resume) => { setTimeout(resume); });
    since = performance.now();
  }
  finding.done = true;
  tell(finding);
}

/**
 * @param {string} text in plain letters
 * @param {string[]} words
 */
function holds(text, words) {
  return words.every((word) => text.includes(word));
}

/** @param {import("./payload.js").Ints} document of each sentence */
function byDocument(document) {
  /** @type {Map<number, number[]>} */
  const made = new Map();
  for (let sentence = 0; sentence < document.length; sentence++) {
    const own = made.get(document[sentence]);
    if (own) own.push(sentence);
    else made.set(document[sentence], [sentence]);
  }
  return made;
}
