/** The left-hand panel: legend and filters in one, with what each choice would give. */

import { LEVELS } from "../data/backbone.js";
import { GROUPS, choices, firstFilters, isFiltered, isOn } from "../data/filters.js";
import { largest } from "../data/payload.js";
import { fold } from "../data/search.js";
import { el, shorten, svg } from "../lib/dom.js";
import { TEXTS, count } from "../lib/texts.js";
import { choiceText } from "../lib/wording.js";
import { lineSwatch, typeGlyph } from "./components.js";

/**
 * @typedef {import("../data/payload.js").Data} Data
 * @typedef {import("../data/filters.js").Filters} Filters
 * @typedef {import("../data/filters.js").Group} Group
 * @typedef {{ toggle: (group: Group, choice: string) => void, only: (group: Group, only: string[] | null) => void,
 *   minimum: (value: number) => void, confidence: (percent: number) => void, backbone: (level: number) => void, reset: () => void }} Actions
 */

const FEW = 7;
const MANY = 200;
const FOLDED = new Set(["speakers", "outlets", "countries", "roles"]);

/**
 * The panel is built once and updated in place, so that focus and scrolling stay.
 * @param {Data} data
 * @param {Actions} actions
 */
export function createFilterPanel(data, actions) {
  const groups = GROUPS.map((group) => createGroup(data, group, actions));
  const output = el("output", { for: "minimum", class: "count" }, "1");
  const slider = /** @type {HTMLInputElement} */ (el("input", {
    type: "range", id: "minimum", min: 1, max: Math.min(largest(data.lines.weight, 2), 30), step: 1, value: 1,
    on: { input: (/** @type {any} */ event) => actions.minimum(Number(event.target.value)) },
  }));
  const reset = /** @type {HTMLButtonElement} */ (el("button", { type: "button", class: "reset", on: { click: actions.reset } }, TEXTS.reset));
  const weight = el(
    "div",
    { class: "group" },
    el("label", { for: "minimum", class: "group-title" }, TEXTS.groups.minimum),
    el("div", { class: "slider" }, slider, output),
  );
  const level = el("output", { for: "backbone", class: "count" });
  const strict = /** @type {HTMLInputElement} */ (el("input", {
    type: "range", id: "backbone", min: 0, max: LEVELS.length - 1, step: 1, value: 0, title: TEXTS.backboneHint, "aria-describedby": "backbone-kept",
    on: { input: (/** @type {any} */ event) => actions.backbone(LEVELS[Number(event.target.value)]) },
  }));
  const keeps = el("p", { class: "soft note", id: "backbone-kept" });
  const spine = el("div", { class: "group" }, el("label", { for: "backbone", class: "group-title" }, TEXTS.groups.backbone), el("div", { class: "slider" }, strict, level), keeps);
  const sureness = el("output", { for: "confidence", class: "count" });
  const sure = /** @type {HTMLInputElement} */ (el("input", {
    type: "range", id: "confidence", min: 0, max: 95, step: 5, value: 0, title: TEXTS.confidenceHint, "aria-describedby": "confidence-hides",
    on: { input: (/** @type {any} */ event) => actions.confidence(Number(event.target.value)) },
  }));
  const hides = el("p", { class: "soft note", id: "confidence-hides" });
  const certain = el("div", { class: "group" }, el("label", { for: "confidence", class: "group-title" }, TEXTS.groups.confidence), el("div", { class: "slider" }, sure, sureness), hides);
  return {
    box: el("div", { class: "groups" }, ...groups.slice(0, 5).map(({ box }) => box), certain, weight, spine, ...groups.slice(5).map(({ box }) => box), reset),
    /**
     * @param {Filters} filters
     * @param {import("../data/passing.js").Passing} passed
     */
    update(filters, passed) {
      for (const group of groups) group.update(filters, passed);
      slider.max = String(Math.max(Math.min(largest(data.lines.weight, 2), 30), filters.minimum));
      slider.value = String(filters.minimum);
      output.textContent = count(filters.minimum);
      strict.value = String(LEVELS.indexOf(filters.backbone));
      level.textContent = TEXTS.backboneLevel(filters.backbone);
      strict.setAttribute("aria-valuetext", TEXTS.backboneLevel(filters.backbone));
      keeps.textContent = filters.backbone < 1 ? TEXTS.backboneKeeps(passed.lines, passed.whole) : TEXTS.backboneHint;
      sure.value = String(filters.confidence);
      sureness.textContent = TEXTS.confidenceLevel(filters.confidence);
      sure.setAttribute("aria-valuetext", TEXTS.confidenceLevel(filters.confidence));
      hides.textContent = filters.confidence ? TEXTS.confidenceHides(passed.unsure) : TEXTS.confidenceHint;
      reset.disabled = !isFiltered(filters, data);
    },
  };
}

/**
 * One group of choices. Long ones show their most frequent choices and find the others by name.
 * @param {Data} data
 * @param {Group} group
 * @param {Actions} actions
 */
function createGroup(data, group, actions) {
  let every = choices(data, group);
  const title = TEXTS.groups[group];
  const text = (/** @type {string} */ choice) => (group === "countries" && data.countries[choice] ? [data.countries[choice], ""] : choiceText(group, choice));
  /** @type {{ filters: Filters, passed: import("../data/passing.js").Passing } | null} */
  let now = null;
  let open = false;
  /** @type {Map<string, { row: HTMLElement, box: HTMLInputElement, number: HTMLElement }>} */
  const rows = new Map();

  const rowOf = (/** @type {string} */ choice) => {
    const known = rows.get(choice);
    if (known) return known;
    const [name, meaning] = text(choice);
    const number = el("span", { class: "count" });
    const box = /** @type {HTMLInputElement} */ (el("input", { type: "checkbox", on: { change: () => actions.toggle(group, choice) } }));
    const only = el("button", { type: "button", class: "only", "aria-label": TEXTS.onlyThis(shorten(name, 80)), on: { click: () => actions.only(group, [choice]) } }, TEXTS.only);
    const words = el("span", { class: "choice-text" }, el("bdi", null, shorten(name, 80)), meaning && el("span", { class: "meaning" }, meaning));
    const row = el("li", { class: "choice" }, el("label", { title: meaning || undefined }, box, swatch(group, choice), words, number), only);
    const made = { row, box, number };
    rows.set(choice, made);
    return made;
  };
  const list = el("ul", { class: "plain" });
  const find = /** @type {HTMLInputElement} */ (el("input", { class: "find", type: "text", placeholder: TEXTS.find, "aria-label": TEXTS.findIn(title), on: { input: () => fill() } }));
  const more = el("button", { type: "button", class: "text", on: { click: () => { open = !open; fill(); } } });
  const all = el("button", { type: "button", class: "only", on: { click: () => actions.only(group, null) } }, TEXTS.all);

  const visible = () => {
    const wanted = fold(find.value);
    if (wanted) return every.filter((choice) => fold(text(choice)[0]).includes(wanted)).slice(0, MANY);
    if (open || every.length <= FEW + 1) return every.slice(0, MANY);
    const counts = now?.passed.counts[group];
    const ticked = new Set(now?.filters[group].only ?? []);
    const worth = (/** @type {string} */ choice) => (ticked.has(choice) ? Infinity : counts?.get(choice) ?? 0);
    const order = every.map((choice, at) => ({ at, size: worth(choice) })).sort((a, b) => b.size - a.size || a.at - b.at);
    const most = order.slice(0, Math.max(FEW, ticked.size)).sort((a, b) => a.at - b.at);
    return most.slice(0, MANY).map(({ at }) => every[at]);
  };
  const fill = () => {
    const shown = visible().map(rowOf);
    const same = shown.length === list.children.length && shown.every(({ row }, at) => list.children[at] === row);
    if (!same) list.replaceChildren(...shown.map(({ row }) => row));
    find.hidden = every.length <= 2 * FEW || !open;
    more.hidden = every.length <= FEW + 1;
    more.textContent = open ? TEXTS.showFewer : `${TEXTS.showAll} (${count(every.length)})`;
    more.setAttribute("aria-expanded", String(open));
    if (now) paint(now.filters, now.passed);
  };
  const paint = (/** @type {Filters} */ filters, /** @type {import("../data/passing.js").Passing} */ passed) => {
    const picked = filters[group];
    all.hidden = JSON.stringify(picked) === JSON.stringify(firstFilters(data)[group]) || (!picked.only && picked.off.length === 0);
    for (const choice of visible()) {
      const { row, box, number } = rowOf(choice);
      const size = passed.counts[group].get(choice) ?? 0;
      box.checked = isOn(picked, choice);
      number.textContent = count(size);
      row.classList.toggle("empty", size === 0);
    }
  };
  fill();

  const body = [all, find, list, more];
  const box = FOLDED.has(group)
    ? el("details", { class: "group", "data-group": group }, el("summary", { class: "group-title" }, title), el("fieldset", null, el("legend", { class: "unseen" }, title), ...body))
    : el("fieldset", { class: "group", "data-group": group }, el("legend", { class: "group-title" }, title), ...body);
  return {
    box,
    /**
     * @param {Filters} filters
     * @param {import("../data/passing.js").Passing} passed
     */
    update(filters, passed) {
      now = { filters, passed };
      every = choices(data, group);
      box.hidden = every.length < 2;
      fill();
    },
  };
}

/**
 * @param {Group} group
 * @param {string} choice
 */
function swatch(group, choice) {
  if (group === "types") return typeGlyph(choice);
  if (group === "kinds") return lineSwatch(choice, null);
  if (group === "signs") return lineSwatch("verb", Number(choice));
  return null;
}

/** How to read the drawing. */
export function legend() {
  const items = [["size", TEXTS.legendSize], ["width", TEXTS.legendWidth], ["arrow", TEXTS.legendArrow]].map(([name, text]) => el("li", null, legendMark(name), text));
  const tones = [-1, 1, 0].map((sign) => el("span", { class: "tone" }, lineSwatch("verb", sign), choiceText("signs", String(sign))[0].toLowerCase()));
  return el("ul", { class: "plain how" }, ...items, el("li", { class: "tones" }, TEXTS.legendTones, ...tones));
}

/** @param {string} name */
function legendMark(name) {
  if (name === "size") return svg("how-mark", "0 0 40 18", [["circle", { cx: 8, cy: 9, r: 3.5 }], ["circle", { cx: 28, cy: 9, r: 8 }]]);
  if (name === "width") return svg("how-mark strokes", "0 0 40 18", [["line", { x1: 3, y1: 5, x2: 37, y2: 5, "stroke-width": 1.4 }], ["line", { x1: 3, y1: 13, x2: 37, y2: 13, "stroke-width": 5 }]]);
  return svg("how-mark strokes", "0 0 40 18", [["line", { x1: 3, y1: 9, x2: 28, y2: 9, "stroke-width": 2 }], ["polygon", { points: "27,4 37,9 27,14" }]]);
}
