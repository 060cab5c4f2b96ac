import assert from "node:assert/strict";
import test from "node:test";

import { grouped } from "../../graphbuild/views/assets/data/payload.js";
import { noFilters } from "../../graphbuild/views/assets/data/filters.js";
import { passing } from "../../graphbuild/views/assets/data/passing.js";
import { groupPlaces } from "../../graphbuild/views/assets/canvas/grouplayout.js";
import { drawnGroups, fold, keysOf } from "../../graphbuild/views/assets/data/grouping.js";
import { words } from "./words.js";

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
    ...words, together: 2, denied: 3, noDay: -1, days: [0, 0],
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
  const clerk = made([["clerk", "official", "IGO", "UNO", 0], ["b", "country", "GOV", "BBB", 0]], [[0, 1, 0, 0, 1, 0]]);
  assert.deepEqual(keysOf(clerk, "countries"), ["clerk", "BBB"]); // a code that is no state's
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

test("a sentence counts once for a group, however many of its lines it is behind", () => {
  const graph = made([["a", "country", "GOV", "AAA", 0], ["army", "organization", "MIL", "AAA", 0], ["b", "country", "GOV", "BBB", 1]],
    [[0, 2, 0, -100, 1, 0], [1, 2, 1, 0, 1, 0], [2, 0, 0, 50, 1, 0], [0, 1, 0, 50, 1, 0], [0, 1, 1, 0, 1, 0], [0, 1, 1, 0, 2, 0]]);
  const folded = fold(graph, passing(graph, noFilters()), "countries");
  const at = (/** @type {string} */ key) => folded.place.get(key) ?? -1;
  assert.deepEqual(["AAA", "BBB"].map((key) => folded.actors.degree[at(key)]), [2, 1]);
  assert.equal(folded.within.weight[at("AAA")], 2);
});

test("by type and by community", () => {
  assert.deepEqual(keysOf(data, "types"), ["country", "official", "organization", "group", "country", "place"]);
  assert.deepEqual(keysOf(data, "communities"), ["a", "a", "army", "army", "b", "town"]);
  const folded = fold(data, passed, "types");
  assert.equal(folded.keys[0], "country"); // the most sentences
  assert.equal(folded.actors.size, 4); // the town has no link
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

const CANVAS = { x: 700, y: 500 };

/**
 * Where groups of `made` communities stand that are drawn.
 * @param {[string, string, string, string, number][]} some
 * @param {[number, number, number, number, number, number][]} rows
 */
function placed(some, rows) {
  const graph = made(some, rows);
  const folded = fold(graph, passing(graph, noFilters()), "communities");
  const drawn = drawnGroups(folded);
  return { folded, drawn, places: groupPlaces(folded, drawn, CANVAS) };
}

test("groups are drawn apart from one another, the same way each time", () => {
  const folded = fold(data, passed, "countries");
  const drawn = drawnGroups(folded);
  const places = groupPlaces(folded, drawn, CANVAS);
  assert.deepEqual([...places], [...groupPlaces(folded, drawn, CANVAS)]);
  const points = drawn.actors.map((group) => ({ ...(places.get(group) ?? { x: NaN, y: NaN }), radius: folded.actors.radius[group] }));
  for (const one of points) for (const other of points) if (one !== other) assert.ok(Math.hypot(one.x - other.x, one.y - other.y) > Math.max(one.radius, other.radius));
});

test("linked groups take the shape of the canvas, those without a link stand in rows beneath", () => {
  const some = Array.from({ length: 40 }, (_, at) => /** @type {[string, string, string, string, number]} */ ([`actor ${at}`, "group", "", "", Math.floor(at / 2)]));
  const within = Array.from({ length: 20 }, (_, at) => /** @type {[number, number, number, number, number, number]} */ ([2 * at, 2 * at + 1, 0, 0, at, 0]));
  const between = Array.from({ length: 12 }, (_, at) => /** @type {[number, number, number, number, number, number]} */ ([2 * at, 2 * ((at * 5 + 1) % 12), 0, 0, 40 + at, 0]));
  const { folded, drawn: linkedOnly } = placed(some, [...within, ...between]);
  assert.ok(linkedOnly.actors.every((group) => folded.linesOf(group).length > 0)); // who has no link is not drawn
  const drawn = { ...linkedOnly, actors: Array.from({ length: folded.actors.size }, (_, group) => group) };
  const places = groupPlaces(folded, drawn, CANVAS);
  const linked = drawn.actors.filter((group) => folded.linesOf(group).length > 0);
  const points = (/** @type {number[]} */ groups) => groups.map((group) => places.get(group) ?? { x: NaN, y: NaN });
  const alone = points(drawn.actors.filter((group) => !linked.includes(group)));
  assert.ok(linked.length > 8 && alone.length > 4);
  const lowest = Math.max(...points(linked).map(({ y }) => y));
  assert.ok(alone.every(({ y }) => y > lowest));
  assert.ok(new Set(alone.map(({ y }) => y)).size < alone.length); // in rows
  const span = (/** @type {number[]} */ values) => Math.max(...values) - Math.min(...values);
  const all = points(drawn.actors);
  const shape = span(all.map(({ x }) => x)) / span(all.map(({ y }) => y));
  assert.ok(shape > 0.8 && shape < 2.5, String(shape)); // no spine
});

test("the strongest lines between groups are drawn, and one of each", () => {
  const some = Array.from({ length: 60 }, (_, at) => /** @type {[string, string, string, string, number]} */ ([`a${at}`, "group", "", "", Math.floor(at / 2)]));
  const rows = /** @type {[number, number, number, number, number, number][]} */ ([]);
  for (let one = 0; one < 30; one++) rows.push([2 * one, 2 * one + 1, 0, 0, 70 + (one % 20), 0]);
  for (let one = 0; one < 30; one++) for (let other = 0; other < one; other++) rows.push([2 * one, 2 * other, 0, 0, one + other, 0]);
  for (let sentence = 60; sentence < 70; sentence++) rows.push([0, 2, 0, 0, sentence, 0]);
  const { folded, drawn } = placed(some, rows);
  assert.equal(drawn.actors.length, 30);
  assert.ok(drawn.lines.length >= 60 && drawn.lines.length < 100 && drawn.among > 400);
  assert.equal(new Set(drawn.lines.flatMap((line) => [folded.lines.source[line], folded.lines.target[line]])).size, 30);
});

test("a group is as large as what its members do, among themselves too", () => {
  const some = /** @type {[string, string, string, string, number][]} */ ([["a", "group", "", "", 0], ["b", "group", "", "", 0], ["c", "group", "", "", 1], ["d", "group", "", "", 1], ["e", "group", "", "", 2]]);
  const { folded, drawn } = placed(some, [[0, 1, 0, 0, 1, 0], [0, 1, 0, 0, 2, 0], [1, 0, 0, 0, 3, 0], [2, 3, 0, 0, 4, 0], [0, 2, 0, 0, 5, 0], [4, 2, 0, 0, 6, 0]]);
  assert.deepEqual([...folded.actors.degree], [4, 3, 1]);
  assert.ok(folded.actors.radius[0] > folded.actors.radius[1]);
  assert.deepEqual([...folded.sizes], [2, 2, 1]);
  assert.deepEqual(drawn.actors, [0, 1]); // one actor is no community
  assert.equal(drawn.lines.length, 1);
});

test("a community is named after its most linked actors that have a name", () => {
  const graph = made(["soldiers", "russia", "viktor", "the northern council of elders and friends"].map((id) => [id, "group", "", "", 0]), [[0, 1, 0, 0, 1, 0], [2, 3, 0, 0, 2, 0]]);
  graph.actors.name = ["soldiers", "Russia", "Viktor Lukyanov", "The northern council of elders and friends"];
  graph.actors.degree = [9, 5, 4, 3];
  const nameIn = () => fold(graph, passing(graph, noFilters()), "communities").actors.name[0];
  assert.equal(nameIn(), "Russia, Viktor Lukyanov"); // a third would be too long
  graph.actors.name[3] = "Mali";
  assert.equal(nameIn(), "Russia, Viktor Lukyanov, Mali");
  graph.actors.name = ["soldiers", "rebels", "riders", "guards"];
  assert.equal(nameIn(), "soldiers, rebels, riders");
});
