import assert from "node:assert/strict";
import test from "node:test";

import { noFilters, passing } from "../../graphbuild/views/assets/data/filters.js";
import { mostLinked, strongest, weightsOf } from "../../graphbuild/views/assets/data/ranking.js";
import { small } from "./small.js";

const data = small();
const off = (/** @type {import("../../graphbuild/views/assets/data/filters.js").Group} */ group, /** @type {string[]} */ ...words) => passing(data, { ...noFilters(), [group]: { off: ["negated", ...words], only: null } });

test("actors rank by the sentences that pass of what is stated, or of mentions together where nothing else is", () => {
  const all = passing(data, noFilters());
  assert.deepEqual([...weightsOf(data, all)], [3, 3, 0, 0]);
  assert.deepEqual(mostLinked(weightsOf(data, all), all, 3), [0, 1]);
  const apart = off("kinds", "verb");
  assert.deepEqual([...weightsOf(data, apart)], [2, 2, 1, 1]);
  const none = off("types", "group");
  assert.deepEqual(mostLinked(weightsOf(data, none), none, 3), []); // nothing that Bo and Cy take part in
});

test("links rank by the sentences that pass, acts before who belongs to whom, both before mentions together", () => {
  assert.deepEqual(strongest(data, passing(data, noFilters()), 8), [0, 1, 3]);
  assert.deepEqual(strongest(data, off("relations", "attack", "accuse"), 8), [1, 3]);
  assert.deepEqual(strongest(data, off("kinds", "verb"), 8), [2, 3]);
  const lines = { ...data.lines, kind: [1, 0, 2, 2, 0] };
  const belongs = { ...data, lines };
  assert.deepEqual(strongest(belongs, passing(belongs, noFilters()), 8), [1, 0, 3]); // the act has fewer sentences
  assert.deepEqual(strongest(belongs, passing(belongs, noFilters()), 1), [1]);
});
