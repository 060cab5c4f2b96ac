/** Setting a relation right: its class, whom its words mean, and what else the sentence states. */

import { bdi, el, shorten } from "../lib/dom.js";
import { TEXTS } from "../lib/texts.js";
import { relationText } from "../lib/wording.js";

/** @typedef {import("../panels/components.js").Context} Context */

/**
 * A button that opens the form below a relation, and closes it.
 * @param {Context} context
 * @param {number} row
 * @param {string} what the relation is, for those who hear the button
 */
export function setRightButton(context, row, what) {
  const button = el("button", { type: "button", class: "text set-right", "aria-expanded": "false", "aria-label": TEXTS.setRightThis(what) }, TEXTS.setRight);
  const turn = () => {
    const item = /** @type {HTMLElement} */ (button.closest("li"));
    const open = item.querySelector(".set-right-form");
    button.setAttribute("aria-expanded", String(!open));
    if (open) return open.remove();
    const form = relationForm(context, row);
    form.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      turn();
      button.focus();
    });
    item.append(form);
    /** @type {HTMLElement | null} */ (form.querySelector("button, select, input"))?.focus();
    return undefined;
  };
  button.addEventListener("click", turn);
  return button;
}

/**
 * @param {Context} context
 * @param {number} row
 */
function relationForm(context, row) {
  const { data, actions } = context;
  const { rows, lines } = data;
  const subject = rows.id(row);
  const line = rows.line[row];
  const own = rows.relation.words[rows.relation.codes[row]];
  const id = (/** @type {string} */ name) => `${name}-${row}`;
  const confirm = subject && rows.confidence[row] < 100 && el("div", { class: "amend-row" }, el("button", { type: "button", class: "confirm", title: TEXTS.confirmHint, on: { click: () => actions.amend({ action: "confirm", subject, object: "" }) } }, TEXTS.confirm));
  const classes = classSelect(context, id("class"), own);
  const change = /** @type {HTMLButtonElement} */ (el("button", { type: "submit", disabled: true }, TEXTS.retype));
  classes.addEventListener("change", () => { change.disabled = classes.value === own; });
  const classForm = subject && el("form", { on: { submit: (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!change.disabled) actions.amend({ action: "reclass", subject, object: classes.value });
  } } }, el("div", { class: "amend-row" }, el("label", { for: classes.id }, TEXTS.newClass), classes, change));
  const mentions = rows.ends(row);
  const ends = [lines.source[line], lines.target[line]];
  const relinks = mentions.map((mention, side) => mention && relinkRow(context, mention, ends[side], id(`relink-${side}`), side));
  return el("section", { class: "amend set-right-form", "aria-label": TEXTS.setRight }, confirm, classForm, ...relinks, addForm(context, row, id));
}

/**
 * @param {Context} context
 * @param {string} id
 * @param {string} chosen
 */
function classSelect({ data }, id, chosen) {
  const names = [...data.classes.keys()].map((name) => ({ name, text: relationText(name) })).sort((a, b) => a.text.localeCompare(b.text));
  return /** @type {HTMLSelectElement} */ (el("select", { id }, names.map(({ name, text }) => el("option", { value: name, selected: name === chosen }, text))));
}

/**
 * Have the words of the sentence that stand for an actor stand for another.
 * @param {Context} context
 * @param {string} mention
 * @param {number} actor for whom they stand now
 * @param {string} id
 * @param {number} side
 */
function relinkRow(context, mention, actor, id, side) {
  const { data, actions } = context;
  const choose = (/** @type {string} */ object) => actions.amend({ action: "relink", subject: mention, object });
  const finder = context.finder((other) => { if (other !== actor) choose(data.actors.id[other]); }, id, TEXTS.mergeHint);
  labelled(finder);
  return el("div", { class: "amend-row" },
    el("label", { for: id, title: TEXTS.relinkHint }, side ? TEXTS.relinkTarget : TEXTS.relinkSource),
    finder, el("button", { type: "button", title: TEXTS.relinkNobodyHint(shorten(data.actors.name[actor], 40)), on: { click: () => choose("none") } }, TEXTS.relinkNobody));
}

/**
 * A search box that has a label beside it, and is one of several.
 * @param {HTMLElement} finder
 */
function labelled(finder) {
  finder.removeAttribute("role");
  finder.querySelector("input")?.removeAttribute("aria-label");
}

/**
 * Add a relation that the same sentence states.
 * @param {Context} context
 * @param {number} row
 * @param {(name: string) => string} id
 */
function addForm(context, row, id) {
  const { data, actions } = context;
  const { lines, rows } = data;
  const line = rows.line[row];
  const chosen = [lines.source[line], lines.target[line]];
  const classes = classSelect(context, id("add-class"), "");
  const put = /** @type {HTMLButtonElement} */ (el("button", { type: "submit" }, TEXTS.addRelation));
  const told = [el("span", { class: "chosen" }), el("span", { class: "chosen" })];
  const show = () => {
    told.forEach((box, side) => box.replaceChildren(bdi(shorten(data.actors.name[chosen[side]], 40))));
    put.disabled = chosen[0] === chosen[1];
  };
  show();
  const end = (/** @type {number} */ side) => {
    const finder = context.finder((actor) => { chosen[side] = actor; show(); put.focus(); }, id(`add-${side}`), TEXTS.searchShort);
    labelled(finder);
    return el("div", { class: "amend-row" }, el("label", { for: id(`add-${side}`) }, side ? TEXTS.addTarget : TEXTS.addSource), finder, told[side]);
  };
  return el("form", { class: "add-relation", on: { submit: (/** @type {Event} */ event) => {
    event.preventDefault();
    const [source, target] = chosen.map((actor) => data.actors.id[actor]);
    if (!put.disabled) actions.amend({ action: "add", subject: source, object: target, relation: classes.value, evidence: data.placeOf(rows.sentence[row]) });
  } } },
  el("p", null, TEXTS.addTitle), end(0), el("div", { class: "amend-row" }, el("label", { for: classes.id }, TEXTS.newClass), classes, put), end(1));
}
