import assert from "node:assert/strict";
import test from "node:test";

import { filtersTold, wrapped } from "../../graphbuild/views/assets/takeaway/caption.js";
import { noFilters, firstFilters } from "../../graphbuild/views/assets/data/filters.js";
import { initialState } from "../../graphbuild/views/assets/state/store.js";
import { small } from "./small.js";

const data = small();
const told = (/** @type {Partial<import("../../graphbuild/views/assets/data/filters.js").Filters>} */ change, /** @type {Partial<import("../../graphbuild/views/assets/state/store.js").State>} */ more = {}) =>
  filtersTold(data, { ...initialState(4, { ...firstFilters(data), ...change }), ...more });

test("a picture says nothing of filters as the page opens, and each that is not so", () => {
  assert.deepEqual(told({}), []);
  assert.deepEqual(told({ signs: { off: [], only: ["-1"] }, minimum: 2 }), ["Tone: only Conflict", "At least so many sentences: 2"]);
  assert.deepEqual(told({ types: { off: ["place"], only: null } }), ["Actors: without Place"]);
  assert.deepEqual(told({ kinds: noFilters().kinds, statuses: { off: ["possible"], only: null } }), ["Links: with Co-occur", "How sure: with Denied", "How sure: without Possible"]);
  assert.deepEqual(told({ signs: { off: [], only: [] } }), ["Tone: none"]);
  assert.deepEqual(told({ days: [18688, 18758], backbone: 0.05 }), ["Only what stands out: 5 %", "Time: 2021-03-02 – 2021-05-11"]);
  assert.deepEqual(told({ outlets: { off: [], only: [..."abcdefgh"] } }), ["Source: only a, b, c, d, e, f and 2 more"]);
  assert.deepEqual(told({}, { hidden: [1], pinned: [0, 2] }), ["1 actor hidden by you", "2 pinned"]);
});

test("parts share a line as long as they fit", () => {
  assert.deepEqual(wrapped(["aa", "bb", "cc", "much too long"], (line) => line.length < 9), ["aa · bb", "cc", "much too long"]);
  assert.deepEqual(wrapped([], () => true), []);
});
