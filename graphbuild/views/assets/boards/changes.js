/** What of a comparison is lost, common and gained, as lists in words. */

import { LEVEL } from "../data/comparison.js";
import { bdi, el, shorten } from "../lib/dom.js";
import { TEXTS, count } from "../lib/texts.js";
import { actorButton, lineSwatch } from "../panels/components.js";
import { growing } from "../panels/relations.js";

/**
 * @typedef {import("../panels/components.js").Context} Context
 * @typedef {import("../data/comparison.js").Told} Told
 */

const LIST = 10;
const TONE = 0.05;

/** @param {number} polarity */
const sign = (polarity) => (Math.abs(polarity) <= TONE ? 0 : Math.sign(polarity));

/**
 * @param {Context} context
 * @param {[string, string]} names of both sides
 * @param {import("../data/comparison.js").Comparison} found
 */
export function changesOf(context, names, { links, actors, of, same }) {
  const shown = context.hidden.length ? links.filter(({ at }) => !endsOf(context, at).some((actor) => context.hidden.includes(actor))) : links;
  const [lost, both, gained] = split(shown);
  const people = split(actors.filter(({ at }) => context.passed.actorOk[at]));
  const sure = shown.filter(({ q, turnQ }) => Math.min(q, turnQ) < LEVEL).length;
  return el(
    "div", { class: "changes" },
    el("p", { class: "board-note" }, el("strong", null, TEXTS.compare.linksToldOf(lost.length, both.length, gained.length)), " ", el("span", { class: "soft" }, same ? TEXTS.compare.sameArticles : sure ? TEXTS.compare.proved(sure, 100 * LEVEL) : TEXTS.compare.noneProved)),
    el("div", { class: "change-columns" }, [lost, both, gained].map((some, at) => column(
      at === 1 ? [TEXTS.compare.common] : [TEXTS.compare.onlyIn, names[at ? 1 : 0]], some.length,
      some.map((one) => () => linkItem(context, one, of)), people[at].map((one) => () => actorItem(context, one, of)),
    ))),
  );
}

/**
 * @param {Told[]} all
 * @returns {[Told[], Told[], Told[]]}
 */
function split(all) {
  return [all.filter(({ stories: [, b] }) => b === 0), all.filter(({ stories: [a, b] }) => a > 0 && b > 0), all.filter(({ stories: [a] }) => a === 0)];
}

/**
 * @param {Context} context
 * @param {number} pair
 */
function endsOf({ data }, pair) {
  const [line] = data.linesOfPair(pair);
  return [data.lines.source[line], data.lines.target[line]];
}

/**
 * @param {string[]} title words, and the name of a side
 * @param {number} size
 * @param {(() => HTMLElement)[]} links
 * @param {(() => HTMLElement)[]} actors
 */
function column([words, name], size, links, actors) {
  const list = (/** @type {(() => HTMLElement)[]} */ some) => growing(some, LIST, "ul", "plain links", (make) => make());
  return el(
    "section", { class: "change-column" },
    el("h3", null, words, " ", name && [bdi(name, name.length < 30 ? "whole" : ""), " "], el("span", { class: "count" }, count(size))),
    links.length ? list(links) : el("p", { class: "soft" }, TEXTS.compare.none),
    actors.length > 0 && el("h4", null, TEXTS.actors, " ", el("span", { class: "count" }, count(actors.length))),
    actors.length > 0 && list(actors),
  );
}

/**
 * How often on both sides, and what is sure of it.
 * @param {Told} told
 * @param {[number, number]} of
 */
function numbers({ stories, change, q, turned, turnQ, polarity }, of) {
  const parts = [TEXTS.compare.stories(stories[0], of[0], stories[1], of[1])];
  if (turned) parts.push(TEXTS.compare.turned[Number(polarity[0] > 0)]);
  else if (stories[0] && stories[1]) parts.push(TEXTS.compare.changes[change]);
  if (Math.min(q, turnQ) < LEVEL) parts.push(TEXTS.compare.sure);
  return parts.filter(Boolean).join(" · ");
}

/**
 * @param {Context} context
 * @param {Told} told
 * @param {[number, number]} of
 */
function linkItem(context, told, of) {
  const { data, actions } = context;
  const [one, other] = endsOf(context, told.at);
  const name = (/** @type {number} */ actor) => bdi(shorten(data.actors.name[actor], 50));
  const side = told.stories[1] ? 1 : 0;
  const swatches = told.turned ? [0, 1] : [side];
  return el("li", null, el(
    "button", { type: "button", class: "line", on: { click: () => actions.pair(told.at, null) } },
    el("span", { class: "swatches" }, swatches.map((at) => lineSwatch("verb", sign(told.polarity[at])))),
    el("span", { class: "line-text" }, el("span", { class: "line-ends" }, name(one), " – ", name(other)), el("span", { class: "told-words soft" }, numbers(told, of))),
  ));
}

/**
 * @param {Context} context
 * @param {Told} told
 * @param {[number, number]} of
 */
function actorItem(context, told, of) {
  return el("li", { class: "change-actor" }, actorButton(context, told.at), el("span", { class: "soft" }, numbers(told, of)));
}

/**
 * With whom two actors both, or only one of them, have to do.
 * @param {Context} context
 * @param {[number, number]} two
 * @param {[string, string]} names
 * @param {import("../data/comparison.js").Shared[]} shared
 */
export function sharedOf(context, two, names, shared) {
  const some = shared.filter(({ at }) => !context.hidden.includes(at));
  const parts = [some.filter(({ sentences: [, b] }) => b === 0), some.filter(({ sentences: [a, b] }) => a > 0 && b > 0), some.filter(({ sentences: [a] }) => a === 0)];
  const direct = context.data.linesOf(two[0]).find((line) => [context.data.lines.source[line], context.data.lines.target[line]].includes(two[1]) && context.passed.lineOk[line] === 1);
  return el(
    "div", { class: "changes" },
    el("p", { class: "board-note" }, el("strong", null, TEXTS.compare.actorsToldOf(parts[0].length, parts[1].length, parts[2].length)), " ",
      direct === undefined ? el("span", { class: "soft" }, TEXTS.compare.apart) : el("button", { type: "button", class: "text", on: { click: () => context.actions.pair(context.data.lines.pair[direct], null) } }, TEXTS.compare.direct)),
    el("div", { class: "change-columns" }, parts.map((own, at) => column(
      at === 1 ? [TEXTS.compare.withBoth] : [TEXTS.compare.withOne, names[at ? 1 : 0]], own.length, own.map((one) => () => sharedItem(context, one, names)), [],
    ))),
  );
}

/**
 * @param {Context} context
 * @param {import("../data/comparison.js").Shared} shared
 * @param {[string, string]} names
 */
function sharedItem(context, { at, lines, sentences, polarity }, names) {
  const { data, actions } = context;
  const opposed = Math.min(...polarity) < -TONE && Math.max(...polarity) > TONE;
  const way = (/** @type {0 | 1} */ side) => sentences[side] > 0 && el(
    "button", { type: "button", class: "line with", on: { click: () => actions.pair(data.lines.pair[lines[side][0]], null) } },
    lineSwatch(lines[side].every((line) => data.lines.kind[line] === data.together) ? "cooccurrence" : "verb", sign(polarity[side])),
    el("span", { class: "line-text" }, bdi(names[side])), el("span", { class: "count", title: TEXTS.sentences }, count(sentences[side])),
  );
  return el("li", { class: "shared" }, actorButton(context, at), opposed && el("span", { class: "soft" }, TEXTS.compare.opposed), way(0), way(1));
}
