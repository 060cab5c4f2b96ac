/** Views of their own beside the drawing and the table: one at a time, drawn anew when what it shows changes. */

import { el } from "../lib/dom.js";
import { createCompareBoard } from "./compareboard.js";
import { createCourseBoard } from "./courseboard.js";
import { createMatrixBoard } from "./matrixboard.js";

/**
 * @typedef {import("../state/store.js").State} State
 * @typedef {(...keys: (keyof State)[]) => boolean} Changed
 * @typedef {{ box: HTMLElement, update: (state: State, changed: Changed) => void }} Board
 */

/**
 * @param {() => import("../panels/components.js").Context} context
 * @param {(change: Partial<State>) => void} set
 * @param {import("../state/model.js").Model} model
 * @param {(words: string) => void} announce
 */
export function createBoards(context, set, model, announce) {
  /** @type {Record<import("../state/store.js").Board, () => Board>} */
  const make = {
    compare: () => createCompareBoard(context, set, model), matrix: () => createMatrixBoard(context, model), course: () => createCourseBoard(context, set, announce),
  };
  /** @type {Map<string, Board>} */
  const made = new Map();
  const box = el("div", { class: "boards" });
  return {
    box,
    /**
     * @param {State} state
     * @param {Changed} changed
     */
    update(state, changed) {
      if (!(state.view in make)) return;
      const name = /** @type {import("../state/store.js").Board} */ (state.view);
      const board = made.get(name) ?? make[name]();
      const first = !made.has(name);
      made.set(name, board);
      if (box.firstChild !== board.box) box.replaceChildren(board.box);
      board.update(state, first ? () => true : changed);
    },
  };
}
