/** The story: notes as steps, one view after the other, and all of them on paper. */

import { bdi, el } from "../lib/dom.js";
import { TEXTS } from "../lib/texts.js";

/**
 * @typedef {import("./notebook.js").Note} Note
 * @typedef {{ open: (about: string) => void, here: () => string, busy: () => boolean, picture: () => string | null, board: () => HTMLElement | null,
 *   told: () => string[], printed: () => void, announce: (words: string) => void }} Hands  `picture` is the drawing as SVG, where one is shown; `board` what is shown instead of it.
 */

const PATIENCE = 4000; // milliseconds for a view to come to rest
const SENTENCES = 3; // on paper, of what is selected

/**
 * @param {() => Note[]} notes
 * @param {Hands} hands
 */
export function createStory(notes, hands) {
  const steps = () => notes().filter(({ story }) => story);
  let at = -1;
  const place = el("span", { class: "soft story-place" });
  const title = el("strong", { class: "story-title", tabindex: -1 });
  const text = el("p", { class: "story-text" });
  const button = (/** @type {string} */ words, /** @type {() => void} */ act, /** @type {any} */ more = {}) => /** @type {HTMLButtonElement} */ (el("button", { type: "button", on: { click: act }, ...more }, words));
  const back = button(TEXTS.previous, () => go(at - 1));
  const next = button(TEXTS.next, () => go(at + 1), { class: "primary" });
  const box = el("section", { id: "story", "aria-label": TEXTS.notes.story, hidden: true },
    el("div", { class: "story-words" }, el("p", null, place, " ", title), text), el("div", { class: "story-tools" }, back, next, button(TEXTS.notes.end, () => stop())));
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape") stop();
    else if (event.key === "ArrowRight" || event.key === "PageDown") go(at + 1);
    else if (event.key === "ArrowLeft" || event.key === "PageUp") go(at - 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  /** @param {number} to */
  function go(to) {
    const all = steps();
    if (!all.length) return stop();
    at = Math.min(Math.max(to, 0), all.length - 1);
    hands.open(all[at].about);
    place.textContent = TEXTS.notes.step(at + 1, all.length);
    title.replaceChildren(bdi(all[at].title || TEXTS.notes.untitled));
    text.textContent = all[at].text;
    text.hidden = !all[at].text;
    [back.disabled, next.disabled] = [at === 0, at === all.length - 1];
    const first = box.hidden;
    box.hidden = false;
    if (first || document.activeElement === document.body) title.focus();
    hands.announce([place.textContent, all[at].title, all[at].text].join(". "));
    return undefined;
  }
  function stop() {
    at = -1;
    box.hidden = true;
  }
  const rest = async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    const until = performance.now() + PATIENCE;
    await frame();
    await frame();
    while (hands.busy() && performance.now() < until) await frame();
    await frame();
    await frame();
  };
  return {
    box, go, stop,
    /** Each step with its picture, its words and what is filtered, a page after the other; then the view is as before. */
    async print() {
      const was = hands.here();
      const pages = [];
      for (const [n, { about, title: heading, text: words }] of steps().entries()) {
        hands.open(about);
        await rest();
        pages.push(pageOf(n + 1, heading, words, hands));
      }
      const paper = el("div", { id: "story-paper" }, el("h1", null, bdi(document.title)), ...pages);
      document.body.append(paper);
      await Promise.all([...paper.querySelectorAll("img")].map((image) => image.decode().catch(() => {})));
      document.body.dataset.printing = "story";
      addEventListener("afterprint", () => {
        delete document.body.dataset.printing;
        paper.remove();
        hands.open(was);
        hands.printed();
      }, { once: true });
      print();
    },
  };
}

/**
 * @param {number} n
 * @param {string} heading
 * @param {string} words
 * @param {Hands} hands
 */
function pageOf(n, heading, words, { picture, board, told }) {
  const drawing = picture();
  const shown = drawing ? el("img", { class: "story-picture", alt: heading, src: `data:image/svg+xml;charset=utf-8,${encodeURIComponent(drawing)}` }) : copied(board());
  const said = [...document.querySelectorAll("#card .relations > li")].slice(0, SENTENCES).map(copied).filter((one) => one !== null);
  const filters = told();
  return el(
    "section", { class: "story-page" },
    el("h2", null, `${n}. `, bdi(heading || TEXTS.notes.untitled)),
    words.split("\n").filter(Boolean).map((line) => el("p", { class: "story-note" }, line)),
    shown, filters.length > 0 && el("p", { class: "soft" }, filters.join(" · ")), ...said,
  );
}

/**
 * What is shown, to stand on paper too: without names that may be there once only.
 * @param {Element | null} box
 */
function copied(box) {
  if (!box) return null;
  const made = /** @type {HTMLElement} */ (box.cloneNode(true));
  for (const one of [made, ...made.querySelectorAll("[id]")]) one.removeAttribute("id");
  return el("div", { class: "story-copy" }, made);
}
