/** The texts of the page in its language: the build takes another module of `texts/` in place of this one. */

import { LANGUAGE, WORDS } from "../texts/en.js";
import { speech } from "./speech.js";

const spoken = speech(LANGUAGE);

export const TEXTS = WORDS;

/**
 * The names of countries in the page's language, by the codes that they are given by.
 * @param {Record<string, string>} english
 * @param {Record<string, string>} regions  The two-letter codes, as browsers know countries.
 * @returns {Record<string, string>}
 */
export function nationsIn(english, regions) {
  if (LANGUAGE === "en" || !("DisplayNames" in Intl)) return english;
  const known = new Intl.DisplayNames([LANGUAGE], { type: "region" });
  return Object.fromEntries(Object.entries(english).map(([code, name]) => [code, regions[code] ? known.of(regions[code]) ?? name : name]));
}

export const count = spoken.count;
export const decimal = spoken.decimal;
export const signed = spoken.signed;
export const order = spoken.order;
