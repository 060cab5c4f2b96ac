/** Cards for groups of actors: one group with its actors, and all between two groups. */

import { TOGETHER } from "../data/words.js";
import { bdi, el, shorten } from "../lib/dom.js";
import { TEXTS, count } from "../lib/texts.js";
import { choiceText } from "../lib/wording.js";
import { cardHead, facts, part } from "./cards.js";
import { actorButton, lineButton, lineSwatch, typeGlyph } from "./components.js";
import { deniedPart, growing, passingRows, relationFinder } from "./relations.js";

/**
 * @typedef {import("./components.js").Context} Context
 * @typedef {import("../data/grouping.js").Folded} Folded
 * @typedef {(group: number, other?: number) => void} Open
 */

const LIST = 8;

/**
 * What a group is called: types by the page's own words.
 * @param {Folded} folded
 * @param {number} group
 */
export function groupName({ by, keys, actors }, group) {
  return by === "types" ? choiceText("types", keys[group])[0] : actors.name[group];
}

/**
 * @param {Context} context
 * @param {Folded} folded
 * @param {number} group
 * @param {Open} open
 */
export function groupCard(context, folded, group, open) {
  const { actors, within, linesOf } = folded;
  const weights = context.passed.degree;
  const members = [...folded.members(group)].sort((a, b) => weights[b] - weights[a] || a - b);
  const lines = [...linesOf(group)].sort((a, b) => folded.lines.weight[b] - folded.lines.weight[a] || a - b);
  const type = actors.type.words[actors.type.codes[group]];
  return el(
    "section",
    { class: "card", "aria-labelledby": "card-title" },
    cardHead(context, [el("p", { class: "kicker" }, typeGlyph(type), TEXTS.foldOne[folded.by])], [bdi(shorten(folded.actors.name[group], 160))]),
    facts([[TEXTS.actors, count(members.length)], [TEXTS.sentences, count(actors.degree[group])], [TEXTS.links, count(lines.length)]]),
    within.weight[group] > 0 && el("p", { class: "soft note" }, `${TEXTS.within}: ${TEXTS.sentencesCounted(within.weight[group])}, ${TEXTS.meanPolarity(within.polarity[group])}`),
    part(TEXTS.linksOf, lines.length
      ? growing(lines, LIST, "ul", "plain links", (line) => el("li", null, groupLine(folded, line, group, open)))
      : el("p", { class: "soft" }, TEXTS.noLinks)),
    part(TEXTS.membersOf, growing(members, 2 * LIST, "ul", "plain members", (actor) => el("li", null, actorButton(context, actor), el("span", { class: "count" }, count(weights[actor]))))),
  );
}

/**
 * @param {Context} context
 * @param {Folded} folded
 * @param {number} one
 * @param {number} other
 * @param {Open} open
 */
export function groupsCard(context, folded, one, other, open) {
  const { lines, linesOf, parts } = folded;
  const between = [...linesOf(one)].filter((line) => lines.source[line] === other || lines.target[line] === other);
  const behind = between.flatMap((line) => [...parts(line)]).sort((a, b) => context.passed.weight[b] - context.passed.weight[a] || a - b);
  const rows = passingRows(context, behind);
  const end = (/** @type {number} */ group) => el("button", { type: "button", class: "actor", on: { click: () => open(group) } }, typeGlyph(folded.actors.type.words[folded.actors.type.codes[group]]), bdi(shorten(folded.actors.name[group], 80)));
  return el(
    "section",
    { class: "card", "aria-labelledby": "card-title" },
    cardHead(context, [el("p", { class: "kicker" }, TEXTS.foldTwo[folded.by])], [bdi(shorten(folded.actors.name[one], 80)), el("span", { class: "arrow" }, " – "), bdi(shorten(folded.actors.name[other], 80))]),
    el("div", { class: "ends" }, end(one), end(other)),
    between.length
      ? el("ul", { class: "plain links" }, between.map((line) => el("li", { class: "sum" }, groupLine(folded, line, lines.source[line], null))))
      : el("p", { class: "soft" }, TEXTS.noLinks),
    behind.length > 0 && part(TEXTS.behind, growing(behind, LIST, "ul", "plain links", (line) => el("li", null, lineButton(context, line)))),
    rows.length > 0 && part(TEXTS.sentencesOf, relationFinder(context, rows)),
    deniedPart(context, behind),
  );
}

/**
 * A line between groups, with its polarity; a button where there is something to open.
 * @param {Folded} folded
 * @param {number} line
 * @param {number} from
 * @param {Open | null} open
 */
function groupLine(folded, line, from, open) {
  const { lines, kinds, polarity } = folded;
  const [source, target] = [lines.source[line], lines.target[line]];
  const kind = kinds[lines.kind[line]];
  const way = kind === TOGETHER ? "–" : source === from ? "→" : "←";
  const other = source === from ? target : source;
  const ends = open
    ? [el("span", { class: "way" }, `${way} `), bdi(shorten(folded.actors.name[other], 60))]
    : [bdi(shorten(folded.actors.name[source], 40)), el("span", { class: "way" }, kind === TOGETHER ? " – " : " → "), bdi(shorten(folded.actors.name[target], 40))];
  const content = [
    lineSwatch(kind, lines.sign[line]),
    el("span", { class: "line-text" }, el("span", { class: "line-ends" }, ...ends), el("span", { class: "soft" }, kind === "verb" ? TEXTS.meanPolarity(polarity[line]) : choiceText("kinds", kind)[0].toLowerCase())),
    el("span", { class: "count" }, count(lines.weight[line])),
  ];
  return open ? el("button", { type: "button", class: "line", on: { click: () => open(source, target) } }, ...content) : el("div", { class: "line" }, ...content);
}

/**
 * A group's line in one sentence, for the tooltip.
 * @param {Folded} folded
 * @param {number} line
 */
export function groupTip(folded, line) {
  const { lines, kinds, polarity } = folded;
  const kind = kinds[lines.kind[line]];
  return [
    bdi(shorten(folded.actors.name[lines.source[line]], 50)), kind === TOGETHER ? " – " : " → ", bdi(shorten(folded.actors.name[lines.target[line]], 50)),
    el("span", { class: "soft" }, `${kind === "verb" ? TEXTS.meanPolarity(polarity[line]) : choiceText("kinds", kind)[0].toLowerCase()} · ${TEXTS.sentencesCounted(lines.weight[line])}`),
  ];
}
