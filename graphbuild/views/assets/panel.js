/** The left-hand panel: legend and filters in one, with what each choice would give. */

import { largest } from "./data.js";
import { el } from "./dom.js";
import { GROUPS, choices, isFiltered } from "./filters.js";
import { lineSwatch, typeGlyph } from "./cards.js";
import { TEXTS, choiceText, count } from "./texts.js";

/**
 * @typedef {import("./data.js").Data} Data
 * @typedef {import("./filters.js").Filters} Filters
 * @typedef {import("./filters.js").Group} Group
 * @typedef {{ toggle: (group: Group, choice: string) => void, off: (group: Group, off: string[]) => void,
 *   minimum: (value: number) => void, reset: () => void }} Actions
 */

const FEW = 8;

/**
 * The panel is built once and updated in place, so that focus and scrolling stay.
 * @param {Data} data
 * @param {Actions} actions
 */
export function createPanel(data, actions) {
  const groups = GROUPS.map((group) => createGroup(data, group, actions));
  const heaviest = largest(data.lines.weight, 2);
  const output = el("output", { for: "minimum", class: "count" }, "1");
  const slider = /** @type {HTMLInputElement} */ (el("input", {
    type: "range", id: "minimum", min: 1, max: Math.min(heaviest, 30), step: 1, value: 1,
    on: { input: (/** @type {any} */ event) => actions.minimum(Number(event.target.value)) },
  }));
  const reset = /** @type {HTMLButtonElement} */ (el("button", { type: "button", class: "reset", on: { click: actions.reset } }, TEXTS.reset));
  const box = el(
    "div",
    { class: "groups" },
    ...groups.map((group) => group.box),
    el("div", { class: "group" }, el("label", { for: "minimum", class: "group-title" }, TEXTS.groups.minimum), el("div", { class: "slider" }, slider, output)),
    reset,
  );
  return {
    box,
    /**
     * @param {Filters} filters
     * @param {import("./filters.js").Passing} passed
     */
    update(filters, passed) {
      for (const group of groups) group.update(filters, passed);
      slider.value = String(filters.minimum);
      output.textContent = count(filters.minimum);
      reset.disabled = !isFiltered(filters);
    },
  };
}

/**
 * @param {Data} data
 * @param {Group} group
 * @param {Actions} actions
 */
function createGroup(data, group, actions) {
  const every = choices(data, group);
  const rows = every.map((choice) => {
    const [name, meaning] = choiceText(group, choice);
    const number = el("span", { class: "count" });
    const box = /** @type {HTMLInputElement} */ (el("input", { type: "checkbox", on: { change: () => actions.toggle(group, choice) } }));
    const only = el("button", {
      type: "button", class: "only", "aria-label": TEXTS.onlyThis(name),
      on: { click: () => actions.off(group, every.filter((other) => other !== choice)) },
    }, TEXTS.only);
    const row = el(
      "li",
      { class: "choice" },
      el("label", { title: meaning || undefined }, box, swatch(group, choice), el("span", { class: "choice-text" }, el("span", null, name), meaning && el("span", { class: "meaning" }, meaning)), number),
      only,
    );
    return { choice, row, box, number };
  });
  const all = el("button", { type: "button", class: "only", on: { click: () => actions.off(group, []) } }, TEXTS.all);
  const list = el("ul", { class: "plain" }, ...rows.map(({ row }) => row));
  const folded = rows.length > FEW;
  const more = el("button", { type: "button", class: "text", "aria-expanded": "false" }, TEXTS.showAll);
  const fold = (/** @type {boolean} */ open) => {
    rows.forEach(({ row }, at) => { row.hidden = !open && at >= FEW; });
    more.textContent = open ? TEXTS.showFewer : `${TEXTS.showAll} (${rows.length})`;
    more.setAttribute("aria-expanded", String(open));
  };
  if (folded) {
    fold(false);
    more.addEventListener("click", () => fold(more.getAttribute("aria-expanded") !== "true"));
  }
  const box = el("fieldset", { class: "group", "data-group": group }, el("legend", { class: "group-title" }, TEXTS.groups[group]), all, list, folded && more);
  box.hidden = every.length < 2;
  return {
    box,
    /**
     * @param {Filters} filters
     * @param {import("./filters.js").Passing} passed
     */
    update(filters, passed) {
      const off = filters.off[group];
      all.hidden = off.length === 0;
      for (const { choice, row, box: tick, number } of rows) {
        tick.checked = !off.includes(choice);
        const size = passed.counts[group].get(choice) ?? 0;
        number.textContent = count(size);
        row.classList.toggle("empty", size === 0);
      }
    },
  };
}

/**
 * @param {Group} group
 * @param {string} choice
 */
function swatch(group, choice) {
  if (group === "types") return typeGlyph(choice);
  if (group === "kinds") return lineSwatch(choice, 0);
  if (group === "signs") return lineSwatch("verb", Number(choice));
  return null;
}
