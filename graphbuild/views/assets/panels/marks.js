/** A sentence with its source, verb and target marked. */

import { bdi, el } from "../lib/dom.js";

/**
 * @typedef {{ start: number, end: number, part: "source" | "verb" | "target" }} Mark
 */

const PARTS = /** @type {const} */ (["source", "target", "verb"]);

/**
 * The marks of a relation, in order; where two overlap, the shorter one stays whole.
 * @param {number[] | null} offsets source start, end, target start, end, verb start, end; -1 for none
 * @param {number} length
 * @returns {Mark[]}
 */
export function marksOf(offsets, length) {
  if (!offsets) return [];
  const all = PARTS.map((part, at) => ({ part, start: offsets[2 * at], end: Math.min(offsets[2 * at + 1], length) }))
    .filter(({ start, end }) => start >= 0 && end > start)
    .sort((a, b) => a.end - a.start - (b.end - b.start));
  /** @type {Mark[]} */
  const kept = [];
  for (const mark of all) {
    for (const piece of without(mark, kept)) kept.push(piece);
  }
  return kept.sort((a, b) => a.start - b.start);
}

/**
 * What is left of a mark beside those that stand already.
 * @param {Mark} mark
 * @param {Mark[]} standing
 * @returns {Mark[]}
 */
function without(mark, standing) {
  let pieces = [mark];
  for (const { start, end } of standing) {
    pieces = pieces.flatMap((piece) => {
      if (end <= piece.start || start >= piece.end) return [piece];
      return [{ ...piece, end: start }, { ...piece, start: end }].filter((one) => one.end > one.start);
    });
  }
  return pieces;
}

/**
 * @param {string} text
 * @param {number[] | null} offsets
 * @param {{ source: string, target: string }} names of the actors, shown where the sentence has other words
 */
export function markedSentence(text, offsets, names) {
  const marks = marksOf(offsets, text.length);
  const parts = [];
  let at = 0;
  const told = new Set();
  for (const { start, end, part } of marks) {
    parts.push(text.slice(at, start));
    const words = text.slice(start, end);
    const name = part === "verb" ? "" : names[part];
    const explained = name && !told.has(part) && !sameName(words, name);
    told.add(part);
    parts.push(el("mark", { class: `mark ${part}` }, words, explained && el("span", { class: name.length < 28 ? "stands-for whole" : "stands-for" }, " = ", bdi(name))));
    at = end;
  }
  parts.push(text.slice(at));
  return el("q", { class: "sentence", dir: "auto" }, ...parts);
}

/**
 * @param {string} words
 * @param {string} name
 */
function sameName(words, name) {
  const plain = (/** @type {string} */ text) => text.toLowerCase().replace(/^the /, "");
  return plain(words).includes(plain(name));
}
