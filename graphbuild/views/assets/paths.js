/** How two actors are linked: by the fewest links, and by the strongest. */

/**
 * @typedef {import("./data.js").Data} Data
 * @typedef {import("./filters.js").Passing} Passing
 * @typedef {{ actors: number[], lines: number[] }} Path  `lines[i]` links `actors[i]` and `actors[i + 1]`.
 */

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
  /** @type {[number, number][]} cost and actor, as a binary heap */
  const heap = [[0, from]];
  best[from] = 0;
  while (heap.length) {
    const [spent, actor] = pop(heap);
    if (actor === to) return trace(data, by, from, to);
    if (spent > best[actor]) continue;
    for (const line of data.linesOf(actor)) {
      const other = source[line] === actor ? target[line] : source[line];
      const sum = spent + cost(line);
      if (sum < best[other]) {
        best[other] = sum;
        by[other] = line;
        push(heap, [sum, other]);
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

/**
 * @param {[number, number][]} heap
 * @param {[number, number]} item
 */
function push(heap, item) {
  let at = heap.push(item) - 1;
  while (at > 0) {
    const above = (at - 1) >> 1;
    if (heap[above][0] <= heap[at][0]) return;
    [heap[above], heap[at]] = [heap[at], heap[above]];
    at = above;
  }
}

/** @param {[number, number][]} heap */
function pop(heap) {
  const top = heap[0];
  const last = /** @type {[number, number]} */ (heap.pop());
  if (heap.length) {
    heap[0] = last;
    for (let at = 0; ; ) {
      let least = at;
      for (const below of [2 * at + 1, 2 * at + 2]) if (below < heap.length && heap[below][0] < heap[least][0]) least = below;
      if (least === at) break;
      [heap[least], heap[at]] = [heap[at], heap[least]];
      at = least;
    }
  }
  return top;
}
