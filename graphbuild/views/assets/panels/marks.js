/** A sentence with its source, verb and target marked. */

import { bdi, el } from "../lib/dom.js";

/**
 * @typedef {{ start: number, end: number, part: "source" | "verb" | "target", inside: Mark[] }} Mark
 */

const PARTS = /** @type {const} */ (["source", "target", "verb"]);

/**
 * The marks of a relation, in order; one that lies in another stands inside it, one that reaches out of another is cut
 * where that ends.
 * @param {number[] | null} offsets source start, end, target start, end, verb start, end; -1 for none
 * @param {number} length
 * @returns {Mark[]}
 */
export function marksOf(offsets, length) {
  if (!offsets) return [];
  const all = PARTS.map((part, at) => ({ part, start: offsets[2 * at], end: Math.min(offsets[2 * at + 1], length) }))
    .filter(({ start, end }) => start >= 0 && end > start)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  /** @type {Mark[]} */
  const made = [];
  for (const mark of all) put(made, { ...mark, inside: [] });
  return made;
}

/**
 * @param {Mark[]} standing that begin before the mark, or with it and are not shorter
 * @param {Mark} mark
 */
function put(standing, mark) {
  const outer = standing.find(({ end }) => mark.start < end);
  if (!outer) {
    standing.push(mark);
    return;
  }
  put(outer.inside, { ...mark, end: Math.min(mark.end, outer.end), inside: [] });
  if (mark.end > outer.end) put(standing, { ...mark, start: outer.end, inside: [] });
}

/**
 * @param {string} text
 * @param {number[] | null} offsets
 * @param {{ source: string, target: string }} names of the actors, shown where the sentence has other words
 */
export function markedSentence(text, offsets, names) {
  const told = new Set();
  /** @type {(marks: Mark[], from: number, to: number) => (Node | string)[]} */
  const parts = (marks, from, to) => {
    const made = [];
    let at = from;
    for (const { start, end, part, inside } of marks) {
      made.push(text.slice(at, start));
      const name = part === "verb" ? "" : names[part];
      const explained = name && !told.has(part) && !sameName(text.slice(start, end), name);
      told.add(part);
      made.push(el("mark", { class: `mark ${part}` }, ...parts(inside, start, end), explained && el("span", { class: name.length < 28 ? "stands-for whole" : "stands-for" }, " = ", bdi(name))));
      at = end;
    }
    made.push(text.slice(at, to));
    return made;
  };
  return el("q", { class: "sentence", dir: "auto" }, ...parts(marksOf(offsets, text.length), 0, text.length));
}

/**
 * @param {string} words
 * @param {string} name
 */
function sameName(words, name) {
  const plain = (/** @type {string} */ text) => text.toLowerCase().replace(/^the /, "");
  return plain(words).includes(plain(name));
}
