/** What boards share: from button to button by the arrow keys, and the name of a tone. */

import { signName } from "../data/lines.js";

const TONE = 0.05; // polarity that is conflict or cooperation
const WAYS = /** @type {Record<string, [number, number]>} */ ({ ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] });

/** @param {number} polarity a mean */
export function toneOf(polarity) {
  return signName(Math.abs(polarity) <= TONE ? 0 : Math.sign(polarity));
}

/**
 * One tab stop for all buttons that have a row and a column; the arrow keys lead to the next in their direction.
 * @param {HTMLElement} box
 */
export function walked(box) {
  const all = /** @type {HTMLElement[]} */ ([...box.querySelectorAll("button[data-row]")]);
  const at = (/** @type {HTMLElement} */ one) => [Number(one.dataset.row), Number(one.dataset.column)];
  const first = all.find((one) => at(one).every((place) => place >= 0)) ?? all[0];
  if (first) first.tabIndex = 0;
  const go = (/** @type {HTMLElement | undefined} */ one) => {
    if (!one) return;
    for (const other of all) other.tabIndex = -1;
    one.tabIndex = 0;
    one.focus();
    one.scrollIntoView({ block: "nearest", inline: "nearest" });
  };
  box.addEventListener("keydown", (event) => {
    const way = WAYS[event.key];
    const now = document.activeElement;
    if (!(now instanceof HTMLElement) || !all.includes(now) || (!way && event.key !== "Home" && event.key !== "End")) return;
    event.preventDefault();
    const [row, column] = at(now);
    const along = all.filter((one) => {
      const [r, c] = at(one);
      if (!way) return r === row && one !== now;
      return way[0] ? c === column && (r - row) * way[0] > 0 : r === row && (c - column) * way[1] > 0;
    });
    const far = (/** @type {HTMLElement} */ one) => Math.abs(at(one)[0] - row) + Math.abs(at(one)[1] - column);
    if (way) go(along.sort((a, b) => far(a) - far(b))[0]);
    else go(along.sort((a, b) => (event.key === "Home" ? 1 : -1) * (at(a)[1] - at(b)[1]))[0]);
  });
  box.addEventListener("focusin", ({ target }) => {
    if (!(target instanceof HTMLElement) || !all.includes(target)) return;
    for (const other of all) other.tabIndex = other === target ? 0 : -1;
  });
}
