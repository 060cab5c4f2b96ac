/** The note on the actor or the link of a card. */

import { el } from "../lib/dom.js";
import { TEXTS } from "../lib/texts.js";

/**
 * A button that keeps the actor or link, and the note beneath.
 * @param {import("./noting.js").Noting} noting
 * @param {number[]} actors one, or the two ends of a link
 * @param {Omit<import("./notebook.js").Note, "text" | "story">} what
 * @returns {{ button: HTMLElement, field: HTMLElement | null }}
 */
export function notePart(noting, actors, what) {
  const at = noting.on(actors);
  const button = el("button", {
    type: "button", class: "keep-note", title: TEXTS.notes.keepHint, "aria-pressed": String(at >= 0), on: { click: () => (at < 0 ? noting.add(what) : noting.remove(at)) },
  }, `${at < 0 ? "☆" : "★"} ${TEXTS.notes.keep}`);
  if (at < 0) return { button, field: null };
  const area = /** @type {HTMLTextAreaElement} */ (el("textarea", { class: "note-text", rows: 3, "aria-label": TEXTS.notes.text, placeholder: TEXTS.notes.text }));
  area.value = noting.list()[at].text;
  area.addEventListener("input", () => noting.write(at, { text: area.value }));
  return { button, field: area };
}
