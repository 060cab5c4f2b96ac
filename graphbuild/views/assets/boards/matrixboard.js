/** Actors by actors: a cell for what one does to another, in the order of communities. */

import { matrix } from "../data/matrix.js";
import { bdi, el, refill, shorten } from "../lib/dom.js";
import { TEXTS, count } from "../lib/texts.js";
import { choiceText } from "../lib/wording.js";
import { toneOf, walked } from "./grid.js";

/**
 * @typedef {import("../panels/components.js").Context} Context
 */

const MOST = 100;
const LETTERS = 24;
const STEPS = [1, 2, 4, 8]; // sentences from which on a cell is a shade stronger

/**
 * @param {() => Context} context
 * @param {import("../state/model.js").Model} model
 * @returns {import("./boards.js").Board}
 */
export function createMatrixBoard(context, model) {
  const box = el("div", { class: "board matrix" });
  const render = () => {
    const now = context();
    const { data, passed, actions } = now;
    const drawn = model.shown.actors.filter((actor) => passed.actorOk[actor]);
    const some = [...drawn].sort((a, b) => passed.degree[b] - passed.degree[a] || a - b).slice(0, MOST);
    const { actors, blocks, cells } = matrix(data, passed, some);
    const name = (/** @type {number} */ at) => shorten(data.actors.name[actors[at]], LETTERS);
    const begins = new Set(blocks);
    const edge = (/** @type {number} */ row, /** @type {number} */ column) => `${begins.has(row) ? " row-edge" : ""}${begins.has(column) ? " column-edge" : ""}`;
    const head = (/** @type {number} */ at, /** @type {string} */ way) => el("th", { scope: way, class: way === "row" ? edge(at, -1) : edge(-1, at) }, el(
      "button", { type: "button", tabindex: -1, "data-row": way === "row" ? at : -1, "data-column": way === "row" ? -1 : at, on: { click: () => actions.actor(actors[at]) } }, bdi(name(at)),
    ));
    /** @type {Map<number, import("../data/matrix.js").Cell>} */
    const at = new Map(cells.map((cell) => [cell.row * actors.length + cell.column, cell]));
    const cellOf = (/** @type {number} */ row, /** @type {number} */ column) => {
      const cell = at.get(row * actors.length + column);
      if (!cell) return el("td", { class: `${row === column ? "self" : ""}${edge(row, column)}` });
      const together = cell.lines.every((line) => data.lines.kind[line] === data.together);
      const tone = together ? "together" : toneOf(cell.polarity);
      const words = TEXTS.matrix.cell(data.actors.name[actors[row]], data.actors.name[actors[column]], cell.sentences, together ? TEXTS.together : choiceText("signs", tone === "conflict" ? "-1" : tone === "cooperation" ? "1" : "0")[0].toLowerCase());
      const [line] = cell.lines;
      const button = el("button", {
        type: "button", tabindex: -1, "data-row": row, "data-column": column, title: words, "aria-label": words,
        on: { click: () => actions.pair(data.lines.pair[line], cell.lines.length === 1 ? line : null) },
      }, count(cell.sentences));
      return el("td", { class: `cell ${tone} shade-${STEPS.filter((least) => cell.sentences >= least).length}${edge(row, column)}` }, button);
    };
    const table = el(
      "table", { class: "matrix-table", role: "grid", "aria-label": TEXTS.boards.matrix },
      el("thead", null, el("tr", null, el("td", { class: "corner" }, TEXTS.matrix.corner), actors.map((_, column) => head(column, "col")))),
      el("tbody", null, actors.map((_, row) => el("tr", null, head(row, "row"), actors.map((__, column) => cellOf(row, column))))),
    );
    walked(table);
    refill(
      box,
      el("div", { class: "board-bar" }, el("h2", { class: "board-title" }, TEXTS.boards.matrix), el("span", { class: "soft" }, TEXTS.actorsShown(actors.length, passed.actors), ", ", TEXTS.matrix.note)),
      actors.length ? el("div", { class: "matrix-scroll", tabindex: 0, role: "region", "aria-label": TEXTS.boards.matrix }, table) : el("p", { class: "soft" }, TEXTS.emptyFilters),
    );
  };
  return {
    box,
    update(_, changed) {
      if (changed("view", "filters", "limit", "added", "hidden", "pinned", "ego", "edition")) render();
    },
  };
}
