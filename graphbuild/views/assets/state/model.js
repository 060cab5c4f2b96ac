/** What follows from the state: the corrected data, what passes the filters, what of it is drawn. */

import { correct } from "../corrections/correct.js";
import { drawn, withSelected } from "../data/drawn.js";
import { createSieve, firstFilters, isFiltered, isOn } from "../data/filters.js";
import { drawnGroups } from "../data/grouping.js";
import { TOGETHER } from "../data/words.js";
import { createFolding } from "./folding.js";
import { DRAWING } from "./store.js";

/**
 * @typedef {import("./store.js").State} State
 * @typedef {import("../data/drawn.js").Drawn} Drawn
 * @typedef {(...keys: (keyof State)[]) => boolean} Changed
 * @typedef {ReturnType<typeof createModel>} Model
 */

/**
 * @param {import("../data/payload.js").Data} base as the page came
 * @param {State} start
 * @param {Drawn} opening what is drawn of it at first
 * @param {import("../corrections/correct.js").Correction[]} list corrections
 * @param {() => import("../canvas/placement.js").Point} room width and height of the canvas
 */
export function createModel(base, start, opening, list, room) {
  // What every view reads: the base with the corrections applied, in one object that stays.
  const data = { ...base };
  /** @returns {import("../data/filters.js").Passing} */
  const passing = () => model.passed;
  const model = {
    base, data, shown: opening, linksInAll: 0,
    links: { first: 0, apart: 0 }, // that pass as the page opens, and that are hidden then
    idle: /** @type {boolean[]} */ ([]),
    passed: /** @type {import("../data/filters.js").Passing} */ (/** @type {unknown} */ (null)),
    /** @type {import("../data/grouping.js").Folded | null} what is drawn if it is groups of actors */
    folded: null,
    /** @type {Drawn} */
    shownGroups: { actors: [], lines: [], among: 0 },
    folding: createFolding(data, passing, room),
    /** @param {import("../corrections/correct.js").Correction[]} corrections */
    correct(corrections) {
      const { data: corrected, idle } = correct(base, corrections);
      model.idle = idle;
      Object.assign(data, corrected);
      sieve = corrected === base ? uncorrected : createSieve(data);
      model.passed = sieve(firstFilters(data));
      model.links = { first: model.passed.lines, apart: model.passed.apart }; // not those that only echo a stated relation
    },
    /**
     * @param {State} state
     * @param {Changed} changed
     */
    update(state, changed) {
      if (changed("filters", "edition")) model.passed = sieve(state.filters);
      model.linksInAll = model.links.first + (isOn(state.filters.kinds, TOGETHER) ? model.links.apart : 0);
      const other = changed(...DRAWING);
      if (other) plain = plainly(state);
      if (other || changed("selected")) model.shown = withSelected(data, model.passed, plain, state.selected);
      if (!other) return;
      model.folded = state.fold && model.folding.foldedBy(state.fold);
      if (model.folded) model.shownGroups = drawnGroups(model.folded);
    },
  };
  const uncorrected = createSieve(data);
  let sieve = uncorrected;
  let plain = opening; // what is drawn, whatever is selected
  /** @param {State} state */
  const plainly = (state) => {
    const untouched = !isFiltered(state.filters, data) && state.limit === opening.actors.length && state.dense === 1 && !state.added.length && !state.hidden.length && !state.pinned.length && !state.ego && data.lines === base.lines;
    return untouched ? opening : drawn(data, model.passed, state);
  };
  model.correct(list);
  return model;
}
