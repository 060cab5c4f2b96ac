/** What follows from the state: the corrected data, what passes the filters, what of it is drawn. */

import { correct } from "../corrections/correct.js";
import { drawn, withSelected } from "../data/drawn.js";
import { firstFilters, isFiltered } from "../data/filters.js";
import { drawnGroups } from "../data/grouping.js";
import { createSieve } from "../data/passing.js";
import { radiiOf } from "../data/ranking.js";
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
  /** @returns {import("../data/passing.js").Passing} */
  const passing = () => model.passed;
  const model = {
    base, data, shown: opening,
    built: true, // whether what is drawn is as the page came, but for lines of what is selected
    idle: /** @type {boolean[]} */ ([]),
    passed: /** @type {import("../data/passing.js").Passing} */ (/** @type {unknown} */ (null)),
    radius: /** @type {ArrayLike<number>} */ ([]),
    /** @type {import("../data/grouping.js").Folded | null} what is drawn if it is groups of actors */
    folded: null,
    /** @type {Drawn} */
    shownGroups: { actors: [], lines: [], among: 0, of: { actors: 0, lines: 0 } },
    folding: createFolding(data, passing, room),
    /** @param {import("../corrections/correct.js").Correction[]} corrections */
    correct(corrections) {
      const { data: corrected, idle } = correct(base, corrections);
      model.idle = idle;
      Object.assign(data, corrected);
      sieve = corrected === base ? uncorrected : createSieve(data);
      model.passed = sieve(firstFilters(data));
    },
    /**
     * @param {State} state
     * @param {Changed} changed
     */
    update(state, changed) {
      if (changed("filters", "edition")) {
        model.passed = sieve(state.filters);
        model.radius = radiiOf(model.passed, data.radius);
      }
      const asked = state.added.some((actor) => !model.passed.actorOk[actor]); // who is drawn only while it is selected
      const other = changed(...DRAWING) || (asked && changed("selected"));
      if (other) plain = plainly(state);
      model.built = plain === opening;
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
    opening.of = { actors: model.passed.actors, lines: model.passed.lines };
    return untouched ? opening : drawn(data, model.passed, state);
  };
  model.correct(list);
  return model;
}
