/** A line at the bottom that says what was done, with a way back. */

import { el } from "./dom.js";
import { TEXTS } from "./texts.js";

const LASTS = 7000;

/**
 * @param {HTMLElement} box
 * @param {() => void} undo
 */
export function createToast(box, undo) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let fading;
  /**
   * @param {string} words nothing takes the line away
   * @param {boolean} canUndo
   */
  return (words, canUndo) => {
    clearTimeout(fading);
    box.hidden = !words;
    if (!words) return;
    box.replaceChildren(el("span", null, words), canUndo ? el("button", { type: "button", class: "text", on: { click: undo } }, TEXTS.undo) : "");
    fading = setTimeout(() => { box.hidden = true; }, LASTS);
  };
}
