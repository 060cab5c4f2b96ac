/** The menu of what can be taken away, and the clipboard. */

import { el } from "../lib/dom.js";
import { TEXTS } from "../lib/texts.js";

/**
 * @param {[string, () => void][]} ways what each is called, and what it does
 * @param {() => Promise<boolean>} copyLink
 */
export function createSaveMenu(ways, copyLink) {
  const link = el("button", { type: "button" }, TEXTS.copyLink);
  link.addEventListener("click", async () => {
    link.textContent = (await copyLink()) ? TEXTS.copied : TEXTS.notCopied;
    setTimeout(() => { link.textContent = TEXTS.copyLink; }, 1500);
  });
  const menu = createMenuBox("save", TEXTS.save, [...ways.map(([text, act]) => el("button", { type: "button", on: { click: () => { act(); menu.removeAttribute("open"); } } }, text)), link]);
  return menu;
}

/**
 * A button with a menu that opens from it, and shuts on Escape and on a press elsewhere.
 * @param {string} id
 * @param {string} title
 * @param {HTMLElement[]} buttons
 */
export function createMenuBox(id, title, buttons) {
  const menu = el("details", { id }, el("summary", { id: `${id}-title` }, title), el("div", { class: "menu" }, ...buttons));
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.hasAttribute("open")) return;
    menu.removeAttribute("open");
    menu.querySelector("summary")?.focus();
    event.stopPropagation();
  });
  document.addEventListener("pointerdown", (event) => { if (!menu.contains(/** @type {Node} */ (event.target))) menu.removeAttribute("open"); });
  return menu;
}

/**
 * @param {string} text
 * @returns {Promise<boolean>} whether it could be copied
 */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const box = /** @type {HTMLTextAreaElement} */ (el("textarea", { class: "unseen" }));
    box.value = text;
    document.body.append(box);
    box.select();
    const done = document.execCommand("copy");
    box.remove();
    return done;
  }
}
