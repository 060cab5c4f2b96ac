/** The articles: a list of them, a search in their sentences, and each to be read. */

import { relationsIn } from "../data/library.js";
import { findSentences, hits, wordsOf } from "../data/sentences.js";
import { bdi, el, refill, shorten } from "../lib/dom.js";
import { TEXTS } from "../lib/texts.js";
import { growing } from "../panels/relations.js";
import { article } from "./article.js";

/** @typedef {import("../panels/components.js").Context} Context */

const PAGE = 40;
const PAUSE = 250; // milliseconds without a key until what is typed is looked for

/**
 * @param {() => Context} context
 * @param {import("../state/store.js").Store} store
 * @param {(words: string) => void} announce
 */
export function createReader(context, store, announce) {
  const input = /** @type {HTMLInputElement} */ (el("input", {
    type: "search", id: "find-articles", class: "find", placeholder: TEXTS.reading.findHint, "aria-label": TEXTS.reading.find, autocomplete: "off", spellcheck: "false",
  }));
  const told = el("output", { class: "soft", for: "find-articles" });
  const body = el("div", { class: "reading-body" });
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let typing;
  let asked = 0;
  /** @type {number | null} the article that was read last */
  let left = null;
  let about = "";
  /** @type {import("../state/store.js").State["reading"]} */
  let read = null;

  input.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(() => store.set({ query: input.value, reading: null }), PAUSE);
  });
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !input.value) return;
    input.value = "";
    clearTimeout(typing);
    store.set({ query: "", reading: null });
    event.stopPropagation();
  });

  const open = (/** @type {number} */ document, /** @type {number | null} */ start = null) => store.set({ reading: { document, relation: null, start } });
  const meta = (/** @type {number} */ document, /** @type {string} */ more = "") => {
    const { outlet, date } = context().data.papers.of(document);
    return el("span", { class: "soft" }, [shorten(outlet, 60), date, more].filter(Boolean).join(" · "));
  };
  const again = () => {
    const same = left === null ? null : /** @type {HTMLElement | null} */ (body.querySelector(`[data-document="${left}"]`));
    left = null;
    same?.focus();
    same?.scrollIntoView({ block: "center" });
  };

  /** All articles, those with most to tell first. */
  const list = () => {
    const { data, passed } = context();
    const { size, left: without } = data.texts;
    const counts = relationsIn(data, passed);
    const all = Array.from({ length: data.documents.size }, (_, at) => at).sort((a, b) => counts[b] - counts[a] || data.documents.day[b] - data.documents.day[a] || a - b);
    told.textContent = TEXTS.reading.articles(all.length);
    body.replaceChildren(
      without > 0 ? el("p", { class: "soft note" }, TEXTS.reading.someTexts(size, size + without)) : "",
      size === 0 && all.length > 0 ? el("p", { class: "soft note" }, TEXTS.reading.noTexts) : "",
      growing(all, PAGE, "ol", "plain papers", (document) => el("li", null, el(
        "button", { type: "button", class: "paper", "data-document": document, on: { click: () => open(document) } },
        el("span", { class: "paper-title" }, bdi(shorten(data.papers.of(document).title, 140) || TEXTS.untitled)), meta(document, counts[document] ? TEXTS.relationsIn(counts[document]) : ""),
      ))),
    );
    again();
  };

  /** @param {string} query */
  const search = (query) => {
    const turn = ++asked;
    const words = wordsOf(query);
    if (!words.length) return list();
    const { data } = context();
    const item = (/** @type {import("../data/sentences.js").Found} */ { document, text, start }) => el("li", null, el(
      "button", { type: "button", class: "paper", "data-document": document, on: { click: () => open(document, start) } },
      el("span", { class: "found-sentence", dir: "auto" }, ...lit(text, words)),
      el("span", { class: "paper-of" }, bdi(shorten(data.papers.of(document).title, 100) || TEXTS.untitled), " · ", meta(document)),
    ));
    let shown = 0;
    told.textContent = TEXTS.reading.looking;
    body.replaceChildren();
    return findSentences(data, words, ({ found, sentences, documents, done }) => {
      if (turn !== asked) return false;
      told.textContent = `${TEXTS.inArticles(sentences, documents)}${done ? "" : " …"}`;
      if (!done && (shown >= Math.min(found.length, PAGE))) return true;
      if (!done) { // the first that are found do not wait for the last
        shown = Math.min(found.length, PAGE);
        body.replaceChildren(el("ol", { class: "plain papers" }, found.slice(0, PAGE).map(item)));
        return true;
      }
      announce(told.textContent);
      refill(
        body,
        found.length ? "" : el("p", { class: "soft" }, TEXTS.reading.noSentence),
        found.length < sentences ? el("p", { class: "soft note" }, TEXTS.reading.firstFound(found.length, sentences)) : "",
        growing(found, PAGE, "ol", "plain papers", item),
      );
      again();
      return true;
    }).catch(() => { told.textContent = TEXTS.unreadable; });
  };

  return {
    box: el("div", { class: "reading" }, el("div", { class: "reading-bar" }, input, told), body),
    /** @param {import("../state/store.js").State} state */
    update({ reading, query, filters, edition }) {
      const { data } = context();
      const now = JSON.stringify([reading, query, filters, edition]);
      if (now === about) return;
      const moved = reading !== read; // to another article, or another place in it
      [about, read] = [now, reading];
      if (document.activeElement !== input) input.value = query;
      asked++;
      if (!reading) return void search(query);
      left = reading.document;
      told.textContent = "";
      const top = body.scrollTop;
      const inside = body.contains(document.activeElement);
      const made = article(context(), reading.document, { relation: moved ? reading.relation : null, start: moved ? reading.start : null, words: wordsOf(query) }, () => store.set({ reading: null }));
      body.replaceChildren(made);
      body.scrollTop = moved ? 0 : top;
      if (moved) announce(data.papers.of(reading.document).title || TEXTS.untitled);
      if (inside) /** @type {HTMLElement | null} */ (made.querySelector("h2"))?.focus({ preventScroll: true });
    },
  };
}

/**
 * A text with the words that were looked for in the light.
 * @param {string} text
 * @param {string[]} words
 */
function lit(text, words) {
  /** @type {(Node | string)[]} */
  const made = [];
  let at = 0;
  for (const [start, end] of hits(text, words)) {
    made.push(text.slice(at, start), el("mark", { class: "hit" }, text.slice(start, end)));
    at = end;
  }
  return [...made, text.slice(at)];
}
