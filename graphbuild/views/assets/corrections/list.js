/** The list of corrections, each in words, with what can be done about them. */

import { isoDay } from "../data/payload.js";
import { bdi, el, shorten } from "../lib/dom.js";
import { TEXTS, count } from "../lib/texts.js";
import { choiceText, relationText } from "../lib/wording.js";
import { actorButton } from "../panels/components.js";
import { doubtsPart } from "./doubts.js";
import { isUnsaved } from "./history.js";
import { queuePart } from "./queue.js";

/**
 * @typedef {import("../data/payload.js").Data} Data
 * @typedef {import("../panels/components.js").Context} Context
 * @typedef {import("./correct.js").Correction} Correction
 */

/**
 * All corrections made, the latest first, with what can be done about them.
 * @param {Context} context
 */
export function correctionsCard(context) {
  const { actions, corrections } = context;
  const { list, past, future } = corrections.now;
  return el(
    "section",
    { class: "card", "aria-labelledby": "card-title" },
    el("header", { class: "card-head" },
      el("div", { class: "card-bar" }, el("span", { class: "spring" }), el("button", { type: "button", class: "icon", "aria-label": TEXTS.close, on: { click: actions.closeCorrections } }, "×")),
      el("h2", { id: "card-title", tabindex: -1 }, TEXTS.corrections)),
    el("p", { class: "soft" }, list.length ? TEXTS.correctionsHint : TEXTS.noCorrections),
    list.length > 0 && el("code", { class: "command" }, TEXTS.correctionsCommand),
    el("div", { class: "tools correction-tools" },
      el("button", { type: "button", title: TEXTS.undoHint, disabled: !past.length, on: { click: actions.undo } }, `↶ ${TEXTS.undo}`),
      el("button", { type: "button", title: TEXTS.redoHint, disabled: !future.length, on: { click: actions.redo } }, `↷ ${TEXTS.redo}`),
      list.length > 0 && el("button", { type: "button", class: isUnsaved(corrections.now) ? "primary" : undefined, on: { click: actions.saveCorrections } }, TEXTS.download)),
    list.length > 0 && el("p", { class: "soft note correction-state" }, isUnsaved(corrections.now) ? TEXTS.notSaved(list.length) : TEXTS.savedAll, " ", corrections.keeps ? TEXTS.keptHere : TEXTS.notKept),
    list.length > 0 && el("ol", { class: "plain corrections" }, list.map((correction, at) => correctionItem(context, correction, at)).reverse()),
    queuePart(context),
    doubtsPart(context),
    list.length > 1 && el("button", { type: "button", class: "text danger", on: { click: actions.clearCorrections } }, TEXTS.removeAll),
  );
}

/**
 * @param {Context} context
 * @param {Correction} correction
 * @param {number} at
 */
function correctionItem(context, correction, at) {
  const idle = context.corrections.idle[at];
  const words = told(context.base, correction);
  const open = context.base.actors.id.indexOf(correction.subject);
  const shows = open >= 0 && context.data.actors.heir[open] >= 0;
  return el(
    "li",
    { class: idle ? "idle" : undefined },
    el("div", { class: "correction-text" },
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
export function told(base, { action, subject, object, relation = "" }) {
  const name = (/** @type {string} */ id) => base.actors.name[base.actors.id.indexOf(id)] ?? id;
  if (action === "drop") return { subject: relationTold(base, subject), object: "" };
  if (action === "split") return { subject: `“${object}”`, object: name(subject) };
  if (action === "retype") return { subject: name(subject), object: choiceText("types", object)[0].toLowerCase() };
  if (action === "confirm") return { subject: relationTold(base, subject), object: "" };
  if (action === "reclass") return { subject: relationTold(base, subject), object: relationText(object) };
  if (action === "relink") return { subject: mentionTold(base, subject), object: object === "none" ? TEXTS.relinkNobody.toLowerCase() : name(object) };
  if (action === "add") return { subject: `${name(subject)} → ${name(object)}: ${relationText(relation)}`, object: "" };
  if (action === "country") return { subject: name(subject), object: object === "none" ? TEXTS.noWord.countries : base.nations[object] ?? object };
  if (action === "role") return { subject: name(subject), object: object === "none" ? TEXTS.noWord.roles : choiceText("roles", object).filter(Boolean).join(" · ") };
  return { subject: name(subject), object: action === "merge" || action === "different" ? name(object) : object };
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
 * A mention by the actor that it stands for as the page came, and where.
 * @param {Data} base
 * @param {string} id
 */
function mentionTold({ actors, spans }, id) {
  const at = spans().place(id);
  return at < 0 ? id : TEXTS.mentionOf(shorten(actors.name[spans().actor[at]], 40), id);
}

/**
 * The button that leads to the corrections, with how many there are and whether they are to be taken away.
 * @param {HTMLElement} button
 * @param {import("./history.js").History} history
 */
export function paintCorrectionsButton(button, history) {
  button.replaceChildren(
    TEXTS.corrections,
    history.list.length ? el("span", { class: `badge${isUnsaved(history) ? " unsaved" : ""}` }, count(history.list.length)) : "",
  );
  button.title = isUnsaved(history) ? TEXTS.notSaved(history.list.length) : "";
}
