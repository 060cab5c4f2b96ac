/** How two actors are linked: by the fewest links, and by the strongest. */

/**
 * @typedef {import("./payload.js").Data} Data
 * @typedef {import("./passing.js").Passing} Passing
 * @typedef {{ actors: number[], lines: number[] }} Path  `lines[i]` links `actors[i]` and `actors[i + 1]`.
 * @typedef {{ fewest: Path | null, strong: Path | null, stated: boolean }} Found
 */

/** @type {WeakMap<Passing, Map<string, Found>>} paths found in what passes */
const known = new WeakMap();

/**
 * The shortest and the strongest path through what is stated; through mentions together only where nothing stated
 * leads there, since to be mentioned together is no step from one to the other.
 * @param {Data} data
 * @param {Passing} passed
 * @param {number} from
 * @param {number} to
 * @returns {Found}
 */
export function pathsBetween(data, passed, from, to) {
  const found = known.get(passed) ?? new Map();
  known.set(passed, found);
  const key = `${from} ${to}`;
  if (!found.has(key)) {
    const stated = { ...passed, lineOk: passed.lineOk.map((ok, line) => Number(ok && data.lines.kind[line] !== data.together)) };
    const both = (/** @type {Passing} */ some) => ({ fewest: shortestPath(data, some, from, to), strong: strongestPath(data, some, from, to) });
    const own = both(stated);
    found.set(key, own.fewest ? { ...own, stated: true } : { ...both(passed), stated: false });
  }
  return found.get(key);
}

/**
 * The path with the fewest links; among those the one with the strongest links.
 * @param {Data} data
 * @param {Passing} passed
 * @param {number} from
 * @param {number} to
 */
export function shortestPath(data, passed, from, to) {
  return cheapest(data, from, to, (line) => (passed.lineOk[line] ? 1 + 1e-6 / Math.max(passed.weight[line], 0.5) : Infinity));
}

/**
 * The path along which the links have the most sentences: least sum of 1 / sentences.
 * @param {Data} data
 * @param {Passing} passed
 * @param {number} from
 * @param {number} to
 */
export function strongestPath(data, passed, from, to) {
  return cheapest(data, from, to, (line) => (passed.lineOk[line] ? 1 / Math.max(passed.weight[line], 0.5) : Infinity));
}

/**
 * Dijkstra's algorithm (doi:10.1007/BF01386390), lines taken in either direction.
 * @param {Data} data
 * @param {number} from
 * @param {number} to
 * @param {(line: number) => number} cost
 * @returns {Path | null}
 */
function cheapest(data, from, to, cost) {
  const { source, target } = data.lines;
  const best = new Float64Array(data.actors.size).fill(Infinity);
  const by = new Int32Array(data.actors.size).fill(-1);
  const heap = new Heap();
  heap.push(0, from);
  best[from] = 0;
  while (heap.costs.length) {
    const [spent, actor] = [heap.costs[0], heap.actors[0]];
    heap.pop();
    if (actor === to) return trace(data, by, from, to);
    if (spent > best[actor]) continue;
    const own = data.linesOf(actor);
    for (let at = 0; at < own.length; at++) {
      const line = own[at];
      const other = source[line] === actor ? target[line] : source[line];
      if (spent >= best[other]) continue;
      const sum = spent + cost(line);
      if (sum < best[other]) {
        best[other] = sum;
        by[other] = line;
        heap.push(sum, other);
      }
    }
  }
  return null;
}

/**
 * @param {Data} data
 * @param {Int32Array} by
 * @param {number} from
 * @param {number} to
 */
function trace({ lines }, by, from, to) {
  const path = { actors: [to], lines: /** @type {number[]} */ ([]) };
  for (let actor = to; actor !== from; ) {
    const line = by[actor];
    actor = lines.source[line] === actor ? lines.target[line] : lines.source[line];
    path.actors.unshift(actor);
    path.lines.unshift(line);
  }
  return path;
}

/** Actors by what it costs to reach them, the cheapest first: a binary heap in two columns. */
class Heap {
  constructor() {
    /** @type {number[]} */
    this.costs = [];
    /** @type {number[]} */
    this.actors = [];
  }

  /**
   * @param {number} cost
   * @param {number} actor
   */
  push(cost, actor) {
    const { costs, actors } = this;
    let at = costs.length;
    for (; at > 0; at = (at - 1) >> 1) {
      const above = (at - 1) >> 1;
      if (costs[above] <= cost) break;
      costs[at] = costs[above];
      actors[at] = actors[above];
    }
    costs[at] = cost;
    actors[at] = actor;
  }

  /** Take the cheapest away. */
  pop() {
    const { costs, actors } = this;
    const cost = /** @type {number} */ (costs.pop());
    const actor = /** @type {number} */ (actors.pop());
    const size = costs.length;
    if (!size) return;
    let at = 0;
    for (let below = 1; below < size; below = 2 * at + 1) {
      if (below + 1 < size && costs[below + 1] < costs[below]) below++;
      if (costs[below] >= cost) break;
      costs[at] = costs[below];
      actors[at] = actors[below];
      at = below;
    }
    costs[at] = cost;
    actors[at] = actor;
  }
}
