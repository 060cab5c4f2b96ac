/** Pairs of actors that may be one: the page asks, and the answers are corrections. */

import { typeOf } from "../data/lines.js";
import { bdi, el, shorten } from "../lib/dom.js";
import { TEXTS } from "../lib/texts.js";
import { actorButton, typeGlyph } from "../panels/components.js";
import { growing } from "../panels/relations.js";

/**
 * @typedef {import("../data/payload.js").Data} Data
 * @typedef {import("../panels/components.js").Context} Context
 * @typedef {import("./correct.js").Correction} Correction
 */

const PAGE = 5;

/**
 * The pairs that are not answered yet, as the corrections leave them; those that a merge would change most first.
 * @param {Data} base
 * @param {Data} data
 * @param {Correction[]} list
 * @returns {import("../data/payload.js").Pair[]}
 */
export function openPairs(base, data, list) {
  const place = new Map(base.actors.id.map((id, at) => [id, at]));
  const heir = (/** @type {number} */ actor) => data.actors.heir[actor] ?? -1;
  const key = (/** @type {number} */ one, /** @type {number} */ other) => `${Math.min(one, other)} ${Math.max(one, other)}`;
  const known = new Set(list.filter(({ action }) => action === "different").map(({ subject, object }) => key(heir(place.get(subject) ?? -1), heir(place.get(object) ?? -1))));
  const open = [];
  for (const pair of base.queue) {
    const [one, other] = [heir(pair.one), heir(pair.other)];
    if (one < 0 || other < 0 || one === other || data.actors.gone[one] || data.actors.gone[other] || known.has(key(one, other))) continue;
    known.add(key(one, other));
    open.push({ ...pair, one, other });
  }
  return open;
}

/**
 * The open pairs with their reasons, and what can be answered.
 * @param {Context} context
 */
export function queuePart(context) {
  const { base, data, corrections } = context;
  const open = openPairs(base, data, corrections.now.list);
  if (!base.queue.length) return null;
  return el(
    "section",
    { class: "part queue", "aria-labelledby": "queue-title" },
    el("h3", { id: "queue-title" }, TEXTS.queueTitle, open.length > 0 && el("span", { class: "count" }, TEXTS.queueOpen(open.length))),
    el("p", { class: "soft" }, open.length ? TEXTS.queueHint : TEXTS.queueDone),
    open.length > 0 && growing(open, PAGE, "ol", "plain pairs", (pair) => pairItem(context, pair)),
  );
}

/**
 * @param {Context} context
 * @param {import("../data/payload.js").Pair} pair
 */
function pairItem(context, { one, other, reasons, shared, sentences }) {
  const { data, actions, memo } = context;
  const { id, name } = data.actors;
  const answer = (/** @type {Correction} */ correction) => (/** @type {Event} */ event) => {
    const item = /** @type {HTMLElement} */ (event.currentTarget).closest("li");
    memo.focus = [...document.querySelectorAll("#side .pairs > li")].findIndex((li) => li === item);
    memo.among = ".pairs .actor";
    actions.amend(correction);
  };
  const keep = (/** @type {number} */ from, /** @type {number} */ into) => el(
    "button", { type: "button", class: "keep", "aria-label": TEXTS.sameKeep(name[from], name[into]), on: { click: answer({ action: "merge", subject: id[from], object: id[into] }) } },
    typeGlyph(typeOf(data, into)), el("span", null, TEXTS.mergeKeep, " ", bdi(shorten(name[into], 40))),
  );
  return el(
    "li", null,
    el("p", { class: "pair-ends" }, actorButton(context, one), actorButton(context, other)),
    el("p", { class: "soft" }, [...reasons.map((reason) => TEXTS.queueReasons[/** @type {keyof typeof TEXTS.queueReasons} */ (reason)] ?? reason), ...(shared ? [TEXTS.queueShared(shared)] : [])].join(" · "), el("br", null), TEXTS.queueMoves(sentences)),
    el("div", { class: "amend-keep", role: "group", "aria-label": TEXTS.queueAsk(name[one], name[other]) },
      keep(one, other), keep(other, one),
      el("button", { type: "button", class: "text", "aria-label": TEXTS.differentThese(name[one], name[other]), on: { click: answer({ action: "different", subject: id[one], object: id[other] }) } }, TEXTS.different)),
  );
}
