/** What a picture shows, in words: nobody who only has the picture can see the filters. */

import { GROUPS, firstFilters } from "../data/filters.js";
import { isoDay } from "../data/payload.js";
import { shorten } from "../lib/dom.js";
import { TEXTS } from "../lib/texts.js";
import { choiceText } from "../lib/wording.js";

const MANY = 6; // choices that are named one by one

/**
 * Every filter that is not as the page opens, and who was hidden or pinned by hand.
 * @param {import("../data/payload.js").Data} data
 * @param {import("../state/store.js").State} state
 * @returns {string[]}
 */
export function filtersTold(data, { filters, hidden, pinned }) {
  const plain = firstFilters(data);
  /** @param {import("../data/filters.js").Group} group @param {string[]} words */
  const list = (group, words) => {
    const names = words.map((word) => shorten((group === "countries" && data.countries[word]) || choiceText(group, word)[0], 40));
    return names.length > MANY ? `${names.slice(0, MANY).join(", ")} ${TEXTS.andMore(names.length - MANY)}` : names.join(", ");
  };
  const told = GROUPS.flatMap((group) => {
    const { off, only } = filters[group];
    if (only) return `${TEXTS.groups[group]}: ${TEXTS.onlyThese(list(group, only))}`;
    const [without, also] = [off.filter((word) => !plain[group].off.includes(word)), plain[group].off.filter((word) => !off.includes(word))];
    return [
      ...(also.length ? [`${TEXTS.groups[group]}: ${TEXTS.withThese(list(group, also))}`] : []),
      ...(without.length ? [`${TEXTS.groups[group]}: ${TEXTS.withoutThese(list(group, without))}`] : []),
    ];
  });
  if (filters.confidence) told.push(`${TEXTS.groups.confidence}: ${TEXTS.confidenceLevel(filters.confidence)}`);
  if (filters.minimum > 1) told.push(`${TEXTS.groups.minimum}: ${filters.minimum}`);
  if (filters.backbone < 1) told.push(`${TEXTS.groups.backbone}: ${TEXTS.backboneLevel(filters.backbone)}`);
  if (filters.days) told.push(`${TEXTS.groups.days}: ${filters.days.map((day) => isoDay(day, data.noDay)).join(" – ")}${filters.told ? ` (${TEXTS.toldDays.toLowerCase()})` : ""}`);
  if (hidden.length) told.push(TEXTS.hiddenActors(hidden.length));
  if (pinned.length) told.push(TEXTS.pinned(pinned.length));
  return told;
}

/**
 * Parts in as few lines as they fit in; a part that fits in none has one of its own.
 * @param {string[]} parts
 * @param {(line: string) => boolean} fits
 */
export function wrapped(parts, fits) {
  /** @type {string[]} */
  const lines = [];
  for (const part of parts) {
    const longer = `${lines.at(-1)} · ${part}`;
    if (lines.length && fits(longer)) lines[lines.length - 1] = longer;
    else lines.push(part);
  }
  return lines;
}
