/** On a small window the card is a sheet at the bottom: a strip with its title, half of the window, or all of it. */

import { el } from "../lib/dom.js";
import { TEXTS } from "../lib/texts.js";

const SIZES = /** @type {const} */ (["peek", "half", "full"]);

/**
 * @param {HTMLElement} box holds the grip and the card
 * @param {HTMLElement} body the card
 */
export function createBottomSheet(box, body) {
  let size = 0;
  let name = TEXTS.overview;
  const words = el("span", { class: "grip-title" });
  const grip = el("button", { type: "button", class: "grip", "aria-controls": body.id, on: { click: () => turn((size + 1) % SIZES.length), keydown: stepped } }, el("span", { class: "grip-bar", "aria-hidden": "true" }), words);

  /** @param {number} next */
  function turn(next) {
    size = Math.min(Math.max(next, 0), SIZES.length - 1);
    box.dataset.sheet = SIZES[size];
    words.textContent = name;
    grip.setAttribute("aria-expanded", String(size > 0));
    grip.setAttribute("aria-label", `${name}: ${TEXTS.sheet[SIZES[(size + 1) % SIZES.length]]}`);
  }
  /** @param {KeyboardEvent} event */
  function stepped(event) {
    const step = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    turn(size + step);
  }
  turn(0);
  return {
    grip,
    /** @param {string} title */
    title(title) {
      name = title;
      turn(size);
    },
    /** At least so far that the card can be read. */
    open: () => turn(Math.max(size, 1)),
    close: () => turn(0),
  };
}
