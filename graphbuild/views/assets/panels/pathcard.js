/** The card of a path: how two actors are linked, step by step with a sentence each. */

import { pathsBetween } from "../data/paths.js";
import { bdi, el, shorten } from "../lib/dom.js";
import { TEXTS } from "../lib/texts.js";
import { cardHead } from "./cards.js";
import { actorButton, lineButton } from "./components.js";
import { passingRows, relationItem } from "./relations.js";

/** @typedef {import("./components.js").Context} Context */

/**
 * One path at a time, the one that stands in the light; the other is a click away.
 * @param {Context} context
 * @param {number} from
 * @param {number} to
 * @param {boolean} strongest
 */
export function pathCard(context, from, to, strongest) {
  const { data, passed, actions } = context;
  const { fewest, strong, stated } = pathsBetween(data, passed, from, to);
  const name = (/** @type {number} */ actor) => bdi(shorten(data.actors.name[actor], 80));
  const chip = (/** @type {string} */ text, /** @type {import("../data/paths.js").Path} */ path, /** @type {boolean} */ own) =>
    el("button", { type: "button", class: "chip", "aria-pressed": String(own === strongest), on: { click: () => actions.path(from, to, own) } }, `${text}: ${TEXTS.steps(path.lines.length)}`);
  const head = cardHead(context, [], [name(from), el("span", { class: "arrow" }, " … "), name(to)]);
  if (!fewest || !strong) {
    return el("section", { class: "card", "aria-labelledby": "card-title" }, head, el("p", { class: "soft" }, TEXTS.noPath, passed.apart > 0 && ` ${TEXTS.noPathTogether}`));
  }
  const same = fewest.lines.join() === strong.lines.join();
  return el(
    "section",
    { class: "card", "aria-labelledby": "card-title" },
    head,
    same
      ? el("p", { class: "soft note" }, `${TEXTS.fewest}: ${TEXTS.steps(fewest.lines.length)}. ${TEXTS.sameStrongest}`)
      : el("div", { class: "chips", role: "group", "aria-label": TEXTS.litPath }, chip(TEXTS.fewest, fewest, false), chip(TEXTS.strongest, strong, true)),
    !stated && el("p", { class: "note split-note" }, TEXTS.pathTogether),
    pathList(context, strongest ? strong : fewest),
  );
}

/**
 * @param {Context} context
 * @param {import("../data/paths.js").Path} path
 */
function pathList(context, { actors, lines }) {
  const steps = lines.flatMap((line, at) => {
    const row = passingRows(context, [line])[0];
    return [el("li", { class: "step" }, lineButton(context, line, actors[at]), el("ul", { class: "plain" }, relationItem(context, row))), el("li", null, actorButton(context, actors[at + 1]))];
  });
  return el("ol", { class: "plain path" }, el("li", null, actorButton(context, actors[0])), ...steps);
}
