/** The right-hand panel: an actor, all between two actors. */

import { amendForm } from "../corrections/forms.js";
import { signName, typeOf } from "../data/lines.js";
import { bdi, clean, el, shorten } from "../lib/dom.js";
import { TEXTS, count, signed } from "../lib/texts.js";
import { choiceText } from "../lib/wording.js";
import { notePart } from "../notes/notepart.js";
import { actorButton, lineButton, lineLabel, range, typeGlyph } from "./components.js";
import { deniedPart, growing, orderedRows, passingRows, relationFinder } from "./relations.js";
import { sparkline } from "./timeline.js";

/**
 * @typedef {import("../data/payload.js").Data} Data
 * @typedef {import("./components.js").Context} Context
 */

const LIST = 8;

/**
 * @param {Context} context
 * @param {number} actor
 */
export function actorCard(context, actor) {
  const { data, passed, actions, ego, pinned, memo } = context;
  const { actors } = data;
  const type = typeOf(data, actor);
  const lines = [...data.linesOf(actor)].filter((line) => passed.lineOk[line]);
  lines.sort((a, b) => passed.weight[b] - passed.weight[a] || a - b);
  const stated = lines.filter((line) => data.lines.kind[line] !== data.together);
  const other = (/** @type {number} */ line) => (data.lines.source[line] === actor ? data.lines.target[line] : data.lines.source[line]);
  const word = (/** @type {import("../data/payload.js").Coded} */ column) => clean(column.words[column.codes[actor]]);
  const seen = [actors.first[actor], actors.last[actor]];
  const offices = actors.offices.get(actor) ?? [];
  const rows = passingRows(context, stated.length ? stated : lines);
  const note = notePart(context.noting, [actor], { kind: "actor", about: new URLSearchParams({ actor: actors.id[actor] }).toString(), title: actors.name[actor] });
  return el(
    "section",
    { class: "card", "aria-labelledby": "card-title" },
    cardHead(context, [el("p", { class: "kicker" }, typeGlyph(type), choiceText("types", type)[0])], [bdi(shorten(actors.name[actor], 160))]),
    el(
      "div",
      { class: "tools" },
      el("button", { type: "button", on: { click: () => actions.centre(actor) } }, TEXTS.centre),
      [1, 2].map((depth) => el("button", {
        type: "button", title: TEXTS.egoHint[depth - 1], "data-ego": depth, "aria-pressed": String(ego?.actor === actor && ego.depth === depth),
        on: { click: () => actions.ego(actor, depth) },
      }, TEXTS.ego[depth - 1])),
      el("button", { type: "button", "aria-expanded": "false", on: { click: (/** @type {any} */ event) => openPath(context, actor, event.currentTarget) } }, TEXTS.pathTo),
      el("button", { type: "button", title: TEXTS.pinHint, "data-pin": "", "aria-pressed": String(pinned.includes(actor)), on: { click: () => actions.pin(actor) } }, TEXTS.pin),
      el("button", { type: "button", title: TEXTS.hideHint, on: { click: () => actions.hide(actor) } }, TEXTS.hide),
      el("button", { type: "button", "aria-expanded": String(memo.amend === true), on: { click: (/** @type {any} */ event) => openAmend(context, actor, event.currentTarget) } }, TEXTS.correct),
      note.button,
    ),
    note.field,
    memo.amend && amendForm(context, actor),
    context.corrections.now.list.filter(({ action, subject }) => action === "split" && subject === actors.id[actor]).map(({ object }) => el("p", { class: "note split-note" }, TEXTS.splitNote(shorten(object, 60)))),
    facts([[TEXTS.mentionsInAll, count(actors.mentions[actor])], [TEXTS.documentsInAll, count(actors.documents[actor])], [TEXTS.links, count(lines.length)], [TEXTS.sentences, count(new Set(passingRows(context, lines).map((row) => data.rows.sentence[row])).size)]]),
    details([
      [TEXTS.titles, offices.length ? "" : actors.titles[actor]], [TEXTS.aliases, actors.aliases[actor]], [TEXTS.role, word(actors.role) && choiceText("roles", word(actors.role)).filter(Boolean).join(" · ")],
      [TEXTS.country, data.countries[word(actors.country)] ?? word(actors.country)],
      [TEXTS.seen, seen[0] === data.noDay ? "" : range(data, seen[0], seen[1])],
    ]),
    sparkline(context, rows),
    offices.length > 0 && part(TEXTS.titlesOverTime, officeList(context, offices)),
    balance(context, stated, other),
    part(TEXTS.linksOf, lines.length
      ? growing(lines, LIST, "ul", "plain links", (line) => el("li", null, lineButton(context, line, actor)))
      : el("p", { class: "soft" }, TEXTS.noLinks)),
    rows.length > 0 && part(TEXTS.sentencesOf, relationFinder(context, rows)),
    deniedPart(context, [...data.linesOf(actor)]),
  );
}

/**
 * Whether the actor is pinned, and shown with its neighbours alone, in the card that stands.
 * @param {HTMLElement} box
 * @param {Context} context
 * @param {number} actor
 */
export function pressTools(box, { ego, pinned }, actor) {
  for (const depth of [1, 2]) box.querySelector(`[data-ego="${depth}"]`)?.setAttribute("aria-pressed", String(ego?.actor === actor && ego.depth === depth));
  box.querySelector("[data-pin]")?.setAttribute("aria-pressed", String(pinned.includes(actor)));
}

/**
 * @param {Context} context
 * @param {number} pair
 * @param {number | null} chosen the line that was clicked, or null for all between the two
 */
export function pairCard(context, pair, chosen) {
  const { data, passed, actions } = context;
  const lines = [...data.linesOfPair(pair)];
  lines.sort((a, b) => Number(data.lines.kind[a] === data.together) - Number(data.lines.kind[b] === data.together) || a - b);
  const first = lines[0];
  const [one, other] = chosen === null ? [data.lines.source[first], data.lines.target[first]] : [data.lines.source[chosen], data.lines.target[chosen]];
  const name = (/** @type {number} */ actor) => data.actors.name[actor];
  const note = notePart(context.noting, [one, other], { kind: "link", about: new URLSearchParams({ between: `${data.actors.id[one]} ${data.actors.id[other]}` }).toString(), title: `${name(one)} – ${name(other)}` });
  const choice = (/** @type {number | null} */ line, /** @type {Node[]} */ content, /** @type {string} */ size) =>
    el("button", { type: "button", class: "chip", "aria-pressed": String(line === chosen), on: { click: () => actions.pair(pair, line) } }, ...content, el("span", { class: "count" }, size));
  const told = withoutEchoes(data, lines).concat(lines.filter((line) => passed.lineOk[line])).filter((line, at, all) => all.indexOf(line) === at);
  const open = chosen === null ? told : [chosen];
  const visible = passingRows(context, open);
  const leftOut = (/** @type {number[]} */ some) => orderedRows(data, some, (row) => !passed.rowOk[row] && data.rows.status[row] !== data.denied);
  const rows = leftOut(open);
  const sized = (/** @type {number[]} */ some) => {
    const passing = passingRows(context, some).length;
    return passing ? count(passing) : TEXTS.leftOut(leftOut(some).length);
  };
  const list = el("div", null, relationFinder(context, visible));
  const all = el("button", { type: "button", class: "text", on: { click: () => list.replaceChildren(relationFinder(context, orderedRows(data, open, (row) => passed.rowOk[row] === 1 || data.rows.status[row] !== data.denied))) } }, TEXTS.showHidden);
  all.addEventListener("click", () => all.parentElement?.remove());
  return el(
    "section",
    { class: "card", "aria-labelledby": "card-title" },
    cardHead(context, [], [bdi(shorten(data.actors.name[one], 80)), el("span", { class: "arrow" }, chosen !== null && data.lines.kind[chosen] !== data.together ? " → " : " – "), bdi(shorten(data.actors.name[other], 80))]),
    el("div", { class: "ends" }, actorButton(context, one), actorButton(context, other)),
    el("div", { class: "tools" }, el("button", { type: "button", title: TEXTS.course.openHint, on: { click: () => actions.course(pair) } }, TEXTS.course.open), note.button),
    note.field,
    el(
      "div",
      { class: "chips", role: "group" },
      lines.length > 1 && choice(null, [el("span", null, TEXTS.everything)], sized(told)),
      lines.map((line) => choice(line, lineLabel(context, line, one), sized([line]))),
    ),
    associationNote(data, lines.find((line) => data.lines.kind[line] === data.together)),
    el("p", { class: "key" }, el("mark", { class: "mark source" }, TEXTS.markSource), " ", el("mark", { class: "mark verb" }, TEXTS.markVerb), " ", el("mark", { class: "mark target" }, TEXTS.markTarget)),
    rows.length > 0 && el("p", { class: "soft" }, TEXTS.hiddenRows(rows.length), " ", all),
    visible.length === 0 && rows.length === 0 ? el("p", { class: "soft" }, TEXTS.noLinks) : list,
    deniedPart(context, open),
  );
}

/**
 * Whether two actors are mentioned together more often than chance would have it.
 * @param {Data} data
 * @param {number | undefined} line of co-occurrence
 */
function associationNote({ lines }, line) {
  if (line === undefined || (lines.association[line] === 0 && lines.rarity[line] === 0)) return null;
  return el("p", { class: "soft note" }, TEXTS.association(lines.weight[line], lines.association[line] / 100, 10 ** (-lines.rarity[line] / 100)));
}

/**
 * @param {Context} context
 * @param {number} actor
 * @param {HTMLElement} button
 */
function openAmend(context, actor, button) {
  const box = /** @type {HTMLElement} */ (button.parentElement);
  const open = box.parentElement?.querySelector(".amend");
  context.memo.amend = !open;
  button.setAttribute("aria-expanded", String(!open));
  if (open) return open.remove();
  const form = amendForm(context, actor);
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    openAmend(context, actor, button);
    button.focus();
  });
  box.after(form);
  form.querySelector("input")?.focus();
  return undefined;
}

/**
 * Titles, each with a bar for the time in which sentences have it.
 * @param {Context} context
 * @param {import("../data/payload.js").Office[]} offices
 */
function officeList(context, offices) {
  const { data } = context;
  const dated = offices.filter(({ first }) => first !== null);
  const from = Math.min(...dated.map(({ first }) => Number(first)));
  const to = Math.max(...dated.map(({ last }) => Number(last)));
  const wide = Math.max(to - from, 1);
  return el("ul", { class: "plain offices" }, offices.map(({ title, first, last, sentences, bodies }) => {
    const bar = el("span", { class: "bar" });
    if (first !== null && last !== null) {
      bar.style.marginLeft = `${Math.min((96 * (first - from)) / wide, 96)}%`;
      bar.style.width = `${Math.max((100 * (last - first)) / wide, 4)}%`;
    }
    const known = [...new Set(bodies.map((body) => data.actors.heir[body]).filter((body) => body >= 0))];
    return el(
      "li", null,
      el("span", { class: "office" }, bdi(shorten(title, 80)), known.length > 0 && el("span", { class: "soft" }, " · ", ...known.flatMap((body, at) => [at ? ", " : null, bdi(shorten(data.actors.name[body], 60))]))),
      el("span", { class: "soft office-time" }, first === null || last === null ? TEXTS.undated : range(data, first, last), sentences > 1 && ` · ${count(sentences)}×`),
      dated.length > 1 && first !== null && el("span", { class: "bar-box", "aria-hidden": "true" }, bar),
    );
  }));
}

/**
 * @param {Context} context
 * @param {number} actor
 * @param {HTMLElement} button
 */
function openPath(context, actor, button) {
  const box = /** @type {HTMLElement} */ (button.parentElement);
  const open = box.nextElementSibling?.classList.contains("path-finder") ? box.nextElementSibling : null;
  button.setAttribute("aria-expanded", String(!open));
  if (open) return open.remove();
  const finder = el("div", { class: "path-finder" }, el("p", { class: "soft" }, TEXTS.pathHint), context.finder((to) => context.actions.path(actor, to), "path-search", TEXTS.searchShort));
  box.after(finder);
  finder.querySelector("input")?.focus();
  return undefined;
}

/**
 * @param {Context} context
 * @param {Node[]} above
 * @param {Node[]} title
 */
export function cardHead({ actions, canGoBack }, above, title) {
  return el(
    "header",
    { class: "card-head" },
    el(
      "div",
      { class: "card-bar" },
      canGoBack && el("button", { type: "button", class: "text", on: { click: actions.back } }, `← ${TEXTS.back}`),
      el("span", { class: "spring" }),
      el("button", { type: "button", class: "icon", "aria-label": TEXTS.close, on: { click: actions.close } }, "×"),
    ),
    ...above,
    el("h2", { id: "card-title", tabindex: -1 }, ...title),
  );
}

/** @param {[string, string][]} pairs */
export function facts(pairs) {
  return el("dl", { class: "facts" }, pairs.map(([name, value]) => el("div", null, el("dt", null, name), el("dd", null, value))));
}

/** @param {[string, string][]} pairs */
function details(pairs) {
  const known = pairs.filter(([, value]) => value);
  const shown = (/** @type {string} */ value) => value.split(" | ").flatMap((one, at) => [at ? ", " : null, bdi(shorten(one, 120))]);
  return known.length > 0 && el("dl", { class: "details" }, known.map(([name, value]) => el("div", null, el("dt", null, name), el("dd", null, ...shown(value)))));
}

/**
 * @param {string} title
 * @param {Node} content
 */
export function part(title, content) {
  return el("section", { class: "part" }, el("h3", null, title), content);
}

/**
 * Who an actor works with and against: by polarity, summed over the sentences that pass.
 * @param {Context} context
 * @param {number[]} lines
 * @param {(line: number) => number} other
 */
function balance(context, lines, other) {
  const sums = polarities(context, lines, other);
  const side = (/** @type {number} */ sign, /** @type {string} */ title) => {
    const best = [...sums].filter(([, { sum }]) => sum * sign > 0).sort((a, b) => (b[1].sum - a[1].sum) * sign || a[0] - b[0]).slice(0, 4);
    return best.length > 0 && el("div", { class: `side ${signName(sign)}` }, el("h3", null, title), el("ul", { class: "plain" }, best.map(([actor, { sum, size }]) =>
      el("li", null, actorButton(context, actor), polarityText(sum / size, size)))));
  };
  const sides = [side(1, TEXTS.allies), side(-1, TEXTS.opponents)].filter(Boolean);
  return sides.length > 0 && el("div", { class: "balance" }, ...sides);
}

/**
 * @param {number} polarity
 * @param {number} size
 */
function polarityText(polarity, size) {
  const words = TEXTS.polarityOf(polarity, size);
  return el("span", { class: "count", title: words }, el("span", { "aria-hidden": "true" }, `${signed(polarity, 1)} · ${count(size)}`), el("span", { class: "unseen" }, words));
}

/**
 * Polarity over all relations that count, by who is at the other end.
 * @param {Context} context
 * @param {number[]} lines
 * @param {(line: number) => number} other
 */
function polarities({ data, passed }, lines, other) {
  /** @type {Map<number, { sum: number, size: number }>} */
  const sums = new Map();
  for (const line of lines) {
    for (let row = data.lines.rows[line]; row < data.lines.rows[line + 1]; row++) {
      if (!passed.rowOk[row] || data.rows.status[row] === data.denied || data.rows.polarity[row] === 0) continue;
      const { sum, size } = sums.get(other(line)) ?? { sum: 0, size: 0 };
      sums.set(other(line), { sum: sum + data.rows.polarity[row] / 100, size: size + 1 });
    }
  }
  return sums;
}

/**
 * Without the co-occurrence lines of two actors between whom more is said.
 * @param {Data} data
 * @param {number[]} lines
 */
function withoutEchoes(data, lines) {
  const stated = lines.filter((line) => data.lines.kind[line] !== data.together);
  return stated.length ? stated : lines;
}

