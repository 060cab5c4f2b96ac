import assert from "node:assert/strict";
import test from "node:test";

import { LEVELS, backbone } from "../../graphbuild/views/assets/data/backbone.js";
import { firstFilters, isFiltered, noFilters } from "../../graphbuild/views/assets/data/filters.js";
import { passing } from "../../graphbuild/views/assets/data/passing.js";
import { fromHash, toHash } from "../../graphbuild/views/assets/state/address.js";
import { initialState } from "../../graphbuild/views/assets/state/store.js";
import { small } from "./small.js";

/** @param {[number, number, number][]} ties source, target, weight */
function graph(ties) {
  const names = [...new Set(ties.map(([a, b]) => [Math.min(a, b), Math.max(a, b)].join()))];
  return {
    lines: { size: ties.length, source: ties.map(([a]) => a), target: ties.map(([, b]) => b), pair: ties.map(([a, b]) => names.indexOf([Math.min(a, b), Math.max(a, b)].join())) },
    weight: ties.map(([, , weight]) => weight), ok: Uint8Array.from(ties, () => 1),
  };
}

test("of a hub's links the one with nearly all its sentences stays", () => {
  const { lines, weight, ok } = graph([[0, 1, 100], [0, 2, 1], [3, 0, 1], [0, 4, 1], [5, 0, 1]]);
  assert.equal(backbone(lines, ok, weight, 6, 0.05), 4);
  assert.deepEqual([...ok], [1, 0, 0, 0, 0]);
});

test("lines of two actors are one link, both ways and of every tone", () => {
  const { lines, weight, ok } = graph([[0, 1, 30], [1, 0, 30], [0, 1, 30], [0, 2, 1], [3, 0, 1], [0, 4, 1]]);
  backbone(lines, ok, weight, 5, 0.05);
  assert.deepEqual([...ok], [1, 1, 1, 0, 0, 0]);
});

test("random graphs: as alpha is defined", () => {
  let seed = 3;
  const random = (/** @type {number} */ size) => Math.floor(((seed = (seed * 16807) % 2147483647) / 2147483647) * size);
  for (let round = 0; round < 50; round++) {
    const ties = /** @type {[number, number, number][]} */ (Array.from({ length: 25 }, () => [random(9), random(9), random(3) ? random(6) : random(60)])).filter(([a, b]) => a !== b);
    for (const level of LEVELS.slice(1)) {
      const { lines, weight, ok } = graph(ties);
      const gone = backbone(lines, ok, weight, 9, level);
      assert.equal(gone, [...ok].filter((one) => !one).length);
      const pair = (/** @type {number} */ a, /** @type {number} */ b) => ties.filter(([c, d]) => (a === c && b === d) || (a === d && b === c)).reduce((sum, one) => sum + one[2], 0);
      const alpha = (/** @type {number} */ a, /** @type {number} */ b) => {
        const all = Array.from({ length: 9 }, (_, other) => (other === a ? 0 : pair(a, other))).filter(Boolean);
        return all.length < 2 ? 1 : (1 - pair(a, b) / all.reduce((x, y) => x + y, 0)) ** (all.length - 1);
      };
      ties.forEach(([a, b], at) => assert.equal(ok[at], Number(pair(a, b) > 0 && Math.min(alpha(a, b), alpha(b, a)) < level), `${ties[at]} ${level}`));
    }
  }
});

test("the filter says how many links there were before it", () => {
  const data = small();
  const passed = passing(data, { ...noFilters(), backbone: 0.001 });
  assert.equal(passed.whole, 3);
  assert.ok(passed.lines < passed.whole);
  assert.equal([...passed.lineOk].filter(Boolean).length, passed.lines);
  assert.equal(passing(data, noFilters()).whole, passing(data, noFilters()).lines);
  assert.ok(isFiltered({ ...firstFilters(data), backbone: 0.5 }, data));
});

test("the address keeps the level, and only one that there is", () => {
  const data = small();
  const start = initialState(4, firstFilters(data));
  const state = { ...start, filters: { ...noFilters(), backbone: 0.05 } };
  assert.equal(fromHash(toHash(state, data, 4), data, start).filters?.backbone, 0.05);
  assert.equal(fromHash("backbone=0.07", data, start).filters?.backbone, 1);
});
