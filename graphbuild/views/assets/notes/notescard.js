/** All notes in the order of the story, with what can be done about them. */

import { bdi, el, shorten } from "../lib/dom.js";
import { TEXTS, count } from "../lib/texts.js";

/**
 * @typedef {import("./notebook.js").Note} Note
 * @typedef {{ noting: import("./noting.js").Noting, keepView: () => void, open: (note: Note) => void, play: (from: number) => void, print: () => void, close: () => void }} Hands
 */

/** @param {Hands} hands */
export function notesCard({ noting, keepView, open, play, print, close }) {
  const notes = noting.list();
  const steps = notes.filter(({ story }) => story).length;
  const file = /** @type {HTMLInputElement} */ (el("input", { type: "file", accept: ".json,application/json", class: "unseen", tabindex: -1, "aria-hidden": "true" }));
  file.addEventListener("change", () => {
    const [chosen] = file.files ?? [];
    if (chosen) noting.load(chosen);
    file.value = "";
  });
  const tool = (/** @type {string} */ text, /** @type {() => void} */ act, /** @type {any} */ more = {}) => el("button", { type: "button", on: { click: act }, ...more }, text);
  return el(
    "section",
    { class: "card notes", "aria-labelledby": "card-title" },
    el("header", { class: "card-head" },
      el("div", { class: "card-bar" }, el("span", { class: "spring" }), el("button", { type: "button", class: "icon", "aria-label": TEXTS.close, on: { click: close } }, "×")),
      el("h2", { id: "card-title", tabindex: -1 }, TEXTS.notes.title)),
    el("p", { class: "soft note" }, notes.length ? TEXTS.notes.hint : TEXTS.notes.none),
    el("div", { class: "tools" },
      tool(TEXTS.notes.keepView, keepView, { class: "primary" }),
      tool(TEXTS.notes.load, () => file.click()), file,
      notes.length > 0 && tool(TEXTS.notes.save, noting.save),
      steps > 0 && tool(TEXTS.notes.play, () => play(0)),
      steps > 0 && tool(TEXTS.notes.print, print)),
    notes.length > 0 && el("p", { class: "soft note" }, TEXTS.notes.steps(steps), " ", noting.unsaved() ? TEXTS.notes.unsaved : TEXTS.notes.saved, " ", noting.keeps() ? TEXTS.keptHere : TEXTS.notes.notKept),
    el("ol", { class: "plain note-list" }, notes.map((note, at) => noteItem(noting, note, at, notes.length, open))),
  );
}

/**
 * @param {import("./noting.js").Noting} noting
 * @param {Note} note
 * @param {number} at
 * @param {number} of
 * @param {(note: Note) => void} open
 */
function noteItem(noting, note, at, of, open) {
  const named = `${count(at + 1)}. ${shorten(note.title, 60)}`;
  const title = /** @type {HTMLInputElement} */ (el("input", { type: "text", class: "note-title", value: note.title, "aria-label": TEXTS.notes.heading(at + 1), maxlength: 300 }));
  title.addEventListener("input", () => noting.write(at, { title: title.value }));
  const text = /** @type {HTMLTextAreaElement} */ (el("textarea", { class: "note-text", rows: 2, "aria-label": `${TEXTS.notes.text}: ${named}`, placeholder: TEXTS.notes.text }));
  text.value = note.text;
  text.addEventListener("input", () => noting.write(at, { text: text.value }));
  const step = /** @type {HTMLInputElement} */ (el("input", { type: "checkbox", checked: note.story }));
  step.addEventListener("change", () => noting.write(at, { story: step.checked }));
  const small = (/** @type {string} */ words, /** @type {string} */ name, /** @type {() => void} */ act, disabled = false) =>
    el("button", { type: "button", class: "text", "aria-label": `${name}: ${named}`, title: name, disabled, on: { click: act } }, words);
  return el(
    "li", { class: "note-item" },
    el("div", { class: "note-head" }, el("span", { class: "count" }, count(at + 1)), title),
    text,
    el(
      "div", { class: "note-tools" },
      el("span", { class: "soft" }, TEXTS.notes.kinds[note.kind]),
      el("label", null, step, " ", TEXTS.notes.inStory, el("span", { class: "unseen" }, ": ", bdi(named))),
      el("span", { class: "spring" }),
      small(TEXTS.notes.open, TEXTS.notes.open, () => open(note)),
      small("↑", TEXTS.notes.up, () => noting.move(at, -1), at === 0), small("↓", TEXTS.notes.down, () => noting.move(at, 1), at === of - 1),
      small(TEXTS.remove, TEXTS.remove, () => noting.remove(at)),
    ),
  );
}
