/** Small things that cards, panel and table share: an actor, a line, a time span. */

import { classesOf, signName, typeOf, verbOf, verbsOf } from "../data/lines.js";
import { isoDay } from "../data/payload.js";
import { DENIED, TOGETHER } from "../data/words.js";
import { bdi, el, shorten, svg } from "../lib/dom.js";
import { TEXTS, count } from "../lib/texts.js";
import { choiceText, relationText } from "../lib/wording.js";
import { glyph } from "../lib/theme.js";

/**
 * @typedef {import("../data/payload.js").Data} Data
 * @typedef {{ community: (key: string) => void, read: (document: number, relation: string | null) => void, find: (what: { actor: number } | { pair: number, line: number | null }) => void, actor: (actor: number, sought?: boolean) => void, pair: (pair: number, line: number | null) => void,
 *   back: () => void, close: () => void, hide: (actor: number) => void, pin: (actor: number) => void, centre: (actor: number) => void,
 *   course: (pair: number) => void, ego: (actor: number, depth: number) => void, path: (from: number, to: number, strongest?: boolean) => void, copy: (text: string) => Promise<boolean>,
 *   amend: (correction: import("../corrections/correct.js").Correction) => void, unamend: (at: number) => void, undo: () => void,
 *   redo: () => void, saveCorrections: () => void, clearCorrections: () => void, closeCorrections: () => void }} Actions
 * @typedef {{ now: import("../corrections/history.js").History, idle: boolean[], keeps: boolean }} Corrections
 *   `idle` tells which corrections fit nothing, `keeps` whether the browser keeps them.
 * @typedef {{ amend?: boolean, find?: string, focus?: number, among?: string }} Memo  What is open and typed in the card that is shown, and
 *   which of those that a selector finds is to have the focus.
 * @typedef {{ data: Data, base: Data, passed: import("../data/passing.js").Passing, filters: import("../data/filters.js").Filters, actions: Actions, canGoBack: boolean, ego: { actor: number, depth: number } | null,
 *   noting: import("../notes/noting.js").Noting, pinned: number[], hidden: number[], tint: number[] | null, corrections: Corrections, memo: Memo,
 *   finder: (choose: (actor: number) => void, id: string, hint: string) => HTMLElement }} Context  `base` is the data as the page
 *   came, without corrections, `tint` the actors whose communities are shown.
 */

/**
 * @param {string} type
 */
export function typeGlyph(type) {
  return svg(`glyph type-${type || "other"}`, "-9 -9 18 18", [glyph(type)]);
}

/**
 * An actor's name as a button that opens its card.
 * @param {Context} context
 * @param {number} actor
 */
export function actorButton({ data, actions }, actor) {
  return el(
    "button",
    { type: "button", class: "actor", on: { click: () => actions.actor(actor) } },
    typeGlyph(typeOf(data, actor)),
    bdi(shorten(data.actors.name[actor], 80)),
  );
}

const VERBS = 3;

/**
 * What a line stands for: the words of the texts, then the class that they belong to. A word that is the class' own
 * is not said twice.
 * @param {Data} data
 * @param {import("../data/passing.js").Passing} passed
 * @param {number} line
 * @returns {[string, string]} words, which may be none, and classes
 */
export function toldOf(data, passed, line) {
  if (data.lines.kind[line] === data.together) return ["", TEXTS.together];
  const verbs = verbsOf(data, passed, line);
  const words = verbs.slice(0, VERBS).map((verb) => shorten(verb, 40)).join(", ") + (verbs.length > VERBS ? " …" : "");
  return [words, classesOf(data, passed, line)];
}

/**
 * A relation in words: that of the text, then its class.
 * @param {Data} data
 * @param {number} row
 */
export function rowText(data, row) {
  const kind = data.kinds[data.lines.kind[data.rows.line[row]]];
  const named = relationText(data.rows.relation.words[data.rows.relation.codes[row]]);
  return toldText([kind === TOGETHER ? "" : shorten(verbOf(data, row, kind === "verb"), 60), named]);
}

/**
 * @param {[string, string]} told
 * @param {string} [more] told beside the class
 */
function toldText([words, classes], more = "") {
  return words ? [el("span", { class: "said" }, bdi(words)), el("span", { class: "soft" }, ` · ${classes}${more}`)] : [el("span", { class: "soft" }, `${classes}${more}`)];
}

/**
 * A line in words: swatch, direction and what is done.
 * @param {Context} context
 * @param {number} line
 * @param {number} from the actor that the reader looks from
 */
export function lineLabel({ data, passed }, line, from) {
  const { source, kind, sign } = data.lines;
  const name = data.kinds[kind[line]];
  const way = name === TOGETHER ? "–" : source[line] === from ? "→" : "←";
  return [lineSwatch(name, sign[line]), el("span", { class: "way" }, way), el("span", null, ...toldText(toldOf(data, passed, line)))];
}

/**
 * @param {string} kind
 * @param {number | null} sign null where the tone does not matter
 */
export function lineSwatch(kind, sign) {
  const dashes = kind === TOGETHER ? "4 3" : kind === "affiliation" ? "1 4" : "none";
  const tone = kind === TOGETHER ? "together" : signName(sign ?? 0);
  /** @type {[string, Record<string, string | number>][]} */
  const shapes = [["line", { x1: 1, y1: 6, x2: kind === "verb" && sign !== null && sign <= 0 ? 20 : kind === "verb" && sign !== null ? 21 : 25, y2: 6, "stroke-dasharray": dashes }]];
  if (kind === "verb" && sign !== null && sign < 0) shapes.push(["polygon", { points: "18,1.5 27,6 18,10.5" }]);
  if (kind === "verb" && sign !== null && sign > 0) shapes.push(["path", { d: "M25.5 1.2A4.8 4.8 0 0 0 25.5 10.8" }]);
  if (kind === "verb" && sign === 0) shapes.push(["polygon", { points: "18,6 22.5,2.2 27,6 22.5,9.8" }]);
  if (kind === "affiliation") shapes.push(["circle", { cx: 24, cy: 6, r: 2.6 }]);
  return svg(`line-swatch ${tone}`, "0 0 28 12", shapes);
}

/**
 * A line as a button that opens its sentences.
 * @param {Context} context
 * @param {number} line
 * @param {number} [from] leave out this end
 */
export function lineButton(context, line, from) {
  const { data, passed, actions } = context;
  const { source, target, pair, kind, sign } = data.lines;
  const name = data.kinds[kind[line]];
  const other = source[line] === from ? target[line] : source[line];
  const title = from === undefined
    ? [bdi(shorten(data.actors.name[source[line]], 60)), el("span", { class: "way" }, name === TOGETHER ? " – " : " → "), bdi(shorten(data.actors.name[target[line]], 60))]
    : [el("span", { class: "way" }, name === TOGETHER ? "– " : source[line] === from ? "→ " : "← "), bdi(shorten(data.actors.name[other], 60))];
  const denied = passed.weight[line] === 0;
  return el(
    "button",
    { type: "button", class: "line", on: { click: () => actions.pair(pair[line], line) } },
    lineSwatch(name, sign[line]),
    el("span", { class: "line-text" }, el("span", { class: "line-ends" }, ...title), el("span", { class: "told-words" }, ...toldText(toldOf(data, passed, line), denied ? ` · ${choiceText("statuses", DENIED)[0].toLowerCase()}` : ""))),
    !denied && el("span", { class: "count" }, count(passed.weight[line])),
  );
}

/**
 * @param {Data} data
 * @param {number} first
 * @param {number} last
 */
export function range(data, first, last) {
  const [from, to] = [isoDay(first, data.noDay), isoDay(last, data.noDay)];
  return from === to ? from : `${from} – ${to}`;
}

/**
 * A line in one sentence, for the tooltip.
 * @param {Data} data
 * @param {import("../data/passing.js").Passing} passed
 * @param {number} line
 */
export function lineTip(data, passed, line) {
  const kind = data.kinds[data.lines.kind[line]];
  return [
    bdi(shorten(data.actors.name[data.lines.source[line]], 50)), kind === TOGETHER ? " – " : " → ",
    bdi(shorten(data.actors.name[data.lines.target[line]], 50)),
    el("span", { class: "told-words" }, ...toldText(toldOf(data, passed, line))),
    el("span", { class: "soft" }, TEXTS.sentencesCounted(passed.weight[line])),
  ];
}
