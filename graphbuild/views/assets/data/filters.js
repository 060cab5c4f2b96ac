/** The filters: what can be left out, and what is as the page opens. */

import { DENIED, TOGETHER } from "./words.js";

/**
 * @typedef {import("./payload.js").Data} Data
 * @typedef {"types" | "kinds" | "signs" | "statuses" | "relations" | "roles" | "countries" | "outlets" | "speakers"} Group
 * @typedef {{ off: string[], only: string[] | null }} Choice  What is not ticked or, where `only` is a list, what alone is.
 * @typedef {Record<Group, Choice> & { minimum: number, confidence: number, backbone: number, days: [number, number] | null, told: boolean }} Filters
 *   `backbone` is the level of the disparity filter, 1 for none; `confidence` a percentage, 0 for none;
 *   `told` counts days as the texts tell them, not those of the articles.
 */

/** @type {Group[]} */
export const GROUPS = ["types", "kinds", "signs", "statuses", "relations", "speakers", "outlets", "countries", "roles"];

const SIGNS = ["-1", "0", "1"];

/**
 * Nothing left out but denials.
 * @returns {Filters}
 */
export function noFilters() {
  const all = () => ({ off: /** @type {string[]} */ ([]), only: null });
  return {
    types: all(), kinds: all(), signs: all(), statuses: { off: [DENIED], only: null }, relations: all(),
    roles: all(), countries: all(), outlets: all(), speakers: all(), minimum: 1, confidence: 0, backbone: 1, days: null, told: false,
  };
}

/**
 * How the page opens: where anything is stated, what is only mentioned together waits to be asked for.
 * @param {{ stated: boolean }} data
 * @returns {Filters}
 */
export function firstFilters({ stated }) {
  const filters = noFilters();
  return stated ? { ...filters, kinds: { off: [TOGETHER], only: null } } : filters;
}

/**
 * @param {Filters} filters
 * @param {{ stated: boolean }} data
 */
export function isFiltered(filters, data) {
  return !same(filters, firstFilters(data));
}

/**
 * Whether two filters, or choices, are the same.
 * @param {unknown} one
 * @param {unknown} other
 */
export function same(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}

/**
 * @param {Choice} choice
 * @param {string} word
 */
export function isOn(choice, word) {
  return choice.only ? choice.only.includes(word) : !choice.off.includes(word);
}

/**
 * The words of a group as the data codes them.
 * @param {Data} data
 * @param {Group} group
 * @returns {string[]}
 */
export function wordsOf(data, group) {
  const { actors, rows } = data;
  return {
    types: actors.type.words, roles: actors.role.words, countries: actors.country.words, kinds: data.kinds,
    signs: SIGNS, statuses: data.statuses, relations: rows.relation.words, speakers: rows.speaker.words,
    outlets: data.documents.outlet.words,
  }[group];
}

/**
 * The choices of a group in the order of the legend; the most frequent first where order carries no meaning.
 * @param {Data} data
 * @param {Group} group
 * @returns {string[]}
 */
export function choices(data, group) {
  if (group === "signs") return ["-1", "1", "0"];
  const words = wordsOf(data, group);
  if (group !== "types") return words;
  const place = (/** @type {string} */ word) => (data.types.includes(word) ? data.types.indexOf(word) : data.types.length);
  return [...words].sort((a, b) => place(a) - place(b));
}
