/** The right-hand panel: the corpus at a glance, an actor, or everything said between two actors. */

import { bdi, clean, el, safeLink, shorten, svg } from "./dom.js";
import { isoDay } from "./data.js";
import { markedSentence } from "./marks.js";
import { shortestPath, strongestPath } from "./paths.js";
import { sparkline } from "./timeline.js";
import { glyph } from "./theme.js";
import { TEXTS, choiceText, count, plural, relationText } from "./texts.js";

/**
 * @typedef {import("./data.js").Data} Data
 * @typedef {import("./filters.js").Passing} Passing
 * @typedef {{ actor: (actor: number) => void, pair: (pair: number, line: number | null) => void,
 *   back: () => void, close: () => void, hide: (actor: number) => void, centre: (actor: number) => void,
 *   ego: (actor: number, depth: number) => void, path: (from: number, to: number) => void, copy: (text: string) => Promise<boolean> }} Actions
 * @typedef {{ data: Data, passed: Passing, actions: Actions, canGoBack: boolean, ego: { actor: number, depth: number } | null,
 *   finder: (choose: (actor: number) => void) => HTMLElement }} Context
 */

const PAGE = 12;
const LIST = 8;

/**
 * @param {Data} data
 * @param {number} actor
 */
export function typeOf(data, actor) {
  return data.actors.type.words[data.actors.type.codes[actor]];
}

/**
 * @param {string} type
 */
export function typeGlyph(type) {
  return svg(`glyph type-${type || "other"}`, "-9 -9 18 18", [glyph(type)]);
}

/**
 * An actor's name as a button that opens its card.
 * @param {Context} context
 * @param {number} actor
 */
export function actorButton({ data, actions }, actor) {
  return el(
    "button",
    { type: "button", class: "actor", on: { click: () => actions.actor(actor) } },
    typeGlyph(typeOf(data, actor)),
    bdi(shorten(data.actors.name[actor], 80)),
  );
}

/** @param {number} sign */
function signName(sign) {
  return sign < 0 ? "conflict" : sign > 0 ? "cooperation" : "neutral";
}

/**
 * @param {Context} context
 */
export function overviewCard(context) {
  const { data, passed } = context;
  const strongest = Array.from(data.actors.degree, (_, actor) => actor)
    .filter((actor) => passed.actorOk[actor])
    .sort((a, b) => data.actors.degree[b] - data.actors.degree[a] || a - b)
    .slice(0, LIST);
  const together = data.kinds.indexOf("cooccurrence");
  const lines = [];
  for (let line = 0; line < data.lines.size && lines.length < LIST; line++) {
    if (passed.lineOk[line] && data.lines.kind[line] !== together && passed.weight[line]) lines.push(line);
  }
  const { days } = data;
  return el(
    "section",
    { class: "card", "aria-labelledby": "card-title" },
    el("header", { class: "card-head" }, el("h2", { id: "card-title", tabindex: -1 }, TEXTS.overview)),
    facts([
      [TEXTS.documents, count(data.documents.size)], [TEXTS.sentences, count(data.sentences.size)],
      [TEXTS.actors, count(data.actors.size)], [TEXTS.relations, count(data.rows.size)],
    ]),
    days[0] <= days[1] && el("p", { class: "soft" }, range(data, days[0], days[1])),
    data.actors.size ? el("p", { class: "soft" }, TEXTS.overviewHint) : el("p", { class: "soft" }, TEXTS.emptyData),
    strongest.length > 0 && part(TEXTS.topActors, actorBars(context, strongest)),
    lines.length > 0 && part(TEXTS.topLinks, el("ul", { class: "plain links" }, lines.map((line) => el("li", null, lineButton(context, line))))),
  );
}

/**
 * @param {Context} context
 * @param {number} actor
 */
export function actorCard(context, actor) {
  const { data, passed, actions, ego } = context;
  const { actors } = data;
  const type = typeOf(data, actor);
  const lines = [...data.linesOf(actor)].filter((line) => hasRows(context, line));
  const strength = (/** @type {number} */ line) => passed.weight[line];
  lines.sort((a, b) => strength(b) - strength(a) || a - b);
  const together = data.kinds.indexOf("cooccurrence");
  const stated = lines.filter((line) => data.lines.kind[line] !== together);
  const other = (/** @type {number} */ line) => (data.lines.source[line] === actor ? data.lines.target[line] : data.lines.source[line]);
  const linked = new Set(stated.map(other));
  const only = lines.filter((line) => data.lines.kind[line] === together && !linked.has(other(line)));
  const word = (/** @type {import("./data.js").Coded} */ column) => clean(column.words[column.codes[actor]]);
  const seen = [actors.first[actor], actors.last[actor]];
  const rows = orderedRows(data, stated).filter((row) => shownRow(context, row));
  const rest = rows.length ? [] : orderedRows(data, only).filter((row) => shownRow(context, row));
  return el(
    "section",
    { class: "card", "aria-labelledby": "card-title" },
    cardHead(context, [el("p", { class: "kicker" }, typeGlyph(type), choiceText("types", type)[0])], [bdi(shorten(actors.name[actor], 160))]),
    el(
      "div",
      { class: "tools" },
      el("button", { type: "button", on: { click: () => actions.centre(actor) } }, TEXTS.centre),
      [1, 2].map((depth) => el("button", {
        type: "button", title: TEXTS.egoHint[depth - 1], "aria-pressed": String(ego?.actor === actor && ego.depth === depth),
        on: { click: () => actions.ego(actor, depth) },
      }, TEXTS.ego[depth - 1])),
      el("button", { type: "button", "aria-expanded": "false", on: { click: (/** @type {any} */ event) => openPath(context, actor, event.currentTarget) } }, TEXTS.pathTo),
      el("button", { type: "button", on: { click: () => actions.hide(actor) } }, TEXTS.hide),
    ),
    facts([[TEXTS.mentions, count(actors.mentions[actor])], [TEXTS.documents, count(actors.documents[actor])], [TEXTS.links, count(stated.length + only.length)]]),
    details([
      [TEXTS.titles, actors.titles[actor]], [TEXTS.aliases, actors.aliases[actor]], [TEXTS.role, word(actors.role) && choiceText("roles", word(actors.role)).filter(Boolean).join(" · ")],
      [TEXTS.country, data.countries[word(actors.country)] ?? word(actors.country)],
      [TEXTS.seen, seen[0] === data.noDay ? "" : range(data, seen[0], seen[1])],
    ]),
    sparkline(data, rows),
    balance(context, stated, other),
    part(TEXTS.linksOf, stated.length + only.length
      ? growing([...stated, ...only], LIST, "ul", "plain links", (line) => el("li", null, lineButton(context, line, actor)))
      : el("p", { class: "soft" }, TEXTS.noLinks)),
    rows.length + rest.length > 0 && part(TEXTS.sentencesOf, relationList(context, rows.length ? rows : rest)),
  );
}

/**
 * @param {Context} context
 * @param {number} pair
 * @param {number | null} chosen the line that was clicked, or null for all between the two
 */
export function pairCard(context, pair, chosen) {
  const { data, actions } = context;
  const together = data.kinds.indexOf("cooccurrence");
  const lines = [...data.linesOfPair(pair)];
  lines.sort((a, b) => Number(data.lines.kind[a] === together) - Number(data.lines.kind[b] === together) || a - b);
  const first = lines[0];
  const [one, other] = chosen === null ? [data.lines.source[first], data.lines.target[first]] : [data.lines.source[chosen], data.lines.target[chosen]];
  const choice = (/** @type {number | null} */ line, /** @type {Node[]} */ content, /** @type {number} */ size) =>
    el("button", { type: "button", class: "chip", "aria-pressed": String(line === chosen), on: { click: () => actions.pair(pair, line) } }, ...content, el("span", { class: "count" }, count(size)));
  const sizeOf = (/** @type {number} */ line) => data.lines.rows[line + 1] - data.lines.rows[line];
  const rows = orderedRows(data, chosen === null ? withoutEchoes(data, lines) : [chosen]);
  const visible = rows.filter((row) => shownRow(context, row));
  const hidden = rows.length - visible.length;
  const list = el("div", null, relationList(context, visible));
  const all = el("button", { type: "button", class: "text", on: { click: () => list.replaceChildren(relationList(context, rows)) } }, TEXTS.showHidden);
  all.addEventListener("click", () => all.parentElement?.remove());
  return el(
    "section",
    { class: "card", "aria-labelledby": "card-title" },
    cardHead(context, [], [bdi(shorten(data.actors.name[one], 80)), el("span", { class: "arrow" }, chosen !== null && data.kinds[data.lines.kind[chosen]] !== "cooccurrence" ? " → " : " – "), bdi(shorten(data.actors.name[other], 80))]),
    el("div", { class: "ends" }, actorButton(context, one), actorButton(context, other)),
    el(
      "div",
      { class: "chips", role: "group" },
      lines.length > 1 && choice(null, [el("span", null, TEXTS.everything)], lines.reduce((sum, line) => sum + sizeOf(line), 0)),
      lines.map((line) => choice(line, lineLabel(context, line, one), sizeOf(line))),
    ),
    el("p", { class: "key" }, el("mark", { class: "mark source" }, TEXTS.markSource), " ", el("mark", { class: "mark verb" }, TEXTS.markVerb), " ", el("mark", { class: "mark target" }, TEXTS.markTarget)),
    hidden > 0 && el("p", { class: "soft" }, TEXTS.hiddenRows(hidden), " ", all),
    visible.length === 0 && hidden === 0 ? el("p", { class: "soft" }, TEXTS.noLinks) : list,
  );
}

/**
 * How two actors are linked, step by step with a sentence each.
 * @param {Context} context
 * @param {number} from
 * @param {number} to
 */
export function pathCard(context, from, to) {
  const { data, passed } = context;
  const [short, strong] = pathsBetween(data, passed, from, to);
  const same = short && strong && short.lines.join() === strong.lines.join();
  return el(
    "section",
    { class: "card", "aria-labelledby": "card-title" },
    cardHead(context, [], [bdi(shorten(data.actors.name[from], 80)), el("span", { class: "arrow" }, " … "), bdi(shorten(data.actors.name[to], 80))]),
    !short && el("p", { class: "soft" }, TEXTS.noPath),
    short && part(`${TEXTS.fewest}: ${TEXTS.steps(short.lines.length)}`, pathList(context, short)),
    strong && !same && part(`${TEXTS.strongest}: ${TEXTS.steps(strong.lines.length)}`, pathList(context, strong)),
    same && el("p", { class: "soft" }, TEXTS.sameStrongest),
  );
}

/**
 * The shortest and the strongest path.
 * @param {Data} data
 * @param {Passing} passed
 * @param {number} from
 * @param {number} to
 */
export function pathsBetween(data, passed, from, to) {
  return [shortestPath(data, passed, from, to), strongestPath(data, passed, from, to)];
}

/**
 * @param {Context} context
 * @param {import("./paths.js").Path} path
 */
function pathList(context, { actors, lines }) {
  const steps = lines.flatMap((line, at) => {
    const row = orderedRows(context.data, [line]).find((one) => context.passed.rowOk[one]) ?? context.data.lines.rows[line];
    return [el("li", { class: "step" }, lineButton(context, line, actors[at]), el("ul", { class: "plain" }, relationItem(context, row))), el("li", null, actorButton(context, actors[at + 1]))];
  });
  return el("ol", { class: "plain path" }, el("li", null, actorButton(context, actors[0])), ...steps);
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
  const finder = el("div", { class: "path-finder" }, el("p", { class: "soft" }, TEXTS.pathHint), context.finder((to) => context.actions.path(actor, to)));
  box.after(finder);
  finder.querySelector("input")?.focus();
  return undefined;
}

/**
 * @param {Context} context
 * @param {Node[]} above
 * @param {Node[]} title
 */
function cardHead({ actions, canGoBack }, above, title) {
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
function facts(pairs) {
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
function part(title, content) {
  return el("section", { class: "part" }, el("h3", null, title), content);
}

/**
 * @param {Context} context
 * @param {number[]} list
 */
function actorBars(context, list) {
  const { degree } = context.data.actors;
  const top = Math.max(degree[list[0]], 1);
  return el("ul", { class: "plain bars" }, list.map((actor) => {
    const bar = el("span", { class: "bar" });
    bar.style.width = `${(100 * degree[actor]) / top}%`;
    return el("li", null, actorButton(context, actor), el("span", { class: "bar-box" }, bar), el("span", { class: "count" }, count(degree[actor])));
  }));
}

/**
 * Who an actor works with and against, by sentences.
 * @param {Context} context
 * @param {number[]} lines
 * @param {(line: number) => number} other
 */
function balance(context, lines, other) {
  const side = (/** @type {number} */ sign, /** @type {string} */ title) => {
    /** @type {Map<number, number>} */
    const sums = new Map();
    for (const line of lines) {
      if (context.data.lines.sign[line] === sign && context.passed.weight[line]) sums.set(other(line), (sums.get(other(line)) ?? 0) + context.passed.weight[line]);
    }
    const best = [...sums].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, 4);
    return best.length > 0 && el("div", { class: `side ${signName(sign)}` }, el("h3", null, title), el("ul", { class: "plain" }, best.map(([actor, sum]) => el("li", null, actorButton(context, actor), el("span", { class: "count" }, count(sum))))));
  };
  const sides = [side(1, TEXTS.allies), side(-1, TEXTS.opponents)].filter(Boolean);
  return sides.length > 0 && el("div", { class: "balance" }, ...sides);
}

/**
 * A line in words: swatch, direction and what is done.
 * @param {Context} context
 * @param {number} line
 * @param {number} from the actor that the reader looks from
 */
function lineLabel({ data }, line, from) {
  const { source, kind, sign } = data.lines;
  const name = data.kinds[kind[line]];
  const way = name === "cooccurrence" ? "–" : source[line] === from ? "→" : "←";
  return [lineSwatch(name, sign[line]), el("span", { class: "way" }, way), el("span", null, name === "cooccurrence" ? TEXTS.together : classesOf(data, line))];
}

/**
 * @param {string} kind
 * @param {number} sign
 */
export function lineSwatch(kind, sign) {
  const dashes = kind === "cooccurrence" ? "4 3" : kind === "affiliation" ? "1 4" : "none";
  const tone = kind === "cooccurrence" ? "together" : signName(sign);
  /** @type {[string, Record<string, string | number>][]} */
  const shapes = [["line", { x1: 1, y1: 6, x2: kind === "verb" ? 20 : 25, y2: 6, "stroke-dasharray": dashes }]];
  if (kind === "verb") shapes.push(["polygon", { points: "19,1.5 27,6 19,10.5" }]);
  if (kind === "affiliation") shapes.push(["circle", { cx: 24, cy: 6, r: 2.6 }]);
  return svg(`line-swatch ${tone}`, "0 0 28 12", shapes);
}

/**
 * The classes of a line's relations, most frequent first.
 * @param {Data} data
 * @param {number} line
 */
export function classesOf(data, line) {
  /** @type {Map<number, number>} */
  const counts = new Map();
  for (let row = data.lines.rows[line]; row < data.lines.rows[line + 1]; row++) {
    const code = data.rows.relation.codes[row];
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const words = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([code]) => relationText(data.rows.relation.words[code]));
  return words.slice(0, 3).join(", ") + (words.length > 3 ? " …" : "");
}

/**
 * A line as a button that opens its sentences.
 * @param {Context} context
 * @param {number} line
 * @param {number} [from] leave out this end
 */
export function lineButton(context, line, from) {
  const { data, passed, actions } = context;
  const { source, target, pair, kind, sign } = data.lines;
  const name = data.kinds[kind[line]];
  const other = source[line] === from ? target[line] : source[line];
  const title = from === undefined
    ? [bdi(shorten(data.actors.name[source[line]], 60)), el("span", { class: "way" }, name === "cooccurrence" ? " – " : " → "), bdi(shorten(data.actors.name[target[line]], 60))]
    : [el("span", { class: "way" }, name === "cooccurrence" ? "– " : source[line] === from ? "→ " : "← "), bdi(shorten(data.actors.name[other], 60))];
  const denied = passed.weight[line] === 0;
  return el(
    "button",
    { type: "button", class: "line", on: { click: () => actions.pair(pair[line], line) } },
    lineSwatch(name, sign[line]),
    el("span", { class: "line-text" }, el("span", { class: "line-ends" }, ...title), el("span", { class: "soft" }, name === "cooccurrence" ? TEXTS.together : classesOf(data, line), denied && ` · ${choiceText("statuses", "negated")[0].toLowerCase()}`)),
    !denied && el("span", { class: "count" }, count(passed.weight[line])),
  );
}

/**
 * @param {Context} context
 * @param {number} line
 */
function hasRows(context, line) {
  for (let row = context.data.lines.rows[line]; row < context.data.lines.rows[line + 1]; row++) if (shownRow(context, row)) return true;
  return false;
}

/**
 * Relations that pass the filters, and denials even where the drawing leaves them out.
 * @param {Context} context
 * @param {number} row
 */
function shownRow({ data, passed }, row) {
  return passed.rowOk[row] === 1 || data.statuses[data.rows.status[row]] === "negated";
}

/**
 * Rows of some lines, newest first.
 * @param {Data} data
 * @param {number[]} lines
 */
function orderedRows(data, lines) {
  const rows = lines.flatMap((line) => Array.from({ length: data.lines.rows[line + 1] - data.lines.rows[line] }, (_, at) => data.lines.rows[line] + at));
  return rows.sort((a, b) => data.rows.day[b] - data.rows.day[a] || data.rows.sentence[a] - data.rows.sentence[b] || a - b);
}

/**
 * Without the co-occurrence lines of two actors between whom more is said.
 * @param {Data} data
 * @param {number[]} lines
 */
function withoutEchoes(data, lines) {
  const together = data.kinds.indexOf("cooccurrence");
  const stated = lines.filter((line) => data.lines.kind[line] !== together);
  return stated.length ? stated : lines;
}

/**
 * @param {Context} context
 * @param {number[]} rows
 */
function relationList(context, rows) {
  return growing(rows, PAGE, "ol", "plain relations", (row) => relationItem(context, row));
}

/**
 * A list that shows its first items and grows on demand.
 * @template T
 * @param {T[]} items
 * @param {number} step
 * @param {string} tag
 * @param {string} className
 * @param {(item: T) => HTMLElement} make
 */
function growing(items, step, tag, className, make) {
  const list = el(tag, { class: className });
  const more = el("button", { type: "button", class: "text more" });
  let shown = 0;
  const grow = () => {
    const fresh = items.slice(shown, shown + step).map(make);
    list.append(...fresh);
    if (shown > 0) fresh[0]?.querySelector("button")?.focus();
    shown += fresh.length;
    const left = items.length - shown;
    more.textContent = TEXTS.moreRows(Math.min(left, step));
    more.hidden = left <= 0;
  };
  more.addEventListener("click", grow);
  grow();
  return el("div", null, list, more);
}

/**
 * One relation with its sentence.
 * @param {Context} context
 * @param {number} row
 */
function relationItem(context, row) {
  const { data } = context;
  const { rows, lines } = data;
  const line = rows.line[row];
  const sentence = rows.sentence[row];
  const status = data.statuses[rows.status[row]];
  const kind = data.kinds[lines.kind[line]];
  const speaker = rows.speaker.words[rows.speaker.codes[row]];
  const paper = data.document(sentence);
  const link = safeLink(paper.url);
  const names = { source: data.actors.name[lines.source[line]], target: data.actors.name[lines.target[line]] };
  const quote = el("div", { class: "quote" }, el("p", { class: "soft" }, TEXTS.loading));
  data.evidence(sentence).then(
    ({ text, marks }) => quote.replaceChildren(markedSentence(text, marks(row), names)),
    () => quote.replaceChildren(el("p", { class: "soft" }, TEXTS.unreadable)),
  );
  const title = paper.title || TEXTS.untitled;
  const date = paper.date || isoDay(rows.day[row], data.noDay);
  const rule = rows.rule.words[rows.rule.codes[row]];
  return el(
    "li",
    { class: `relation ${kind === "cooccurrence" ? "together" : signName(lines.sign[line])}` },
    el(
      "p",
      { class: "relation-head" },
      el("span", { class: "class" }, relationText(rows.relation.words[rows.relation.codes[row]])),
      status !== "asserted" && el("span", { class: `status ${status}` }, choiceText("statuses", status)[0]),
      speaker && el("span", { class: "speaker" }, TEXTS.according(""), bdi(shorten(speaker, 60))),
    ),
    quote,
    el(
      "p",
      { class: "source-line" },
      link ? el("a", { href: link, target: "_blank", rel: "noopener noreferrer", title: TEXTS.openArticle }, bdi(shorten(title, 140))) : bdi(shorten(title, 140)),
      paper.outlet && el("span", null, " · ", bdi(shorten(paper.outlet, 60))),
      date && el("span", null, " · ", el("time", { datetime: date }, date)),
    ),
    el("p", { class: "trace" }, citeButton(context, row, paper), ` · ${TEXTS.rule} ${clean(rule.replaceAll("_", " "))} · ${TEXTS.confidence} ${rows.confidence[row]} %`),
  );
}

/**
 * A button that copies the sentence with its source.
 * @param {Context} context
 * @param {number} row
 * @param {import("./data.js").Doc} paper
 */
function citeButton({ data, actions }, row, paper) {
  const button = el("button", { type: "button", class: "text" }, TEXTS.cite);
  button.addEventListener("click", async () => {
    const { text } = await data.evidence(data.rows.sentence[row]);
    const done = await actions.copy(citation(text, paper));
    button.textContent = done ? TEXTS.copied : TEXTS.notCopied;
  });
  return button;
}

/**
 * @param {string} text
 * @param {import("./data.js").Doc} paper
 */
export function citation(text, paper) {
  const where = [paper.title && `“${paper.title}”`, paper.outlet, paper.date, safeLink(paper.url)].filter(Boolean).join(", ");
  return `“${text.trim().replace(/^[“"]|[”"]$/g, "")}” (${where || TEXTS.untitled})`;
}

/**
 * @param {Data} data
 * @param {number} first
 * @param {number} last
 */
function range(data, first, last) {
  const [from, to] = [isoDay(first, data.noDay), isoDay(last, data.noDay)];
  return from === to ? from : `${from} – ${to}`;
}

/**
 * A line in one sentence, for the tooltip.
 * @param {Data} data
 * @param {number} line
 * @param {number} weight
 */
export function lineTip(data, line, weight) {
  const kind = data.kinds[data.lines.kind[line]];
  const what = kind === "cooccurrence" ? TEXTS.together : classesOf(data, line);
  return [
    bdi(shorten(data.actors.name[data.lines.source[line]], 50)), kind === "cooccurrence" ? " – " : " → ",
    bdi(shorten(data.actors.name[data.lines.target[line]], 50)),
    el("span", { class: "soft" }, `${what} · ${plural(weight, "sentence", "sentences")}`),
  ];
}
