/** What the keys do, and the way past the bar at the top. */

import { el } from "../lib/dom.js";
import { TEXTS } from "../lib/texts.js";

/** A list of the keys, in front of everything until it is closed. */
export function createHelp() {
  const box = /** @type {HTMLDialogElement} */ (el(
    "dialog", { id: "help", "aria-labelledby": "help-title" },
    el("h2", { id: "help-title" }, TEXTS.help),
    el("dl", null, TEXTS.keys.map(([key, act]) => el("div", null, el("dt", null, el("kbd", null, key)), el("dd", null, act)))),
    el("form", { method: "dialog" }, el("button", { class: "primary" }, TEXTS.close)),
  ));
  const open = () => { if (!box.open) box.showModal(); };
  return { box, open, button: el("button", { type: "button", id: "show-help", "aria-label": TEXTS.helpHint, title: TEXTS.helpHint, on: { click: open } }, "?") };
}

/**
 * The first thing that Tab reaches: from here to the drawing without a stop.
 * @param {HTMLElement} canvas
 */
export function createSkip(canvas) {
  return el("button", { type: "button", id: "skip", on: { click: () => canvas.focus() } }, TEXTS.skip);
}
