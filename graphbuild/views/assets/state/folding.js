/** Groups of actors as they are drawn: what is folded, under which names, and where each group stands. */

import { groupPlaces } from "../canvas/grouplayout.js";
import { placeNear } from "../canvas/placement.js";
import { FOLDS, drawnGroups, fold } from "../data/grouping.js";
import { groupName } from "../panels/groupcards.js";

/**
 * @typedef {import("../data/grouping.js").Folded} Folded
 * @typedef {import("../data/grouping.js").Fold} Fold
 * @typedef {import("../canvas/placement.js").Point} Point
 */

/**
 * @param {import("../data/payload.js").Data} data
 * @param {() => import("../data/passing.js").Passing} passed
 * @param {() => Point} room width and height of the canvas
 */
export function createFolding(data, passed, room) {
  /** @type {WeakMap<import("../data/passing.js").Passing, Map<Fold, Folded>>} */
  const made = new WeakMap();
  /** @type {Map<string, Point>} kept, so that a group stays where it was when filters change */
  const spots = new Map();

  const folds = () => {
    const known = made.get(passed()) ?? new Map();
    made.set(passed(), known);
    return known;
  };
  /** @param {Fold} by @returns {Folded} */
  const foldedBy = (by) => {
    const known = folds().get(by);
    if (known) return known;
    const groups = fold(data, passed(), by);
    const named = { ...groups, actors: { ...groups.actors, name: groups.keys.map((_, group) => groupName(groups, group)) } };
    folds().set(by, named);
    return named;
  };
  /**
   * Where the groups stand that are drawn.
   * @param {Folded} folded
   * @param {import("../data/drawn.js").Drawn} drawn
   * @returns {Map<number, Point>}
   */
  const placesOf = (folded, drawn) => {
    const { by, keys, linesOf, lines } = folded;
    const spot = (/** @type {number} */ group) => spots.get(`${by} ${keys[group]}`);
    const places = drawn.actors.some(spot) ? new Map() : groupPlaces(folded, drawn, room());
    for (const group of drawn.actors) {
      const known = spot(group);
      if (known) places.set(group, known);
    }
    placeNear(places, drawn.actors.filter((group) => !places.has(group)), (group) => [...linesOf(group)].map((line) => (lines.source[line] === group ? lines.target[line] : lines.source[line])));
    for (const [group, point] of places) spots.set(`${by} ${keys[group]}`, point);
    return places;
  };
  return {
    foldedBy, placesOf,
    /** What can be made ready before anyone asks for it. */
    pieces: () => FOLDS.filter((by) => !folds().has(by)).flatMap((by) => [
      () => { foldedBy(by); },
      () => { placesOf(foldedBy(by), drawnGroups(foldedBy(by))); },
    ]),
  };
}
