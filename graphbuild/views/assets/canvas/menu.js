/** A menu at an actor in the drawing: by the right mouse button, or by the menu key. */

import { bdi, el, shorten } from "../lib/dom.js";
import { TEXTS } from "../lib/texts.js";

/**
 * @typedef {{ text: string, act: () => void, checked?: boolean }} Item
 */

/**
 * @param {HTMLElement} stage
 * @param {(actor: number) => string} name
 * @param {(actor: number) => Item[]} items
 */
export function createMenu(stage, name, items) {
  const box = el("div", { id: "menu", class: "menu", role: "menu", "aria-label": TEXTS.menu, hidden: true });
  /** @type {HTMLElement | null} */
  let from = null;
  const close = (/** @type {boolean} */ back) => {
    if (box.hidden) return;
    box.hidden = true;
    if (back) from?.focus();
  };
  box.addEventListener("keydown", (event) => {
    const all = /** @type {HTMLElement[]} */ ([...box.querySelectorAll("button")]);
    const at = all.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    const ways = /** @type {Record<string, number>} */ ({ ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 });
    if (event.key in ways) all[(ways[event.key] + all.length) % all.length].focus();
    else if (event.key === "Escape" || event.key === "Tab") close(true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  document.addEventListener("pointerdown", (event) => { if (!box.contains(/** @type {Node} */ (event.target))) close(false); });
  stage.append(box);
  return {
    close,
    /**
     * @param {number} actor
     * @param {number} x pixels in the stage
     * @param {number} y
     */
    open(actor, x, y) {
      from = /** @type {HTMLElement | null} */ (document.activeElement);
      box.replaceChildren(
        el("p", { class: "menu-title", role: "presentation" }, bdi(shorten(name(actor), 60))),
        ...items(actor).map(({ text, act, checked }) => el("button", {
          type: "button", role: checked === undefined ? "menuitem" : "menuitemcheckbox", "aria-checked": checked === undefined ? undefined : String(checked), tabindex: -1,
          on: { click: () => { close(true); act(); } },
        }, text)),
      );
      box.hidden = false;
      box.style.left = `${Math.max(8, Math.min(x, stage.clientWidth - box.offsetWidth - 8))}px`;
      box.style.top = `${Math.max(8, Math.min(y, stage.clientHeight - box.offsetHeight - 8))}px`;
      box.querySelector("button")?.focus();
    },
  };
}
