/** What the words of the tables are called on the page. */

import { TEXTS } from "./texts.js";

/**
 * The words for a choice of a filter: its name and what it means.
 * @param {import("../data/filters.js").Group} group
 * @param {string} choice
 * @returns {[string, string]}
 */
export function choiceText(group, choice) {
  if (group === "relations") return [relationText(choice), ""];
  if (group === "roles" && choice) return [choice, /** @type {Record<string, string>} */ (TEXTS.roles)[choice] ?? ""];
  if (group === "speakers" || group === "outlets" || group === "countries" || group === "roles") return [choice || TEXTS.noWord[group], ""];
  const known = /** @type {Record<string, string[]>} */ (TEXTS[group])[choice];
  return known ? [known[0], known[1]] : [choice, ""];
}

/** @type {Map<string, string>} what a reader is told of a class of relation: "belongs to" of "member_of" */
const phrases = new Map();

/** @param {Record<string, string>} told by class of relation */
export function learnPhrases(told) {
  for (const [relation, phrase] of Object.entries(told)) phrases.set(relation, phrase);
}

/** @param {string} relation */
export function relationText(relation) {
  return relation === "" ? TEXTS.together : TEXTS.classes[relation] ?? phrases.get(relation) ?? relation.replaceAll("_", " ");
}
