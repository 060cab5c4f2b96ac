/** One article: its text with every relation that passes marked, and what each sentence says. */

import { TOGETHER } from "../data/words.js";
import { hits } from "../data/sentences.js";
import { saidIn } from "../data/library.js";
import { signName } from "../data/lines.js";
import { bdi, el, safeLink, shorten } from "../lib/dom.js";
import { TEXTS, count } from "../lib/texts.js";
import { choiceText } from "../lib/wording.js";
import { lineSwatch, rowText } from "../panels/components.js";
import { segments } from "./segments.js";

/**
 * @typedef {import("../panels/components.js").Context} Context
 * @typedef {import("../data/library.js").Said} Said
 * @typedef {{ row: number, part: "source" | "target" | "verb", said: number } | "hit" | "place"} Tag
 * @typedef {{ element: HTMLElement, parts: Map<number, Set<string>> }} Piece  What of which relation a marked piece of text is.
 * @typedef {{ text: string, spans: import("./segments.js").Span<Tag>[], said: (Said & { end: number })[], whole: boolean, offset: (start: number) => number }} Marked
 */

const COVERED = "(max-width: 760px)"; // where a card would lie over the text

const PARTS = /** @type {const} */ (["source", "target", "verb"]);

/**
 * The text of a document, or its sentences one below the other where that is not in the page, with the spans of what
 * passes.
 * @param {Context} context
 * @param {number} document
 * @returns {Promise<Marked>}
 */
export async function markedText({ data, passed }, document) {
  const whole = data.texts.has(document);
  const said = saidIn(data, passed, document);
  /** @type {Map<number, number>} where sentences stand, if not as they do in the article */
  const places = new Map();
  let text = await data.texts.of(document);
  if (!whole) {
    for (const sentence of quoted(data, document)) {
      places.set(sentence, text.length);
      text += `${(await data.evidence(sentence)).text}\n`;
    }
  }
  /** @type {import("./segments.js").Span<Tag>[]} */
  const spans = [];
  const placed = [];
  for (const [at, one] of said.entries()) {
    const { text: quote, marks } = await data.evidence(one.sentence);
    const start = whole ? one.start : places.get(one.sentence) ?? 0;
    placed.push({ ...one, start, end: start + quote.length });
    for (const row of one.rows) {
      const offsets = marks(row);
      PARTS.forEach((part, n) => {
        const [from, to] = offsets ? [offsets[2 * n], offsets[2 * n + 1]] : [-1, -1];
        if (from >= 0) spans.push({ start: start + from, end: start + to, tag: { row, part, said: at } });
      });
    }
  }
  return { text, spans, said: placed, whole, offset: (start) => (start < 0 ? places.get(-1 - start) ?? 0 : start) };
}

/**
 * The sentences of a document that a relation is read from, each once, in order.
 * @param {import("../data/payload.js").Data} data
 * @param {number} document
 */
function quoted({ sentences, rows, lines, together }, document) {
  const found = new Set();
  for (let row = 0; row < rows.size; row++) if (sentences.document[rows.sentence[row]] === document && lines.kind[rows.line[row]] !== together) found.add(rows.sentence[row]);
  return [...found].sort((a, b) => sentences.start[a] - sentences.start[b] || a - b);
}

/**
 * @param {Context} context
 * @param {number} document
 * @param {{ relation: string | null, start: number | null, words: string[] }} wanted what is to be in the light: a relation, by
 *   its id, or what stands at a place; and words that were looked for
 * @param {() => void} leave back to the articles
 */
export function article(context, document, wanted, leave) {
  const { data } = context;
  const paper = data.papers.of(document);
  const link = safeLink(paper.url);
  const body = el("div", { class: "article-text", dir: "auto" }, el("p", { class: "soft" }, TEXTS.loading));
  const notes = el("div", { class: "article-notes" });
  /** @type {Piece[]} */
  const pieces = [];
  const light = (/** @type {number | null} */ row) => {
    for (const { element, parts } of pieces) {
      const own = row === null ? undefined : parts.get(row);
      for (const part of PARTS) element.classList.toggle(part, own?.has(part) === true);
    }
    body.classList.toggle("lit", row !== null);
    for (const button of body.querySelectorAll("[data-row]")) button.setAttribute("aria-pressed", String(Number(/** @type {HTMLElement} */ (button).dataset.row) === row));
  };

  const fill = async () => {
    const { text, spans, said, whole, offset } = await markedText(context, document);
    const place = wanted.start === null ? null : offset(wanted.start);
    if (place !== null) spans.push({ start: place, end: Math.max(place + 1, sentenceEnd(text, place)), tag: "place" });
    for (const [start, end] of wanted.words.length ? hits(text, wanted.words) : []) spans.push({ start, end, tag: "hit" });
    /** @type {((row: number) => void)[]} opens what a sentence says, with a relation in the light */
    const open = [];
    const ends = new Map(); // where a sentence with relations ends, and which
    said.forEach(({ end }, at) => ends.set(end, [...(ends.get(end) ?? []), at]));
    let para = el("div", { class: "para" });
    const paras = [para];
    /** @type {HTMLElement | null} */
    let there = null;
    for (const { start, end, tags } of segments(text.length, spans, [...ends.keys()])) {
      text.slice(start, end).split(/\n/).forEach((line, at) => {
        if (at) paras.push(para = el("div", { class: "para" }));
        if (!line) return;
        const made = tags.length ? markedPiece(data, line, tags, pieces) : line;
        para.append(made);
        if (tags.includes("place")) there ??= /** @type {HTMLElement} */ (made);
      });
      for (const at of ends.get(end) ?? []) {
        const { button, show } = sentenceButton(context, said[at], light);
        open[at] = show;
        para.append(" ", button);
      }
    }
    body.replaceChildren(...paras.filter((one) => one.textContent));
    body.addEventListener("click", (event) => {
      const mark = event.target instanceof Element ? event.target.closest("mark[data-said]") : null;
      if (mark instanceof HTMLElement) open[Number(mark.dataset.said)]?.(Number(mark.dataset.first));
    });
    const relations = said.reduce((sum, { rows }) => sum + rows.length, 0);
    notes.replaceChildren(
      el("p", { class: "soft" }, TEXTS.reading.relationsIn(relations, said.length)),
      ...(whole ? [] : [el("p", { class: "note split-note" }, data.texts.size ? TEXTS.reading.textLeft : TEXTS.reading.noTexts)]),
    );
    const row = wanted.relation === null ? -1 : data.rows.place(wanted.relation);
    const at = said.findIndex(({ rows }) => rows.includes(row));
    if (at >= 0) open[at](row);
    const goal = at >= 0 ? body.querySelectorAll(".said-count")[at] : there;
    if (!(goal instanceof HTMLElement)) return;
    goal.scrollIntoView({ block: "center" });
    if (goal instanceof HTMLButtonElement) goal.focus({ preventScroll: true });
  };
  fill().catch(() => body.replaceChildren(el("p", { class: "soft" }, TEXTS.unreadable)));
  return el(
    "article", { class: "article", "aria-labelledby": "article-title" },
    el("p", { class: "article-bar" }, el("button", { type: "button", class: "text", on: { click: leave } }, `← ${wanted.words.length ? TEXTS.reading.toFound : TEXTS.reading.toArticles}`)),
    el("h2", { id: "article-title", tabindex: -1 }, bdi(paper.title || TEXTS.untitled)),
    el("p", { class: "source-line" }, [paper.outlet && bdi(shorten(paper.outlet, 60)), paper.date && el("time", { datetime: paper.date }, paper.date), link && el("a", { href: link, target: "_blank", rel: "noopener noreferrer" }, TEXTS.openArticle)]
      .filter(Boolean).flatMap((one, at) => (at ? [" · ", one] : [one]))),
    notes,
    el("p", { class: "key" }, el("mark", { class: "read who" }, TEXTS.reading.markWho), " ", el("mark", { class: "read act neutral" }, TEXTS.markVerb), " · ", TEXTS.reading.markHint),
    body,
  );
}

/**
 * The number of relations of a sentence, which opens what they are.
 * @param {Context} context
 * @param {Said} said
 * @param {(row: number | null) => void} light
 */
function sentenceButton(context, { rows }, light) {
  const { data, actions } = context;
  const button = el("button", { type: "button", class: "said-count", "aria-expanded": "false", "aria-label": TEXTS.reading.relationsHere(rows.length) }, count(rows.length));
  /** @type {HTMLElement | null} */
  let list = null;
  const choose = (/** @type {number} */ row) => {
    const line = data.rows.line[row];
    light(row);
    if (!matchMedia(COVERED).matches) actions.pair(data.lines.pair[line], line);
  };
  const show = (/** @type {number} */ row) => {
    if (!list) button.after(list = el("ul", { class: "plain said-here" }, rows.map((one) => saidItem(context, one, choose))));
    button.setAttribute("aria-expanded", "true");
    choose(row);
  };
  button.addEventListener("click", () => {
    if (!list) {
      show(rows[0]);
      return;
    }
    list.remove();
    list = null;
    button.setAttribute("aria-expanded", "false");
    light(null);
  });
  return { button, show };
}

/**
 * @param {Context} context
 * @param {number} row
 * @param {(row: number) => void} choose
 */
function saidItem({ data, actions }, row, choose) {
  const { lines, rows, actors } = data;
  const line = rows.line[row];
  const kind = data.kinds[lines.kind[line]];
  const status = data.statuses[rows.status[row]];
  const speaker = rows.speaker.words[rows.speaker.codes[row]];
  return el(
    "li", null,
    el(
      "button", { type: "button", class: "line", "data-row": row, "aria-pressed": "false", on: { click: () => choose(row) } },
      lineSwatch(kind, lines.sign[line]),
      el(
        "span", { class: "line-text" },
        el("span", { class: "line-ends" }, bdi(shorten(actors.name[lines.source[line]], 60)), el("span", { class: "way" }, kind === TOGETHER ? " – " : " → "), bdi(shorten(actors.name[lines.target[line]], 60))),
        el("span", { class: "told-words" }, ...rowText(data, row), status !== "asserted" && el("span", { class: `status ${status}` }, choiceText("statuses", status)[0]), speaker && el("span", { class: "soft" }, ` · ${TEXTS.according} `, bdi(shorten(speaker, 60)))),
      ),
    ),
    el("button", { type: "button", class: "text to-drawing", on: { click: () => actions.find({ pair: lines.pair[line], line }) } }, TEXTS.reading.toDrawing),
  );
}

/**
 * A piece of text with all that lies over it.
 * @param {import("../data/payload.js").Data} data
 * @param {string} text
 * @param {Tag[]} tags
 * @param {Piece[]} pieces
 */
function markedPiece({ rows, lines }, text, tags, pieces) {
  const [hit, place] = [tags.includes("hit"), tags.includes("place")];
  const own = tags.filter((tag) => tag !== "hit" && tag !== "place");
  if (!own.length) return el(hit ? "mark" : "span", { class: [hit && "hit", place && "place"].filter(Boolean).join(" ") }, text);
  const act = own.find(({ part }) => part === "verb");
  const first = act ?? own[0];
  const looks = ["read", own.some(({ part }) => part !== "verb") && "who", act && `act ${signName(lines.sign[rows.line[act.row]])}`, hit && "hit", place && "place"];
  const element = el("mark", { class: looks.filter(Boolean).join(" "), "data-said": first.said, "data-first": first.row }, text);
  /** @type {Map<number, Set<string>>} */
  const parts = new Map();
  for (const { row, part } of own) parts.set(row, (parts.get(row) ?? new Set()).add(part));
  pieces.push({ element, parts });
  return element;
}

/**
 * @param {string} text
 * @param {number} start
 */
function sentenceEnd(text, start) {
  const rest = /[.!?…]["”’)]*(?=\s|$)|\n/.exec(text.slice(start));
  return rest ? start + rest.index + rest[0].trimEnd().length : text.length;
}
