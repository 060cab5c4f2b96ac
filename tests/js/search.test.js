import assert from "node:assert/strict";
import test from "node:test";

import { buildIndex, fold, search, slipsToPrefix } from "../../graphbuild/views/assets/data/search.js";

const actors = {
  size: 6,
  name: ["Recep Tayyip Erdoğan", "Syria", "Syrian Democratic Forces", "Łukasz Straße", "U.S. Army", "محمد"],
  aliases: ["Erdogan", "", "SDF | the Forces", "", "US Army", "Mohammed"],
  degree: [5, 9, 7, 1, 3, 2],
};
const index = buildIndex(actors);
const names = (/** @type {string} */ query) => search(index, query).map(({ actor }) => actor);

test("fold takes off case, accents and punctuation", () => {
  assert.equal(fold("  Łukasz  STRASSE "), "lukasz strasse");
  assert.equal(fold("Łukasz Straße"), "lukasz strasse");
  assert.equal(fold("U.S. Army"), "us army");
  assert.equal(fold("O’Brien-Ñúñez"), "obrien nunez");
});

test("a whole name comes before a name that only begins so", () => {
  assert.deepEqual(names("syria"), [1, 2]);
});

test("aliases lead to their actor and say which one matched", () => {
  assert.deepEqual(search(index, "sdf"), [{ actor: 2, alias: "SDF" }]);
  assert.deepEqual(search(index, "Recep"), [{ actor: 0, alias: "" }]);
  assert.deepEqual(names("محمد"), [5]);
});

test("words in any order", () => {
  assert.deepEqual(names("forces syrian"), [2]);
});

test("slips are forgiven in proportion", () => {
  assert.deepEqual(names("erdogna"), [0]);
  assert.deepEqual(names("tayip"), [0]);
  assert.deepEqual(names("demcoratic forecs"), [2]);
  assert.deepEqual(names("xyz"), []);
});

test("nothing typed finds nothing", () => {
  assert.deepEqual(names("  . "), []);
});

test("slips to a prefix", () => {
  for (const [typed, word, expected] of /** @type {[string, string, number][]} */ ([
    ["jeffrey", "jeffrey", 0], ["jeff", "jeffrey", 0], ["jefrey", "jeffrey", 1], ["jeffery", "jeffrey", 1],
    ["ejffrey", "jeffrey", 1], ["kitten", "sitting", 2], ["abc", "xyz", 3],
  ])) {
    assert.equal(Math.min(slipsToPrefix(typed, word, 2), 3), expected, `${typed} ${word}`);
  }
});
