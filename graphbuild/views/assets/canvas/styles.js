/** How actors and lines look on the canvas, but for their size: the options that vis-network takes. */

import { TOGETHER } from "../data/words.js";
import { HEADS, shapeOf } from "../lib/theme.js";

const CLEAR = { most: 0.92, least: 0.7, together: 0.75 };
const FULL = 0.5; // polarity of a sum of relations that has all of its colour
const STRONG = 32; // sentences that make a line as clear as can be

/**
 * @typedef {import("../data/grouping.js").Scene} Scene
 * @typedef {{ theme: import("../lib/theme.js").Theme, weights: import("../data/payload.js").Ints, clarity: number }} Styling
 *   `weights` are the sentences that pass, by line; the more lines, the less clear each.
 */

/**
 * @param {Scene} scene
 * @param {number} actor
 * @param {import("./placement.js").Point | undefined} point
 * @param {import("../lib/theme.js").Theme} theme
 */
export function nodeStyle({ actors }, actor, point, theme) {
  const type = actors.type.words[actors.type.codes[actor]];
  const [shape] = shapeOf(type);
  return {
    id: actor, ...point, shape, chosen: false,
    borderWidth: 1.5, color: { background: theme.types[type] ?? theme.types[""], border: theme.paper },
  };
}

/**
 * @param {Scene} scene
 * @param {number} line
 * @param {number} bend
 * @param {Styling} styling
 */
export function edgeStyle({ lines: { source, target, kind, sign }, kinds, polarity }, line, bend, { theme, weights, clarity }) {
  const name = kinds[kind[line]];
  const denied = weights[line] === 0;
  const strength = Math.min(Math.log2(Math.max(weights[line], 1)) / Math.log2(STRONG), 1);
  const together = name === TOGETHER;
  const full = sign[line] < 0 ? theme.conflict : sign[line] > 0 ? theme.cooperation : theme.neutral;
  const stated = polarity ? mixed(theme.neutral, polarity[line] < 0 ? theme.conflict : theme.cooperation, Math.abs(polarity[line]) / FULL) : full;
  const head = denied ? "bar" : name === "affiliation" ? "circle" : HEADS[sign[line]].type;
  return {
    id: line, from: source[line], to: target[line], chosen: false,
    color: { color: together ? theme.together : stated, opacity: together ? CLEAR.together : clarity + (CLEAR.most - clarity) * strength },
    arrows: { to: { enabled: !together, type: head } }, arrowStrikethrough: denied,
    smooth: bend === 0 ? false : { enabled: true, type: bend > 0 ? "curvedCW" : "curvedCCW", roundness: Math.min(Math.abs(bend), 0.75) },
  };
}

/**
 * A colour between two, as six hexadecimal digits: those who are nearly balanced look so.
 * @param {string} from
 * @param {string} to
 * @param {number} share of the second
 */
export function mixed(from, to, share) {
  const parts = [from, to].map((colour) => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16)));
  const part = Math.min(Math.max(share, 0), 1);
  return `#${parts[0].map((one, at) => Math.round(one + part * (parts[1][at] - one)).toString(16).padStart(2, "0")).join("")}`;
}

/**
 * How clear the weakest of so many lines is.
 * @param {number} lines
 */
export function clarityOf(lines) {
  return Math.min(Math.max(1 - lines / 1000, CLEAR.least), CLEAR.most);
}

/**
 * How far each line bends, so that lines between the same two actors lie side by side.
 * @param {Scene} scene
 * @param {number[]} lines
 * @returns {Map<number, number>}
 */
export function bendsOf({ lines: { source, target, pair } }, lines) {
  /** @type {Map<number, number[]>} */
  const beside = new Map();
  for (const line of lines) {
    const known = beside.get(pair[line]);
    if (known) known.push(line);
    else beside.set(pair[line], [line]);
  }
  /** @type {Map<number, number>} */
  const made = new Map();
  for (const group of beside.values()) {
    group.forEach((line, at) => {
      const offset = (at - (group.length - 1) / 2) * Math.min(0.24, 0.9 / group.length);
      made.set(line, source[line] <= target[line] ? offset : -offset);
    });
  }
  return made;
}
