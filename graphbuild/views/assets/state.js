/** The page's state: one plain object, replaced on every change; views draw themselves from it. */

import { noFilters } from "./filters.js";

/**
 * @typedef {{ actor: number } | { pair: number, line: number | null }} Selection
 * @typedef {{
 *   view: "graph" | "table", tab: "actors" | "links", panel: "none" | "filters",
 *   selected: Selection | null, trail: (Selection | null)[],
 *   filters: import("./filters.js").Filters,
 *   limit: number, added: number[], hidden: number[],
 * }} State
 */

/**
 * @param {number} limit
 * @returns {State}
 */
export function initialState(limit) {
  return {
    view: "graph", tab: "actors", panel: "none", selected: null, trail: [], filters: noFilters(),
    limit, added: [], hidden: [],
  };
}

/**
 * @param {State} initial
 * @param {(now: State, before: State | null) => void} render
 */
export function createStore(initial, render) {
  let state = initial;
  return {
    get: () => state,
    /** @param {Partial<State>} change */
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
 * @param {import("./filters.js").Filters} filters
 * @param {import("./filters.js").Group} group
 * @param {string} choice
 * @returns {import("./filters.js").Filters}
 */
export function toggle(filters, group, choice) {
  const off = filters.off[group];
  const now = off.includes(choice) ? off.filter((one) => one !== choice) : [...off, choice];
  return withOff(filters, group, now);
}

/**
 * @param {import("./filters.js").Filters} filters
 * @param {import("./filters.js").Group} group
 * @param {string[]} off
 * @returns {import("./filters.js").Filters}
 */
export function withOff(filters, group, off) {
  return { ...filters, off: { ...filters.off, [group]: off } };
}
