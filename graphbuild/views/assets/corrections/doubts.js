/** Relations that may be wrong: the page asks, and the answers are corrections. */

import { bdi, el } from "../lib/dom.js";
import { TEXTS } from "../lib/texts.js";
import { actorButton } from "../panels/components.js";
import { growing, relationItem } from "../panels/relations.js";

/**
 * @typedef {import("../data/payload.js").Data} Data
 * @typedef {import("../panels/components.js").Context} Context
 * @typedef {import("./correct.js").Correction} Correction
 */

const PAGE = 5;
const ANSWERS = new Set(["drop", "confirm", "reclass"]);

/**
 * The doubts that are not answered yet, as the corrections leave the relations; those first of which most hangs.
 * @param {Data} base
 * @param {Data} data
 * @param {Correction[]} list
 * @returns {import("../data/payload.js").Doubt[]}
 */
export function openDoubts(base, data, list) {
  const answered = new Set(list.filter(({ action }) => ANSWERS.has(action)).map(({ subject }) => subject));
  return base.doubts.flatMap(({ row, reasons }) => {
    const id = base.rows.id(row);
    const now = answered.has(id) ? -1 : data.rows.place(id);
    return now < 0 ? [] : [{ row: now, reasons }];
  });
}

/**
 * The open doubts, each with its sentence and what can be answered.
 * @param {Context} context
 */
export function doubtsPart(context) {
  const { base, data, corrections } = context;
  if (!base.doubts.length) return null;
  const open = openDoubts(base, data, corrections.now.list);
  return el(
    "section",
    { class: "part queue", "aria-labelledby": "doubts-title" },
    el("h3", { id: "doubts-title" }, TEXTS.doubtTitle, open.length > 0 && el("span", { class: "count" }, TEXTS.doubtOpen(open.length))),
    el("p", { class: "soft" }, open.length ? TEXTS.doubtHint : TEXTS.doubtDone),
    open.length > 0 && growing(open, PAGE, "ol", "plain doubts", (doubt) => doubtItem(context, doubt)),
  );
}

/**
 * @param {Context} context
 * @param {import("../data/payload.js").Doubt} doubt
 */
function doubtItem(context, { row, reasons }) {
  const { data, actions, memo } = context;
  const line = data.rows.line[row];
  const [source, target] = [data.lines.source[line], data.lines.target[line]];
  const answer = (/** @type {Event} */ event) => {
    const item = /** @type {HTMLElement} */ (event.currentTarget).closest(".doubts > li");
    memo.focus = [...document.querySelectorAll("#side .doubts > li")].findIndex((li) => li === item);
    memo.among = ".doubts .confirm";
    actions.amend({ action: "confirm", subject: data.rows.id(row), object: "" });
  };
  return el(
    "li", null,
    el("p", { class: "pair-ends" }, actorButton(context, source), actorButton(context, target)),
    el("p", { class: "soft" }, reasons.map((reason) => TEXTS.doubtReasons[/** @type {keyof typeof TEXTS.doubtReasons} */ (reason)] ?? reason).join(" · ")),
    el("ul", { class: "plain" }, relationItem(context, row)),
    el("div", { class: "amend-keep" },
      el("button", { type: "button", class: "confirm", title: TEXTS.confirmHint, "aria-label": TEXTS.confirmThis(data.actors.name[source], data.actors.name[target]), on: { click: answer } }, bdi(TEXTS.confirm))),
  );
}
