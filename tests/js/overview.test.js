import assert from "node:assert/strict";
import test from "node:test";

import { noFilters } from "../../graphbuild/views/assets/data/filters.js";
import { passing } from "../../graphbuild/views/assets/data/passing.js";
import { mostLinked, radiiOf, strongest } from "../../graphbuild/views/assets/data/ranking.js";
import { small } from "./small.js";

const data = small();
const off = (/** @type {import("../../graphbuild/views/assets/data/filters.js").Group} */ group, /** @type {string[]} */ ...words) => passing(data, { ...noFilters(), [group]: { off: ["negated", ...words], only: null } });

test("actors rank by the sentences that pass of what is stated, or of mentions together where nothing else is", () => {
  const all = passing(data, noFilters());
  assert.deepEqual([...all.degree], [3, 3, 0, 0]);
  assert.deepEqual(mostLinked(all, 3), [0, 1]);
  assert.deepEqual([...radiiOf(all, [4, 26])], [26, 26, 4, 4]);
  const apart = off("kinds", "verb");
  assert.deepEqual([...apart.degree], [2, 2, 1, 1]);
  const none = off("types", "group");
  assert.deepEqual(mostLinked(none, 3), []); // nothing that Bo and Cy take part in
});

test("links rank by the sentences that pass, whatever they say", () => {
  assert.deepEqual(strongest(data, passing(data, noFilters()), 8), [0, 1, 3]);
  assert.deepEqual(strongest(data, off("relations", "attack", "accuse"), 8), [1, 3]);
  assert.deepEqual(strongest(data, off("kinds", "verb"), 8), [2, 3]);
  const lines = { ...data.lines, kind: [1, 0, 2, 2, 0] };
  const belongs = { ...data, lines };
  assert.deepEqual(strongest(belongs, passing(belongs, noFilters()), 8), [0, 1, 3]); // the act has fewer sentences
  assert.deepEqual(strongest(belongs, passing(belongs, noFilters()), 1), [0]);
});
