/** The page's state: one plain object, replaced on every change; views draw themselves from it. */

/**
 * @typedef {import("../data/filters.js").Filters} Filters
 * @typedef {import("../data/filters.js").Group} Group
 * @typedef {{ actor: number } | { pair: number, line: number | null } | { from: number, to: number, strongest?: boolean } |
 *   { groups: string[], by: import("../data/grouping.js").Fold }} Selection  Of two paths the one that is lit. Of groups one, or two for what is between them.
 * @typedef {{
 *   view: View, tab: "actors" | "links", panel: "none" | "filters" | "corrections" | "notes",
 *   selected: Selection | null, trail: (Selection | null)[],
 *   filters: Filters,
 *   fold: import("../data/grouping.js").Fold | null, tint: boolean, limit: number, dense: number, added: number[], hidden: number[], pinned: number[], ego: { actor: number, depth: number } | null,
 *   compared: import("../data/comparison.js").Compared | null, edition: number,
 *   reading: { document: number, relation: string | null, start: number | null } | null, query: string,
 * }} State  `tint`: whether communities are shown around actors. `dense`: how many times as many lines as usual are drawn. `reading` is the article that is read, and the relation (by its id) or place in it
 *   that is in the light; `query` what sentences are looked for by. `edition` counts how often the data itself changed, by corrections.
 * @typedef {{ get: () => State, set: (change: Partial<State>) => void }} Store
 */

/**
 * @typedef {"graph" | "table" | "text" | Board} View
 * @typedef {"compare" | "matrix" | "course"} Board  A view of its own beside drawing, table and articles.
 */

/** @type {Board[]} */
export const BOARDS = ["compare", "matrix", "course"];

/** What decides which actors and lines are drawn, beside what is selected. */
export const DRAWING = /** @type {const} */ (["filters", "limit", "dense", "added", "hidden", "pinned", "ego", "edition", "fold"]);

/**
 * @param {number} limit
 * @param {Filters} filters
 * @returns {State}
 */
export function initialState(limit, filters) {
  return {
    view: "graph", tab: "actors", panel: "none", selected: null, trail: [], filters,
    fold: null, tint: false, limit, dense: 1, added: [], hidden: [], pinned: [], ego: null, compared: null, reading: null, query: "", edition: 0,
  };
}

/**
 * @param {State} initial
 * @param {(now: State, before: State | null) => void} render
 * @returns {Store}
 */
export function createStore(initial, render) {
  let state = initial;
  return {
    get: () => state,
    set(change) {
      const before = state;
      state = { ...state, ...change };
      render(state, before);
    },
  };
}

/**
 * The change that selects something and remembers where the user was.
 * @param {State} state
 * @param {Selection | null} selected
 * @returns {Partial<State>}
 */
export function select(state, selected) {
  if (JSON.stringify(selected) === JSON.stringify(state.selected)) return {};
  return { selected, trail: selected ? [...state.trail, state.selected].slice(-30) : [] };
}

/**
 * The change that goes back to what was selected before.
 * @param {State} state
 * @returns {Partial<State>}
 */
export function back(state) {
  return { selected: state.trail.at(-1) ?? null, trail: state.trail.slice(0, -1) };
}

/**
 * Filters with one choice ticked or not.
 * @param {Filters} filters
 * @param {Group} group
 * @param {string} choice
 * @returns {Filters}
 */
export function toggle(filters, group, choice) {
  const { off, only } = filters[group];
  const turned = (/** @type {string[]} */ list) => (list.includes(choice) ? list.filter((one) => one !== choice) : [...list, choice]);
  return { ...filters, [group]: only ? { off, only: turned(only) } : { off: turned(off), only } };
}

/**
 * Filters with nothing but some choices of a group ticked; null ticks all of them.
 * @param {Filters} filters
 * @param {Group} group
 * @param {string[] | null} only
 * @returns {Filters}
 */
export function withOnly(filters, group, only) {
  return { ...filters, [group]: { off: [], only } };
}
