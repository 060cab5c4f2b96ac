/** Two periods, outlets or actors side by side: what both have, what only one has, on the same layout. */

import { changesOf, sharedOf } from "./changes.js";
import { comparable, firstSides, sideChoosers, sideNames } from "./sides.js";
import { panes } from "./panes.js";
import { companies, comparison, sidesOf } from "../data/comparison.js";
import { el, refill } from "../lib/dom.js";
import { TEXTS } from "../lib/texts.js";

/**
 * @typedef {import("../data/comparison.js").Compared} Compared
 * @typedef {import("../panels/components.js").Context} Context
 */

/**
 * @param {() => Context} context
 * @param {(change: Partial<import("../state/store.js").State>) => void} set
 * @param {import("../state/model.js").Model} model
 * @returns {import("./boards.js").Board}
 */
export function createCompareBoard(context, set, model) {
  const box = el("div", { class: "board compare" });
  /** @type {Map<number, import("../canvas/placement.js").Point>} where actors stood last */
  const places = new Map();
  let wide = 0;
  let draw = () => {};
  new ResizeObserver(() => {
    if (Math.abs(box.clientWidth - wide) > 8 && box.clientWidth > 0) draw();
  }).observe(box);

  /** @param {import("../state/store.js").State} state */
  const render = (state) => {
    const now = context();
    const ways = comparable(now);
    if (!ways.length) {
      refill(box, el("p", { class: "soft board-note" }, TEXTS.compare.nothing));
      return;
    }
    const { selected } = state;
    const open = selected && "actor" in selected ? selected.actor : -1;
    const compared = alive(model.data, state.compared) ?? firstSides(now, ways[0], open);
    const choose = (/** @type {Compared} */ next) => set({ compared: next });
    const way = el("select", { "aria-label": TEXTS.compare.by, on: { change: (/** @type {any} */ event) => choose(firstSides(now, event.target.value, open)) } },
      ways.map((by) => el("option", { value: by, selected: by === compared.by }, TEXTS.compare.ways[by])));
    const swap = el("button", { type: "button", on: { click: () => choose(/** @type {Compared} */ ({ ...compared, one: compared.other, other: compared.one })) } }, TEXTS.compare.swap);
    const bar = el("div", { class: "board-bar" }, el("h2", { class: "board-title" }, TEXTS.boards.compare), way, ...sideChoosers(now, compared, choose), swap);
    const names = sideNames(now, compared);
    const drawing = el("div", { class: "panes" });
    if (compared.by === "actors") {
      const two = /** @type {[number, number]} */ ([compared.one, compared.other]);
      const shared = companies(now.data, now.passed, two);
      refill(box, bar, drawing, sharedOf(now, two, names, shared));
      draw = () => panes(drawing, now, places, names, { two, shared });
    } else {
      const sides = sidesOf(now.data, now.filters, compared);
      const found = comparison(now.data, sides);
      refill(box, bar, drawing, changesOf(now, names, found));
      draw = () => panes(drawing, now, places, names, { sides, found });
    }
    wide = box.clientWidth;
    draw();
  };
  return {
    box,
    update(state, changed) {
      if (changed("view", "compared", "filters", "hidden", "edition")) render(state);
    },
  };
}

/**
 * Who was merged since is compared as whom it was merged into; nothing where one was left out.
 * @param {import("../data/payload.js").Data} data
 * @param {Compared | null} compared
 * @returns {Compared | null}
 */
function alive({ actors }, compared) {
  if (!compared || compared.by !== "actors") return compared;
  const [one, other] = [actors.heir[compared.one], actors.heir[compared.other]];
  return one >= 0 && other >= 0 ? { by: "actors", one, other } : null;
}
