/** Relations one by one, each with its sentence, its source and what made it. */

import { signName, verbOf } from "../data/lines.js";
import { isoDay } from "../data/payload.js";
import { fold } from "../data/search.js";
import { TOGETHER } from "../data/words.js";
import { bdi, clean, el, safeLink, shorten } from "../lib/dom.js";
import { TEXTS } from "../lib/texts.js";
import { choiceText, relationText } from "../lib/wording.js";
import { BY_HAND } from "../corrections/rework.js";
import { setRightButton } from "../corrections/relationform.js";
import { markedSentence } from "./marks.js";

/**
 * @typedef {import("../data/payload.js").Data} Data
 * @typedef {import("./components.js").Context} Context
 */

const PAGE = 12;

/**
 * Rows of some lines that pass the filters, newest first.
 * @param {Context} context
 * @param {number[]} lines
 */
export function passingRows({ data, passed }, lines) {
  return orderedRows(data, lines, (row) => passed.rowOk[row] === 1);
}

/**
 * What some lines deny, where the filters leave denials out: nobody shall take a denied relation for a stated one,
 * nor miss that it is denied.
 * @param {Context} context
 * @param {number[]} lines
 */
export function deniedPart(context, lines) {
  const { data, passed } = context;
  const rows = orderedRows(data, lines, (row) => data.rows.status[row] === data.denied && !passed.rowOk[row]);
  return rows.length > 0 && el("section", { class: "part denied" }, el("h3", null, TEXTS.deniedApart(rows.length)), growing(rows, PAGE / 4, "ol", "plain relations", (row) => relationItem(context, row)));
}

/**
 * Rows of some lines, newest first.
 * @param {Data} data
 * @param {number[]} lines
 * @param {(row: number) => boolean} [keep] which of them
 */
export function orderedRows(data, lines, keep = () => true) {
  const { day, sentence } = data.rows;
  const start = data.lines.rows;
  const rows = [];
  for (const line of lines) for (let row = start[line]; row < start[line + 1]; row++) if (keep(row)) rows.push(row);
  return rows.sort((a, b) => day[b] - day[a] || sentence[a] - sentence[b] || a - b);
}

/**
 * Relations with a box that finds among them: all words typed must stand in the sentence, or in what is told
 * about it (class, verb, status, speaker, title, outlet, date, the two actors).
 * @param {Context} context
 * @param {number[]} rows
 */
export function relationFinder(context, rows) {
  const { memo } = context;
  const list = el("div", null);
  const fill = (/** @type {number[]} */ some) => list.replaceChildren(some.length || !rows.length
    ? growing(some, PAGE, "ol", "plain relations", (row) => relationItem(context, row))
    : el("p", { class: "soft" }, TEXTS.noRows));
  if (rows.length < 2) {
    fill(rows);
    return list;
  }
  const size = el("output", { class: "count", for: "find-sentences" });
  const input = /** @type {HTMLInputElement} */ (el("input", {
    type: "search", id: "find-sentences", class: "find", placeholder: TEXTS.findSentencesHint, "aria-label": TEXTS.findSentences, autocomplete: "off", spellcheck: "false",
  }));
  let asked = 0;
  const look = async () => {
    memo.find = input.value;
    const turn = ++asked;
    const words = fold(input.value).split(" ").filter(Boolean);
    const found = words.length ? await holding(context, rows, words) : rows;
    if (turn !== asked) return;
    size.textContent = words.length ? TEXTS.foundRows(found.length, rows.length) : "";
    fill(found);
  };
  input.addEventListener("input", look);
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !input.value) return;
    input.value = "";
    event.stopPropagation();
    look();
  });
  fill(rows);
  if (memo.find) {
    input.value = memo.find;
    look();
  }
  return el("div", null, el("div", { class: "find-bar" }, input, size), list);
}

/**
 * The rows whose sentence, or what is told about it, holds all the words.
 * @param {Context} context
 * @param {number[]} rows
 * @param {string[]} words folded
 */
async function holding({ data }, rows, words) {
  const found = [];
  for (const row of rows) {
    const { sentence, ...about } = aboutRow(data, row);
    let text = Object.values(about).join(" ");
    try {
      text += ` ${(await data.evidence(sentence)).text}`;
    } catch { /* a browser that cannot unpack sentences still finds by what is told about them */ }
    const folded = fold(text);
    if (words.every((word) => folded.includes(word))) found.push(row);
  }
  return found;
}

/**
 * @param {Data} data
 * @param {number} row
 */
function aboutRow(data, row) {
  const { rows, lines, actors } = data;
  const { title, outlet, date } = data.document(rows.sentence[row]);
  return {
    sentence: rows.sentence[row], title, outlet, date, class: relationText(rows.relation.words[rows.relation.codes[row]]),
    verb: rows.verb.words[rows.verb.codes[row]], status: choiceText("statuses", data.statuses[rows.status[row]])[0],
    speaker: rows.speaker.words[rows.speaker.codes[row]], source: actors.name[lines.source[rows.line[row]]],
    target: actors.name[lines.target[rows.line[row]]],
  };
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
export function growing(items, step, tag, className, make) {
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

/** Between a button and what follows; on paper both go. */
const dot = () => el("span", { class: "dot", "aria-hidden": "true" }, " · ");

/**
 * One relation with its sentence.
 * @param {Context} context
 * @param {number} row
 */
export function relationItem(context, row) {
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
  const day = rows.told(row) || isoDay(rows.day[row], data.noDay);
  const word = kind === TOGETHER ? "" : verbOf(data, row, kind === "verb");
  const named = relationText(rows.relation.words[rows.relation.codes[row]]);
  const rule = rows.rule.words[rows.rule.codes[row]];
  return el(
    "li",
    { class: `relation ${kind === TOGETHER ? "together" : signName(lines.sign[line])}` },
    el(
      "p",
      { class: "relation-head" },
      word ? [el("span", { class: "class" }, bdi(shorten(clean(word), 60))), el("span", { class: "soft" }, named)] : el("span", { class: "class" }, named),
      day && el("time", { class: "soft", datetime: day, title: TEXTS.toldDay }, day),
      status !== "asserted" && el("span", { class: `status ${status}` }, choiceText("statuses", status)[0]),
      rule === BY_HAND && el("span", { class: "status by-hand", title: data.rules.get(rule) }, TEXTS.byHand),
      speaker && el("span", { class: "speaker" }, TEXTS.according, " ", bdi(shorten(speaker, 60))),
    ),
    quote,
    el(
      "p",
      { class: "source-line" },
      link ? el("a", { href: link, target: "_blank", rel: "noopener noreferrer", title: TEXTS.openArticle }, bdi(shorten(title, 140))) : bdi(shorten(title, 140)),
      paper.outlet && el("span", null, " · ", bdi(shorten(paper.outlet, 60))),
      paper.date && el("span", null, " · ", el("time", { datetime: paper.date }, paper.date)),
    ),
    el("p", { class: "trace" }, citeButton(context, row, paper), dot(), ...readButton(context, row), ...(kind === TOGETHER ? [] : [rejectButton(context, row, paper.date || day), dot(), setRightButton(context, row, `${named} ${paper.date || day}`.trim()), dot()]), el("span", { class: "rule", title: data.rules.get(rule) }, `${TEXTS.rule} ${clean(rule.replaceAll("_", " "))}`), kind !== TOGETHER && ` · ${TEXTS.confidence} ${rows.confidence[row]} %`),
  );
}

/**
 * A button that copies the sentence with its source.
 * @param {Context} context
 * @param {number} row
 * @param {import("../data/payload.js").Doc} paper
 */
export function citeButton({ data, actions }, row, paper) {
  const button = el("button", { type: "button", class: "text" }, TEXTS.cite);
  button.addEventListener("click", async () => {
    const { text } = await data.evidence(data.rows.sentence[row]);
    const done = await actions.copy(citation(text, paper));
    button.textContent = done ? TEXTS.copied : TEXTS.notCopied;
  });
  return button;
}

/**
 * A button that opens the article where it says so.
 * @param {Context} context
 * @param {number} row
 */
function readButton({ data, actions }, row) {
  const document = data.sentences.document[data.rows.sentence[row]];
  return document < 0 ? [] : [el("button", { type: "button", class: "text to-read", title: TEXTS.reading.readHint, on: { click: () => actions.read(document, data.rows.id(row)) } }, TEXTS.reading.read), dot()];
}

/**
 * A button that leaves the relation out, because the sentence does not say so.
 * @param {Context} context
 * @param {number} row
 * @param {string} date
 */
function rejectButton({ data, actions, corrections, memo }, row, date) {
  const what = `${relationText(data.rows.relation.words[data.rows.relation.codes[row]])} ${date}`.trim();
  const button = el("button", { type: "button", class: "text reject", title: TEXTS.rejectHint, "aria-label": TEXTS.rejectThis(what) }, TEXTS.reject);
  button.addEventListener("click", () => {
    memo.focus = [...document.querySelectorAll("#side button.reject")].indexOf(button);
    const id = data.rows.id(row);
    if (id) actions.amend({ action: "drop", subject: id, object: "" });
    else takeBack(data, corrections.now.list, row, actions.unamend);
  });
  return button;
}

/**
 * What was added in this page is taken back by taking the correction off the list.
 * @param {Data} data
 * @param {import("../corrections/correct.js").Correction[]} list
 * @param {number} row
 * @param {(at: number) => void} unamend
 */
function takeBack({ rows, lines, actors, placeOf }, list, row, unamend) {
  const [source, target] = [lines.source[rows.line[row]], lines.target[rows.line[row]]];
  const heir = (/** @type {string} */ id) => actors.heir[actors.id.indexOf(id)];
  const at = list.findIndex(({ action, subject, object, relation, evidence }) => action === "add" && heir(subject) === source && heir(object) === target
    && relation === rows.relation.words[rows.relation.codes[row]] && evidence === placeOf(rows.sentence[row]));
  if (at >= 0) unamend(at);
}

/**
 * @param {string} text
 * @param {import("../data/payload.js").Doc} paper
 */
export function citation(text, paper) {
  const where = [paper.title && `“${paper.title}”`, paper.outlet, paper.date, safeLink(paper.url)].filter(Boolean).join(", ");
  return `“${text.trim().replace(/^[“"]|[”"]$/g, "")}” (${where || TEXTS.untitled})`;
}

