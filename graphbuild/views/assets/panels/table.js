/** The same data as two tables: every actor and every link that passes, drawn or not. */

import { polarityOf, typeOf } from "../data/lines.js";
import { isoDay } from "../data/payload.js";
import { TOGETHER } from "../data/words.js";
import { bdi, el, refill, shorten } from "../lib/dom.js";
import { TEXTS, count, decimal, order } from "../lib/texts.js";
import { choiceText } from "../lib/wording.js";
import { actorButton, toldOf } from "./components.js";

/**
 * @typedef {import("./components.js").Context} Context
 * @typedef {{ key: string, number?: boolean, date?: boolean, value: (at: number) => string | number, cell?: (at: number) => Node,
 *   words?: string[] }} Column  `words`: all that the column can hold, where that is known.
 */

/** @type {WeakMap<string[], Map<string | number, number>>} */
const ranks = new WeakMap();

const PAGE = 50;

/**
 * @param {() => Context} context
 * @param {(tab: "actors" | "links") => void} choose
 */
export function createTable(context, choose) {
  const box = el("div", { class: "table-box" });
  const sort = { actors: { key: "degree", up: false }, links: { key: "weight", up: false } };
  const page = { actors: 0, links: 0 };
  /** @type {"actors" | "links"} */
  let tab = "actors";

  const render = () => {
    const columns = tab === "actors" ? actorColumns(context()) : linkColumns(context());
    const rows = tab === "actors" ? actorsIn(context()) : linksIn(context());
    const { key, up } = sort[tab];
    const by = columns.find((column) => column.key === key) ?? columns[0];
    const all = ordered(rows, by, up);
    page[tab] = Math.min(page[tab], Math.max(0, Math.ceil(all.length / PAGE) - 1));
    const first = page[tab] * PAGE;
    const turn = (/** @type {number} */ step) => () => {
      page[tab] += step;
      render();
    };
    const resort = (/** @type {Column} */ column) => () => {
      sort[tab] = { key: column.key, up: key === column.key ? !up : !column.number };
      page[tab] = 0;
      render();
      /** @type {HTMLElement | null} */ (box.querySelector(`th[data-key="${column.key}"] button`))?.focus();
    };
    const heads = columns.map((column) =>
      el(
        "th",
        { scope: "col", "data-key": column.key, class: column.number ? "number" : undefined, "aria-sort": column.key === key ? (up ? "ascending" : "descending") : undefined },
        el("button", { type: "button", on: { click: resort(column) } }, TEXTS.columns[/** @type {keyof typeof TEXTS.columns} */ (column.key)], el("span", { class: "sort", "aria-hidden": "true" }, column.key === key ? (up ? " ↑" : " ↓") : "")),
      ),
    );
    const cell = (/** @type {Column} */ column, /** @type {number} */ at) => {
      const content = column.cell ? column.cell(at) : bdi(typeof column.value(at) === "number" ? count(Number(column.value(at))) : shorten(String(column.value(at)), 80));
      return el(column === columns[0] ? "th" : "td", { scope: column === columns[0] ? "row" : undefined, class: column.number ? "number" : column.date ? "date" : undefined }, content);
    };
    refill(
      box,
      el(
        "div",
        { class: "table-bar" },
        el("div", { class: "segments", role: "group" }, ...["actors", "links"].map((name) => el("button", {
          type: "button", "aria-pressed": String(name === tab), on: { click: () => choose(/** @type {"actors" | "links"} */ (name)) },
        }, name === "actors" ? TEXTS.tableActors : TEXTS.tableLinks))),
        el("span", { class: "spring" }),
        el(
          "div",
          { class: "pager" },
          el("span", { class: "soft" }, all.length ? TEXTS.page(first + 1, Math.min(first + PAGE, all.length), all.length) : TEXTS.emptyFilters),
          all.length > PAGE && el("button", { type: "button", disabled: first === 0, on: { click: turn(-1) } }, TEXTS.previous),
          all.length > PAGE && el("button", { type: "button", disabled: first + PAGE >= all.length, on: { click: turn(1) } }, TEXTS.next),
        ),
      ),
      el(
        "div",
        { class: "table-scroll", tabindex: 0, role: "region", "aria-label": tab === "actors" ? TEXTS.tableActors : TEXTS.tableLinks },
        el(
          "table",
          null,
          el("caption", null, tab === "actors" ? TEXTS.tableCaptionActors : TEXTS.tableCaptionLinks),
          el("thead", null, el("tr", null, ...heads)),
          el("tbody", null, ...all.slice(first, first + PAGE).map((at) => el("tr", null, ...columns.map((column) => cell(column, at))))),
        ),
      ),
    );
  };

  return {
    box,
    /** @param {"actors" | "links"} now */
    update(now) {
      tab = now;
      render();
    },
  };
}

/**
 * Rows in the order of a column; those that it does not tell apart stay as they come.
 * @param {number[]} rows in ascending order
 * @param {Column} column
 * @param {boolean} up
 */
export function ordered(rows, { value, words }, up) {
  const values = words ? [] : rows.map(value);
  const rank = words ? rankOf(words) : ranked(values);
  // Sorted as plain numbers: the rank above, the row below.
  const keys = new Float64Array(rows.length);
  for (let at = 0; at < rows.length; at++) {
    const place = Number(rank.get(words ? value(rows[at]) : values[at]));
    keys[at] = (up ? place : rank.size - place) * 2 ** 26 + rows[at];
  }
  return Array.from(keys.sort(), (key) => key % 2 ** 26);
}

/**
 * The place of each of some words in their order; found once.
 * @param {string[]} words
 */
export function rankOf(words) {
  const known = ranks.get(words) ?? ranked(words);
  ranks.set(words, known);
  return known;
}

/**
 * @param {(string | number)[]} values
 * @returns {Map<string | number, number>}
 */
function ranked(values) {
  const each = [...new Set(values)].sort((a, b) => (typeof a === "number" && typeof b === "number" ? a - b : order.compare(String(a), String(b))));
  return new Map(each.map((value, place) => [value, place]));
}

/**
 * The actors that pass, and those pinned, but for those hidden.
 * @param {Context} context
 */
function actorsIn({ passed, pinned, hidden }) {
  const ok = Uint8Array.from(passed.actorOk);
  for (const actor of pinned) ok[actor] = 1;
  for (const actor of hidden) ok[actor] = 0;
  return places(ok);
}

/**
 * The links that pass between actors that are not hidden.
 * @param {Context} context
 */
function linksIn({ data, passed, hidden }) {
  const away = new Set(hidden);
  const all = places(passed.lineOk);
  return away.size ? all.filter((line) => !away.has(data.lines.source[line]) && !away.has(data.lines.target[line])) : all;
}

/** @param {Uint8Array} ok */
function places(ok) {
  const all = [];
  for (let at = 0; at < ok.length; at++) if (ok[at]) all.push(at);
  return all;
}

/**
 * A column of codes that shows and sorts by what they stand for.
 * @param {(at: number) => string} code
 * @param {(code: string) => string} meaning
 */
function named(code, meaning) {
  const words = (/** @type {number} */ at) => (code(at) && meaning(code(at))) || code(at);
  const cell = (/** @type {number} */ at) => el("span", { class: "named" }, bdi(words(at)), words(at) !== code(at) && el("span", { class: "soft" }, ` ${code(at)}`));
  return { value: words, cell };
}

/**
 * @param {Context} context
 * @returns {Column[]}
 */
function actorColumns(context) {
  const { data, passed, actions, pinned } = context;
  const held = new Set(pinned);
  const tool = (/** @type {number} */ at, /** @type {string} */ text, /** @type {() => void} */ act, /** @type {boolean | undefined} */ pressed) =>
    el("button", { type: "button", class: "text", "aria-label": `${text}: ${shorten(data.actors.name[at], 60)}`, "aria-pressed": pressed === undefined ? undefined : String(pressed), on: { click: act } }, text);
  const { actors } = data;
  const coded = (/** @type {import("../data/payload.js").Coded} */ column) => (/** @type {number} */ at) => column.words[column.codes[at]];
  return [
    { key: "name", value: (at) => actors.name[at], words: actors.name, cell: (at) => el("div", { class: "row-name" }, actorButton(context, at), el("span", { class: "row-tools" }, tool(at, TEXTS.pin, () => actions.pin(at), held.has(at)), tool(at, TEXTS.hide, () => actions.hide(at), undefined))) },
    { key: "type", value: (at) => choiceText("types", typeOf(data, at))[0] },
    { key: "role", ...named(coded(actors.role), (code) => choiceText("roles", code)[1]) },
    { key: "country", ...named(coded(actors.country), (code) => data.countries[code] ?? "") },
    { key: "degree", number: true, value: (at) => passed.degree[at] },
    { key: "mentions", number: true, value: (at) => actors.mentions[at] },
    { key: "documents", number: true, value: (at) => actors.documents[at] },
    { key: "first", date: true, value: (at) => isoDay(actors.first[at], data.noDay) },
    { key: "last", date: true, value: (at) => isoDay(actors.last[at], data.noDay) },
  ];
}

/**
 * @param {Context} context
 * @returns {Column[]}
 */
function linkColumns({ data, passed, actions }) {
  const { lines, actors } = data;
  const open = (/** @type {number} */ at) =>
    el("button", { type: "button", class: "actor", on: { click: () => actions.pair(lines.pair[at], at) } }, bdi(shorten(actors.name[lines.source[at]], 60)));
  return [
    { key: "source", value: (at) => actors.name[lines.source[at]], words: actors.name, cell: open },
    { key: "target", value: (at) => actors.name[lines.target[at]], words: actors.name },
    { key: "kind", value: (at) => choiceText("kinds", data.kinds[lines.kind[at]])[0] },
    { key: "sign", value: (at) => choiceText("signs", String(lines.sign[at]))[0] },
    { key: "classes", value: (at) => (data.kinds[lines.kind[at]] === TOGETHER ? "" : toldOf(data, passed, at).filter(Boolean).join(" · ")) },
    { key: "polarity", number: true, value: (at) => polarityOf(data, passed, at), cell: (at) => el("span", null, data.kinds[lines.kind[at]] === "verb" ? decimal(polarityOf(data, passed, at)).replace("-", "−") : "") },
    { key: "weight", number: true, value: (at) => passed.weight[at] },
  ];
}
