/** The page by keyboard: from actor to actor on the canvas, and the keys that work everywhere. */

const WAYS = /** @type {Record<string, [number, number]>} */ ({ ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] });

/**
 * @param {{ canvas: () => import("./canvas.js").Canvas, light: () => import("../data/grouping.js").Highlight | null, open: (node: number) => void,
 *   selected: () => number | null, menu: (actor: number, x: number, y: number) => void, card: () => void }} hands
 *   `selected` is the actor that is selected and drawn.
 */
export function canvasKeys({ canvas, light, open, selected, menu, card }) {
  /**
   * Select the nearest actor in a direction; the largest one to begin with.
   * @param {[number, number]} way
   */
  const step = (way) => {
    const now = light();
    const all = canvas().named();
    if (!all.length) return;
    const from = all.find(({ id }) => now !== null && "actor" in now && id === now.actor);
    const next = from ? nearest(all, from, way) : all.reduce((a, b) => (b.radius > a.radius ? b : a)).id;
    if (next !== null) open(next);
  };
  /** @param {KeyboardEvent} event */
  return (event) => {
    const actor = selected();
    if (WAYS[event.key]) step(WAYS[event.key]);
    else if (event.key === "+" || event.key === "=") canvas().zoom(1.35);
    else if (event.key === "-") canvas().zoom(1 / 1.35);
    else if (event.key === "0") canvas().fit();
    else if ((event.key === "ContextMenu" || (event.key === "F10" && event.shiftKey)) && actor !== null) {
      const { x, y } = canvas().where(actor);
      menu(actor, x, y);
    } else if (event.key === "Enter") card();
    else return;
    event.preventDefault();
  };
}

/**
 * @param {{ undo: () => void, redo: () => void, search: () => void, help: () => void, escape: () => void }} hands
 */
export function pageKeys({ undo, redo, search, help, escape }) {
  /** @param {KeyboardEvent} event */
  return (event) => {
    const { target } = event;
    const typing = (target instanceof HTMLInputElement && (target.type === "search" || target.type === "text")) || target instanceof HTMLSelectElement;
    if ((event.ctrlKey || event.metaKey) && !event.altKey && !(target instanceof HTMLInputElement && typing && target.value) && /^[zy]$/i.test(event.key)) {
      event.preventDefault();
      if (event.shiftKey || event.key.toLowerCase() === "y") redo();
      else undo();
    } else if (event.key === "/" && !typing) {
      search();
      event.preventDefault();
    } else if (event.key === "?" && !typing) {
      help();
      event.preventDefault();
    } else if (event.key === "Escape" && !document.querySelector("dialog[open]")) escape();
  };
}

/**
 * The nearest place in a direction, or null; what lies straight ahead counts as nearer.
 * @param {{ id: number, x: number, y: number }[]} all
 * @param {{ id: number, x: number, y: number }} from
 * @param {[number, number]} direction one of 0, 1, -1 each
 * @returns {number | null}
 */
export function nearest(all, from, [dx, dy]) {
  let best = null;
  let least = Infinity;
  for (const { id, x, y } of all) {
    const along = (x - from.x) * dx + (y - from.y) * dy;
    const across = Math.abs((x - from.x) * dy) + Math.abs((y - from.y) * dx);
    if (id !== from.id && along > 0 && across <= along * 2 && along + 2 * across < least) {
      best = id;
      least = along + 2 * across;
    }
  }
  return best;
}
