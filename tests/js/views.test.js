import assert from "node:assert/strict";
import test from "node:test";

import { grouped } from "../../graphbuild/views/assets/data.js";
import { noFilters, passing } from "../../graphbuild/views/assets/filters.js";
import { drawnGroups, fold, groupPlaces, keysOf } from "../../graphbuild/views/assets/views.js";

/** @param {string[]} column */
const coded = (column) => {
  const words = [...new Set(column)];
  return { words, codes: column.map((word) => words.indexOf(word)) };
};

/**
 * Data from actors [id, type, role, country, community] and relations
 * [source, target, kind, polarity in hundredths, sentence, status].
 * @param {[string, string, string, string, number][]} people
 * @param {[number, number, number, number, number, number][]} said
 */
function made(people, said) {
  const key = (/** @type {number[]} */ [source, target, kind, polarity]) => [source, target, kind, Math.sign(polarity)].join();
  const keys = [...new Set(said.map(key))];
  const sorted = said.map((row) => ({ row, line: keys.indexOf(key(row)) })).sort((a, b) => a.line - b.line || a.row[4] - b.row[4]);
  const ends = keys.map((one) => one.split(",").map(Number));
  const pairs = [...new Set(ends.map(([a, b]) => [a, b].sort().join()))];
  const bounds = new Uint32Array(keys.length + 1);
  for (const { line } of sorted) bounds[line + 1]++;
  for (let at = 0; at < keys.length; at++) bounds[at + 1] += bounds[at];
  const column = (/** @type {number} */ at) => ends.map((one) => one[at]);
  const zero = people.map(() => 0);
  const of = (/** @type {number} */ at) => sorted.map(({ row }) => row[at]);
  const none = { words: [""], codes: sorted.map(() => 0) };
  return /** @type {any} */ ({
    actors: {
      size: people.length, id: people.map(([id]) => id), name: people.map(([id]) => id.toUpperCase()), type: coded(people.map((one) => one[1])),
      role: coded(people.map((one) => one[2])), country: coded(people.map((one) => one[3])), degree: zero, live: people.length,
      gone: new Uint8Array(people.length), radius: zero,
    },
    communities: people.map((one) => one[4]), countries: { AAA: "Aland" },
    kinds: ["verb", "affiliation", "cooccurrence"], statuses: ["asserted", "possible", "intended", "negated"], noDay: -1, days: [0, 0],
    lines: { size: keys.length, source: column(0), target: column(1), kind: column(2), sign: column(3), pair: ends.map(([a, b]) => pairs.indexOf([a, b].sort().join())), rows: bounds },
    rows: { size: sorted.length, line: sorted.map(({ line }) => line), sentence: of(4), status: of(5), polarity: of(3), day: sorted.map(() => 0), relation: none, speaker: none, verb: none },
    sentences: { document: new Int32Array(100) }, documents: { outlet: { words: [""], codes: [0] } },
    linesOf: grouped(people.length, column(0), column(1)),
  });
}

/** Country A with an official and an army, rebels of A, country B, an unlinked place. */
const people = /** @type {[string, string, string, string, number][]} */ ([
  ["a", "country", "GOV", "AAA", 0], ["president", "official", "GOV", "AAA", 0], ["army", "organization", "MIL", "AAA", 1],
  ["rebels", "group", "REB", "AAA", 1], ["b", "country", "GOV", "BBB", 2], ["town", "place", "", "", 3],
]);
const said = /** @type {[number, number, number, number, number, number][]} */ ([
  [0, 4, 0, -100, 1, 0], [1, 4, 0, -40, 1, 0], // one sentence, two relations: government and president against b
  [1, 4, 0, 50, 2, 0], [4, 0, 0, -100, 3, 3], // meets; denied
  [2, 3, 0, -100, 4, 0], [1, 2, 0, 25, 5, 1], [0, 3, 2, 0, 6, 0], [2, 4, 2, 0, 7, 0], [0, 4, 1, 0, 9, 0],
]);
const data = made(people, said);
const passed = passing(data, noFilters());

test("a country takes in its officials and bodies, not its rebels", () => {
  assert.deepEqual(keysOf(data, "countries"), ["AAA", "AAA", "AAA", "rebels", "BBB", "town"]);
  const folded = fold(data, passed, "countries");
  const at = (/** @type {string} */ key) => folded.place.get(key) ?? -1;
  assert.deepEqual([...folded.members(at("AAA"))], [0, 1, 2]);
  assert.deepEqual(["AAA", "BBB", "rebels"].map((key) => folded.actors.name[at(key)]), ["Aland", "B", "REBELS"]);
});

test("lines between groups are summed by sentences, polarity by relations", () => {
  const folded = fold(data, passed, "countries");
  const at = (/** @type {string} */ key) => folded.place.get(key) ?? -1;
  const between = (/** @type {string} */ one, /** @type {string} */ other, kind = 0) =>
    [...folded.linesOf(at(one))].filter((line) => folded.lines.source[line] === at(one) && folded.lines.target[line] === at(other) && folded.lines.kind[line] === kind);
  const [line] = between("AAA", "BBB");
  assert.equal(folded.lines.weight[line], 2); // sentences 1 and 2
  assert.ok(Math.abs(folded.polarity[line] - -0.3) < 1e-9); // (-1 - 0.4 + 0.5) / 3
  assert.equal(folded.lines.sign[line], -1);
  assert.deepEqual([...folded.parts(line)].length, 3);
  assert.deepEqual(between("BBB", "AAA"), []); // only denied
  assert.equal(between("AAA", "BBB", 1).length, 1);
  assert.deepEqual([between("AAA", "BBB", 2), between("BBB", "AAA", 2)], [[], []]); // co-occurrence echoes what is said
  assert.equal(folded.within.weight[at("AAA")], 1);
  assert.equal(folded.within.polarity[at("AAA")], 0.25);
});

test("by type and by community", () => {
  assert.deepEqual(keysOf(data, "types"), ["country", "official", "organization", "group", "country", "place"]);
  assert.deepEqual(keysOf(data, "communities"), ["a", "a", "army", "army", "b", "town"]);
  const folded = fold(data, passed, "types");
  assert.equal(folded.keys[0], "country"); // the most sentences
  assert.equal(folded.actors.size, 5);
  assert.deepEqual(folded.actors.type.words, folded.keys);
});

test("filters hold for groups as for actors", () => {
  const folded = fold(data, passing(data, { ...noFilters(), signs: { off: [], only: ["1"] } }), "countries");
  assert.deepEqual(folded.keys, ["AAA", "BBB"]);
  assert.deepEqual([...folded.lines.weight], [1]);
});

test("random data: weight and polarity are those of the grouped relations", () => {
  let seed = 5;
  const random = (/** @type {number} */ size) => Math.floor(((seed = (seed * 16807) % 2147483647) / 2147483647) * size);
  for (let round = 0; round < 40; round++) {
    const some = Array.from({ length: 12 }, (_, at) => /** @type {[string, string, string, string, number]} */ ([`x${at}`, ["country", "group", "official"][random(3)], "", ["", "AAA", "BBB"][random(3)], random(4)]));
    const rows = Array.from({ length: 60 }, () => /** @type {[number, number, number, number, number, number]} */ ([random(12), random(12), 0, random(200) - 100, random(20), random(4)])).filter(([a, b]) => a !== b);
    const graph = made(some, rows);
    for (const by of /** @type {const} */ (["communities", "countries", "types"])) {
      const keys = keysOf(graph, by);
      const folded = fold(graph, passing(graph, noFilters()), by);
      /** @type {Map<string, { sentences: Set<number>, polarity: number[] }>} */
      const expected = new Map();
      for (const [source, target, , polarity, sentence, status] of rows) {
        const key = `${keys[source]} ${keys[target]}`;
        if (status === 3 || keys[source] === keys[target]) continue;
        const sums = expected.get(key) ?? { sentences: new Set(), polarity: [] };
        sums.sentences.add(sentence);
        sums.polarity.push(polarity);
        expected.set(key, sums);
      }
      const found = new Map(Array.from({ length: folded.lines.size }, (_, line) => [`${folded.keys[folded.lines.source[line]]} ${folded.keys[folded.lines.target[line]]}`, line]));
      assert.deepEqual([...found.keys()].sort(), [...expected.keys()].sort());
      for (const [key, { sentences, polarity }] of expected) {
        const line = found.get(key) ?? -1;
        assert.equal(folded.lines.weight[line], sentences.size);
        assert.ok(Math.abs(folded.polarity[line] - polarity.reduce((a, b) => a + b, 0) / polarity.length / 100) < 1e-9);
      }
    }
  }
});

test("groups are drawn apart from one another, the same way each time", () => {
  const folded = fold(data, passed, "countries");
  const drawn = drawnGroups(folded);
  const places = groupPlaces(folded, drawn, 1.4);
  assert.deepEqual([...places], [...groupPlaces(folded, drawn, 1.4)]);
  const points = drawn.actors.map((group) => ({ ...(places.get(group) ?? { x: NaN, y: NaN }), radius: folded.actors.radius[group] }));
  for (const one of points) for (const other of points) if (one !== other) assert.ok(Math.hypot(one.x - other.x, one.y - other.y) > Math.max(one.radius, other.radius));
});
