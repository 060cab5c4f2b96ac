/** The search box: an editable combobox over names and aliases. */

import { typeOf } from "../data/lines.js";
import { isoDay } from "../data/payload.js";
import { search } from "../data/search.js";
import { bdi, el, shorten } from "../lib/dom.js";
import { TEXTS, count } from "../lib/texts.js";
import { choiceText } from "../lib/wording.js";
import { typeGlyph } from "./components.js";

/**
 * @param {import("../data/payload.js").Data} data
 * @param {() => import("../data/search.js").Index} index made when first needed
 * @param {(actor: number) => number} weigh the weighted degree of an actor, over what passes
 * @param {(actor: number) => void} choose
 * @param {(words: string) => void} announce
 * @param {string} id of the input; its list is `ID-found`
 * @param {string} hint in the empty box
 * @param {((query: string) => void) | null} sentences looks for what was typed in the sentences
 */
export function createSearchBox(data, index, weigh, choose, announce, id = "search", hint = TEXTS.searchShort, sentences = null) {
  const input = /** @type {HTMLInputElement} */ (el("input", {
    type: "search", id, role: "combobox", "aria-expanded": "false", "aria-controls": `${id}-found`, "aria-autocomplete": "list",
    "aria-label": TEXTS.search, placeholder: hint, autocomplete: "off", spellcheck: "false",
  }));
  const list = el("ul", { id: `${id}-found`, role: "listbox", "aria-label": TEXTS.search, class: "plain found", hidden: true });
  /** @type {number[]} and, where sentences can be found, -1 for these */
  let hits = [];
  let at = -1;

  const close = () => {
    list.hidden = true;
    at = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const point = (/** @type {number} */ next) => {
    at = (next + hits.length) % hits.length;
    const rows = [...list.querySelectorAll('[role="option"]')];
    rows.forEach((row, place) => row.setAttribute("aria-selected", String(place === at)));
    input.setAttribute("aria-activedescendant", `${id}-${at}`);
    rows[at].scrollIntoView({ block: "nearest" });
  };
  const take = (/** @type {number} */ actor) => {
    const query = input.value;
    input.value = "";
    close();
    if (actor < 0) sentences?.(query);
    else choose(actor);
  };
  /** What tells an actor from others of its name among those found: type, and a document that speaks of it. */
  const told = (/** @type {number} */ actor) => {
    const { name } = data.actors;
    if (hits.filter((one) => one >= 0 && name[one] === name[actor]).length < 2) return null;
    const [line] = data.linesOf(actor);
    const { title, date } = line === undefined ? { title: "", date: "" } : data.document(data.rows.sentence[data.lines.rows[line]]);
    const where = shorten(title, 60) || date || (data.actors.first[actor] === data.noDay ? "" : isoDay(data.actors.first[actor], data.noDay));
    return el("span", { class: "soft told" }, choiceText("types", typeOf(data, actor))[0], where && " · ", where && bdi(where));
  };
  const look = () => {
    const found = search(index(), input.value);
    hits = found.map(({ actor }) => actor);
    if (!input.value.trim()) return close();
    list.replaceChildren(
      ...found.map(({ actor, alias }, place) =>
        el(
          "li",
          { role: "option", id: `${id}-${place}`, "aria-selected": "false", on: { mousedown: (/** @type {Event} */ event) => { event.preventDefault(); take(actor); } } },
          typeGlyph(typeOf(data, actor)),
          el("span", { class: "found-name" }, bdi(shorten(data.actors.name[actor], 60)), alias && el("span", { class: "soft" }, ` ${TEXTS.alias} `, bdi(shorten(alias, 40))), told(actor)),
          el("span", { class: "count" }, count(weigh(actor))),
        ),
      ),
    );
    if (!found.length) list.append(el("li", { class: "soft", role: "presentation" }, TEXTS.noMatch));
    if (sentences) {
      list.append(el(
        "li", { role: "option", id: `${id}-${hits.length}`, "aria-selected": "false", class: "in-sentences", on: { mousedown: (/** @type {Event} */ event) => { event.preventDefault(); take(-1); } } },
        el("span", { class: "found-name" }, ...TEXTS.reading.inSentences.map((part, at) => [at ? bdi(shorten(input.value.trim(), 60)) : "", part]).flat()),
      ));
      hits.push(-1);
    }
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    announce(TEXTS.found(found.length));
    if (hits.length) point(0);
  };
  input.addEventListener("input", look);
  input.addEventListener("focus", () => { if (input.value.trim()) look(); });
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" && hits.length) point(at + 1);
    else if (event.key === "ArrowUp" && hits.length) point(at - 1);
    else if (event.key === "Enter" && at >= 0) take(hits[at]);
    else if (event.key === "Escape") {
      if (list.hidden) input.blur();
      input.value = "";
      close();
      event.stopPropagation();
    } else return;
    event.preventDefault();
  });
  return { box: el("div", { class: "finder", ...(id === "search" && { role: "search" }) }, input, id === "search" && el("kbd", { "aria-hidden": "true" }, TEXTS.searchKey), list), input };
}
