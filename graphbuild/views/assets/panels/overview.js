/** The corpus at a glance: how much of it passes, whom and what it is about most. */

import { isFiltered } from "../data/filters.js";
import { mostLinked, strongest, weightsOf } from "../data/ranking.js";
import { el } from "../lib/dom.js";
import { TEXTS, count } from "../lib/texts.js";
import { facts, part } from "./cards.js";
import { actorButton, lineButton, range } from "./components.js";

/**
 * @typedef {import("./components.js").Context} Context
 */

const LIST = 8;

/** @param {Context} context */
export function overviewCard(context) {
  const { data, passed, filters } = context;
  const weights = weightsOf(data, passed);
  const actors = mostLinked(weights, passed, LIST);
  const lines = strongest(data, passed, LIST);
  const found = totals(data, passed);
  const some = isFiltered(filters, data);
  const days = filters.days ?? data.days;
  const fact = (/** @type {number} */ passing, /** @type {number} */ all) => (some ? TEXTS.ofAll(passing, all) : count(all));
  return el(
    "section",
    { class: "card", "aria-labelledby": "card-title" },
    el("header", { class: "card-head" }, el("h2", { id: "card-title", tabindex: -1 }, TEXTS.overview)),
    facts([
      [TEXTS.documents, fact(found.documents, data.documents.size)], [TEXTS.sentences, fact(found.sentences, data.sentences.size)],
      [TEXTS.actors, fact(passed.actors, data.actors.live)], [TEXTS.relations, fact(found.relations, found.inAll)],
    ]),
    some && el("p", { class: "soft note" }, TEXTS.overviewFiltered),
    data.part && el("p", { class: "soft note" }, `${TEXTS.pageHas(...data.part)}.`),
    days[0] <= days[1] && el("p", { class: "soft" }, range(data, days[0], days[1])),
    el("p", { class: "soft" }, data.actors.live ? TEXTS.overviewHint : TEXTS.emptyData),
    actors.length > 0 && part(TEXTS.topActors, bars(context, actors, weights)),
    lines.length > 0 && part(TEXTS.topLinks, el("ul", { class: "plain links" }, lines.map((line) => el("li", null, lineButton(context, line))))),
  );
}

/**
 * Documents, sentences and relations that pass, and relations in all. Mentions together count as relations only
 * where they are shown, or where nothing else is there.
 * @param {import("../data/payload.js").Data} data
 * @param {import("../data/filters.js").Passing} passed
 */
function totals({ lines, rows, together, sentences, documents, stated }, { rowOk }) {
  const [spoken, papers] = [new Uint8Array(sentences.size), new Uint8Array(documents.size)];
  const made = { documents: 0, sentences: 0, relations: 0, inAll: 0 };
  for (let row = 0; row < rows.size; row++) {
    const own = (!stated || lines.kind[rows.line[row]] !== together);
    made.inAll += Number(own);
    if (!rowOk[row]) continue;
    made.relations += Number(own);
    const sentence = rows.sentence[row];
    const paper = sentences.document[sentence];
    made.sentences += 1 - spoken[sentence];
    spoken[sentence] = 1;
    if (paper < 0) continue;
    made.documents += 1 - papers[paper];
    papers[paper] = 1;
  }
  return made;
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
