/** Setting things right: the forms in an actor's card, and the list of corrections. */

import { TYPES } from "./correct.js";
import { bdi, el, shorten } from "../lib/dom.js";
import { isoDay } from "../data/payload.js";
import { actorButton, typeGlyph, typeOf } from "../panels/components.js";
import { isUnsaved } from "./history.js";
import { TEXTS, choiceText, count, relationText } from "../lib/texts.js";

/**
 * @typedef {import("../data/payload.js").Data} Data
 * @typedef {import("../panels/components.js").Context} Context
 * @typedef {import("./correct.js").Correction} Correction
 */

/**
 * What can be set right about an actor: its name, its type, that it is another one, that it is none.
 * @param {Context} context
 * @param {number} actor
 */
export function amendForm(context, actor) {
  const { data, actions } = context;
  const subject = data.actors.id[actor];
  const field = (/** @type {string} */ label, /** @type {HTMLElement} */ input, /** @type {HTMLElement | false} */ button) =>
    el("div", { class: "amend-row" }, el("label", { for: input.id }, label), input, button);

  const name = /** @type {HTMLInputElement} */ (el("input", { type: "text", id: "amend-name", value: data.actors.name[actor], maxlength: 200, autocomplete: "off", spellcheck: "false" }));
  const rename = /** @type {HTMLButtonElement} */ (el("button", { type: "submit", disabled: true }, TEXTS.rename));
  const wanted = () => name.value.replace(/\s+/g, " ").trim();
  name.addEventListener("input", () => { rename.disabled = !wanted() || wanted() === data.actors.name[actor]; });
  const nameForm = el("form", { on: { submit: (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!rename.disabled) actions.amend({ action: "rename", subject, object: wanted() });
  } } }, field(TEXTS.newName, name, rename));

  const now = typeOf(data, actor);
  const type = /** @type {HTMLSelectElement} */ (el("select", { id: "amend-type" }, TYPES.map((one) => el("option", { value: one, selected: one === now }, choiceText("types", one)[0]))));
  const retype = /** @type {HTMLButtonElement} */ (el("button", { type: "submit", disabled: true }, TEXTS.retype));
  if (!TYPES.includes(now)) type.value = "";
  type.addEventListener("change", () => { retype.disabled = type.value === now; });
  const typeForm = el("form", { on: { submit: (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!retype.disabled) actions.amend({ action: "retype", subject, object: type.value });
  } } }, field(TEXTS.newType, type, retype));

  const aliases = data.actors.aliases[actor] ? data.actors.aliases[actor].split(" | ") : [];
  const alias = /** @type {HTMLSelectElement} */ (el("select", { id: "amend-alias" }, aliases.map((one) => el("option", { value: one }, shorten(one, 60)))));
  const splitForm = aliases.length > 0 && el("form", { on: { submit: (/** @type {Event} */ event) => {
    event.preventDefault();
    actions.amend({ action: "split", subject, object: alias.value });
  } } }, field(TEXTS.splitOff, alias, el("button", { type: "submit" }, TEXTS.split)), el("p", { class: "soft amend-note" }, TEXTS.laterOnly));

  const form = el(
    "section",
    { class: "amend", "aria-label": TEXTS.correctTitle },
    nameForm, typeForm, mergeRow(context, actor), splitForm,
    el("div", { class: "amend-row" }, el("button", { type: "button", class: "text danger", title: TEXTS.ignoreHint, on: { click: () => actions.amend({ action: "ignore", subject, object: "" }) } }, TEXTS.ignore)),
  );
  return form;
}

/**
 * Find the other actor, then say which name stays.
 * @param {Context} context
 * @param {number} actor
 */
function mergeRow(context, actor) {
  const { data, actions } = context;
  const row = el("div", { class: "amend-merge" });
  const ask = () => {
    const finder = context.finder((other) => { if (other !== actor) choose(other); }, "merge-search", TEXTS.mergeHint);
    finder.querySelector("input")?.removeAttribute("aria-label"); // it has a label
    row.replaceChildren(el("div", { class: "amend-row" }, el("label", { for: "merge-search" }, TEXTS.sameAs), finder));
  };
  const choose = (/** @type {number} */ other) => {
    const merge = (/** @type {number} */ from, /** @type {number} */ into) =>
      el("button", { type: "button", class: "keep", on: { click: () => actions.amend({ action: "merge", subject: data.actors.id[from], object: data.actors.id[into] }) } },
        typeGlyph(typeOf(data, into)), el("span", null, TEXTS.mergeKeep, " ", bdi(shorten(data.actors.name[into], 60))));
    const buttons = [merge(actor, other), merge(other, actor)];
    // The name that more sentences stand behind is offered first.
    if (data.actors.degree[other] < data.actors.degree[actor]) buttons.reverse();
    row.replaceChildren(
      el("p", { class: "soft" }, TEXTS.sameAsBy(shorten(data.actors.name[actor], 60)), " ", bdi(shorten(data.actors.name[other], 60)), "."),
      el("div", { class: "amend-keep", role: "group" }, ...buttons, el("button", { type: "button", class: "text", on: { click: () => { ask(); row.querySelector("input")?.focus(); } } }, TEXTS.cancel)),
    );
    row.querySelector("button")?.focus();
  };
  ask();
  return row;
}

/**
 * All corrections made, the latest first, with what can be done about them.
 * @param {Context} context
 */
export function ledgerCard(context) {
  const { actions, ledger } = context;
  const { list, past, future } = ledger.now;
  return el(
    "section",
    { class: "card", "aria-labelledby": "card-title" },
    el("header", { class: "card-head" },
      el("div", { class: "card-bar" }, el("span", { class: "spring" }), el("button", { type: "button", class: "icon", "aria-label": TEXTS.close, on: { click: actions.closeLedger } }, "×")),
      el("h2", { id: "card-title", tabindex: -1 }, TEXTS.corrections)),
    el("p", { class: "soft" }, list.length ? TEXTS.correctionsHint : TEXTS.noCorrections),
    list.length > 0 && el("code", { class: "command" }, TEXTS.correctionsCommand),
    el("div", { class: "tools ledger-tools" },
      el("button", { type: "button", title: TEXTS.undoHint, disabled: !past.length, on: { click: actions.undo } }, `↶ ${TEXTS.undo}`),
      el("button", { type: "button", title: TEXTS.redoHint, disabled: !future.length, on: { click: actions.redo } }, `↷ ${TEXTS.redo}`),
      list.length > 0 && el("button", { type: "button", class: isUnsaved(ledger.now) ? "primary" : undefined, on: { click: actions.saveLedger } }, TEXTS.download)),
    list.length > 0 && el("p", { class: "soft note ledger-state" }, isUnsaved(ledger.now) ? TEXTS.notSaved(list.length) : TEXTS.savedAll, " ", ledger.keeps ? TEXTS.keptHere : TEXTS.notKept),
    list.length > 0 && el("ol", { class: "plain ledger" }, list.map((correction, at) => ledgerItem(context, correction, at)).reverse()),
    list.length > 1 && el("button", { type: "button", class: "text danger", on: { click: actions.clearLedger } }, TEXTS.removeAll),
  );
}

/**
 * @param {Context} context
 * @param {Correction} correction
 * @param {number} at
 */
function ledgerItem(context, correction, at) {
  const idle = context.ledger.idle[at];
  const words = told(context.base, correction);
  const open = context.base.actors.id.indexOf(correction.subject);
  const shows = open >= 0 && context.data.actors.heir[open] >= 0;
  return el(
    "li",
    { class: idle ? "idle" : undefined },
    el("div", { class: "ledger-text" },
      el("span", null, bdi(shorten(words.subject, 80)), el("span", { class: "way" }, ` ${TEXTS.actions[correction.action]} `), words.object && bdi(shorten(words.object, 80))),
      (idle || correction.action === "split") && el("span", { class: "soft" }, idle ? TEXTS.idle : TEXTS.laterOnly),
      shows && el("span", null, actorButton(context, context.data.actors.heir[open]))),
    el("button", { type: "button", class: "text", "aria-label": `${TEXTS.remove}: ${toldLine(context.base, correction)}`, on: { click: () => context.actions.unamend(at) } }, TEXTS.remove),
  );
}

/**
 * A correction in words, by the names that the page came with.
 * @param {Data} base
 * @param {Correction} correction
 * @returns {{ subject: string, object: string }}
 */
export function told(base, { action, subject, object }) {
  const name = (/** @type {string} */ id) => base.actors.name[base.actors.id.indexOf(id)] ?? id;
  if (action === "drop") return { subject: relationTold(base, subject), object: "" };
  if (action === "split") return { subject: `“${object}”`, object: name(subject) };
  if (action === "retype") return { subject: name(subject), object: choiceText("types", object)[0].toLowerCase() };
  return { subject: name(subject), object: action === "merge" ? name(object) : object };
}

/**
 * @param {Data} base
 * @param {Correction} correction
 */
export function toldLine(base, correction) {
  const { subject, object } = told(base, correction);
  return [shorten(subject, 60), TEXTS.actions[correction.action], shorten(object, 60)].filter(Boolean).join(" ");
}

/**
 * @param {Data} base
 * @param {string} id
 */
function relationTold({ actors, lines, rows, noDay }, id) {
  const row = rows.place(id);
  if (row < 0) return id;
  const line = rows.line[row];
  const day = isoDay(rows.day[row], noDay);
  const what = relationText(rows.relation.words[rows.relation.codes[row]]);
  return `${shorten(actors.name[lines.source[line]], 40)} → ${shorten(actors.name[lines.target[line]], 40)}: ${what}${day && `, ${day}`}`;
}

/**
 * The button that leads to the corrections, with how many there are and whether they are to be taken away.
 * @param {HTMLElement} button
 * @param {import("./history.js").Ledger} ledger
 */
export function paintLedgerButton(button, ledger) {
  button.replaceChildren(
    TEXTS.corrections,
    ledger.list.length ? el("span", { class: `badge${isUnsaved(ledger) ? " unsaved" : ""}` }, count(ledger.list.length)) : "",
  );
  button.title = isUnsaved(ledger) ? TEXTS.notSaved(ledger.list.length) : "";
}
