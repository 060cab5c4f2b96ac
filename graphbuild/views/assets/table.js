/** The same data as two tables: every actor and every link that passes, drawn or not. */

import { bdi, el, refill, shorten } from "./dom.js";
import { isoDay } from "./data.js";
import { actorButton, classesOf, typeOf } from "./pieces.js";
import { polarityOf } from "./takeaway.js";
import { TEXTS, choiceText, count } from "./texts.js";

/**
 * @typedef {import("./pieces.js").Context} Context
 * @typedef {{ key: string, number?: boolean, date?: boolean, value: (at: number) => string | number, cell?: (at: number) => Node }} Column
 */

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
    const all = tab === "actors" ? actorsIn(context()) : linksIn(context());
    const { key, up } = sort[tab];
    const by = columns.find((column) => column.key === key) ?? columns[0];
    const values = new Map(all.map((at) => [at, by.value(at)]));
    const order = new Intl.Collator("en", { numeric: true, sensitivity: "base" });
    all.sort((a, b) => {
      const [x, y] = [values.get(a) ?? "", values.get(b) ?? ""];
      const way = typeof x === "number" && typeof y === "number" ? x - y : order.compare(String(x), String(y));
      return (up ? way : -way) || a - b;
    });
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
        el("span", { class: "soft" }, all.length ? TEXTS.page(first + 1, Math.min(first + PAGE, all.length), all.length) : TEXTS.emptyFilters),
        el("button", { type: "button", disabled: first === 0, on: { click: turn(-1) } }, TEXTS.previous),
        el("button", { type: "button", disabled: first + PAGE >= all.length, on: { click: turn(1) } }, TEXTS.next),
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
 * @param {Context} context
 * @returns {Column[]}
 */
function actorColumns(context) {
  const { data, actions, pinned } = context;
  const held = new Set(pinned);
  const tool = (/** @type {number} */ at, /** @type {string} */ text, /** @type {() => void} */ act, /** @type {boolean | undefined} */ pressed) =>
    el("button", { type: "button", class: "text", "aria-label": `${text}: ${shorten(data.actors.name[at], 60)}`, "aria-pressed": pressed === undefined ? undefined : String(pressed), on: { click: act } }, text);
  const { actors } = data;
  const coded = (/** @type {import("./data.js").Coded} */ column) => (/** @type {number} */ at) => column.words[column.codes[at]];
  return [
    { key: "name", value: (at) => actors.name[at], cell: (at) => el("div", { class: "row-name" }, actorButton(context, at), el("span", { class: "row-tools" }, tool(at, TEXTS.pin, () => actions.pin(at), held.has(at)), tool(at, TEXTS.hide, () => actions.hide(at), undefined))) },
    { key: "type", value: (at) => choiceText("types", typeOf(data, at))[0] },
    { key: "role", value: coded(actors.role) },
    { key: "country", value: coded(actors.country) },
    { key: "degree", number: true, value: (at) => actors.degree[at] },
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
    { key: "source", value: (at) => actors.name[lines.source[at]], cell: open },
    { key: "target", value: (at) => actors.name[lines.target[at]] },
    { key: "kind", value: (at) => choiceText("kinds", data.kinds[lines.kind[at]])[0] },
    { key: "sign", value: (at) => choiceText("signs", String(lines.sign[at]))[0] },
    { key: "classes", value: (at) => (data.kinds[lines.kind[at]] === "cooccurrence" ? "" : classesOf(data, at)) },
    { key: "polarity", number: true, value: (at) => polarityOf(data, at), cell: (at) => el("span", null, data.kinds[lines.kind[at]] === "verb" ? polarityOf(data, at).toFixed(2).replace("-", "−") : "") },
    { key: "weight", number: true, value: (at) => passed.weight[at] },
  ];
}
