/** The corpus at a glance: how much of it passes, whom and what it is about most. */

import { isFiltered, isOn } from "../data/filters.js";
import { mostLinked, strongest } from "../data/ranking.js";
import { el } from "../lib/dom.js";
import { TEXTS, count } from "../lib/texts.js";
import { facts, part } from "./cards.js";
import { communityList } from "./communitylist.js";
import { actorButton, lineButton, range } from "./components.js";
import { foundPart } from "./found.js";

/**
 * @typedef {import("./components.js").Context} Context
 */

const LIST = 8;

/** @param {Context} context */
export function overviewCard(context) {
  const { data, passed, filters } = context;
  const actors = mostLinked(passed, LIST);
  const lines = strongest(data, passed, LIST);
  const days = filters.days ?? passed.days;
  return el(
    "section",
    { class: "card overview", "aria-labelledby": "card-title" },
    el("header", { class: "card-head" }, el("h2", { id: "card-title", tabindex: -1 }, TEXTS.overview)),
    foundPart(context),
    context.tint && communityList(context, context.tint),
    facts([
      [TEXTS.documents, TEXTS.ofAll(passed.documents, data.documents.size)], [TEXTS.sentences, TEXTS.ofAll(passed.sentences, data.sentences.all)],
      [TEXTS.actors, TEXTS.ofAll(passed.actors, data.actors.live)], [TEXTS.relations, TEXTS.ofAll(passed.relations, relationsIn(data, filters))],
    ]),
    el("p", { class: "soft note" }, isFiltered(filters, data) ? TEXTS.overviewFiltered : TEXTS.overviewAll),
    data.part && el("p", { class: "soft note" }, `${TEXTS.pageHas(...data.part)}.`),
    days[0] <= days[1] && el("p", { class: "soft" }, range(data, days[0], days[1])),
    el("p", { class: "soft" }, data.actors.live ? TEXTS.overviewHint : TEXTS.emptyData),
    actors.length > 0 && part(TEXTS.topActors, bars(context, actors, passed.degree)),
    lines.length > 0 && part(TEXTS.topLinks, el("ul", { class: "plain links" }, lines.map((line) => el("li", null, lineButton(context, line))))),
  );
}

/**
 * How many relations there are, denied ones too; mentions together are some where they show, or where nothing else is.
 * @param {import("../data/payload.js").Data} data
 * @param {import("../data/filters.js").Filters} filters
 */
function relationsIn({ lines, rows, together, stated, kinds }, filters) {
  if (!stated || isOn(filters.kinds, kinds[together])) return rows.size;
  let size = 0;
  for (let line = 0; line < lines.size; line++) if (lines.kind[line] !== together) size += lines.rows[line + 1] - lines.rows[line];
  return size;
}

/**
 * @param {Context} context
 * @param {number[]} actors
 * @param {Float64Array} weights
 */
function bars(context, actors, weights) {
  return el("ul", { class: "plain bars" }, actors.map((actor) => {
    const bar = el("span", { class: "bar" });
    bar.style.width = `${(100 * weights[actor]) / Math.max(weights[actors[0]], 1)}%`;
    return el("li", null, actorButton(context, actor), el("span", { class: "bar-box" }, bar), el("span", { class: "count" }, count(weights[actor])));
  }));
}
