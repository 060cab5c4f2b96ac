/** How a picture is to be read: forms of actors, forms and colours of lines, what sizes tell. */

import { hexOf } from "../canvas/hulls.js";
import { TEXTS } from "../lib/texts.js";
import { choiceText } from "../lib/wording.js";
import { xml } from "./xml.js";

/**
 * @typedef {{ types: string[], tones: number[], kinds: string[], hulls: boolean }} Shown  What of each is drawn.
 * @typedef {{ wide: number, symbol: string, text: string }} Item  A symbol as SVG around 0, so many pixels wide.
 */

const [LINE, LETTER, GAP] = [20, 6.8, 18]; // pixels
const TONE = { wide: 34, y: 0 };

/**
 * @param {Shown} shown
 * @param {import("../lib/theme.js").Theme} theme
 * @param {(type: string, radius: number) => string} figure
 * @param {(head: string) => string} head the path of the head of a line
 * @returns {Item[]}
 */
export function legendItems({ types, tones, kinds, hulls }, theme, figure, head) {
  const colours = /** @type {Record<string, string>} */ ({ "-1": theme.conflict, 0: theme.neutral, 1: theme.cooperation });
  const heads = /** @type {Record<string, string>} */ ({ "-1": "arrow", 0: "diamond", 1: "inv_curve" });
  const stroke = (/** @type {string} */ colour, dashes = "", width = 1.8, to = 12) => `<path d="M-15 0H${to}" fill="none" stroke="${colour}" stroke-width="${width}"${dashes ? ` stroke-dasharray="${dashes}"` : ""}/>`;
  const point = (/** @type {string} */ name, /** @type {string} */ colour) => `<g transform="translate(6,-5)"><path d="${head(name)}" ${name === "inv_curve" ? `fill="none" stroke="${colour}" stroke-width="1.8"` : `fill="${colour}"`}/></g>`;
  return [
    ...types.map((type) => ({ wide: 16, symbol: figure(type, 6.5), text: type === "community" ? TEXTS.communities : choiceText("types", type)[0] })),
    ...tones.map((tone) => ({ wide: TONE.wide, symbol: stroke(colours[tone]) + point(heads[tone], colours[tone]), text: choiceText("signs", String(tone))[0] })),
    ...(kinds.includes("affiliation") ? [{ wide: TONE.wide, symbol: stroke(theme.neutral, "0.4 4") + point("circle", theme.neutral), text: choiceText("kinds", "affiliation")[0] }] : []),
    ...(kinds.includes("cooccurrence") ? [{ wide: TONE.wide, symbol: stroke(theme.together, "4 5", 1.8, 15), text: choiceText("kinds", "cooccurrence")[0] }] : []),
    { wide: 30, symbol: `<g fill="${theme.soft}"><circle cx="-10" cy="0" r="3"/><circle cx="5" cy="0" r="7"/></g>`, text: TEXTS.legendSize },
    { wide: TONE.wide, symbol: stroke(theme.soft, "", 1.2, -2) + `<path d="M2 0H15" stroke="${theme.soft}" stroke-width="5"/>`, text: TEXTS.legendWidth },
    ...(hulls ? [{ wide: 24, symbol: `<rect x="-10" y="-7" width="20" height="14" rx="7" fill="${hexOf(0)}" fill-opacity="0.35"/>`, text: TEXTS.communities }] : []),
  ];
}

/**
 * The items in rows, from the upper left corner on, as SVG in pixels, and how high they are.
 * @param {Item[]} items
 * @param {number} room pixels
 * @param {import("../lib/theme.js").Theme} theme
 */
export function legendRows(items, room, theme) {
  let [x, y] = [0, LINE / 2];
  const parts = items.map(({ wide, symbol, text }) => {
    const whole = wide + 6 + text.length * LETTER;
    if (x > 0 && x + whole > room) [x, y] = [0, y + LINE];
    const made = `<g transform="translate(${(x + wide / 2).toFixed(1)},${y})">${symbol}</g><text x="${(x + wide + 6).toFixed(1)}" y="${y + 4}">${xml(text)}</text>`;
    x += whole + GAP;
    return made;
  });
  return { svg: `<g class="legend" fill="${theme.soft}">${parts.join("\n")}</g>`, high: items.length ? y + LINE / 2 : 0 };
}
