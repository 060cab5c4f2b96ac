import assert from "node:assert/strict";
import test from "node:test";

import { clean, safeLink, shorten } from "../../graphbuild/views/assets/lib/dom.js";
import { bytes, grouped, inflate, isoDay, unpack } from "../../graphbuild/views/assets/data/payload.js";
import { marksOf } from "../../graphbuild/views/assets/panels/marks.js";
import { placeLabels } from "../../graphbuild/views/assets/canvas/labels.js";
import { classesOf, verbOf, verbsOf } from "../../graphbuild/views/assets/data/lines.js";
import { passing } from "../../graphbuild/views/assets/data/passing.js";
import { placeNear } from "../../graphbuild/views/assets/canvas/placement.js";
import { noFilters } from "../../graphbuild/views/assets/data/filters.js";
import { back, initialState, select } from "../../graphbuild/views/assets/state/store.js";
import { learnPhrases, relationText } from "../../graphbuild/views/assets/lib/wording.js";
import { dice } from "./press.js";
import { small } from "./small.js";

test("characters that turn text around are shown instead, one for one", () => {
  const text = "a\u202eb\u2066c\u0000d";
  assert.equal(clean(text), "a\ufffdb\ufffdc\ufffdd");
  assert.equal(clean(text).length, text.length);
  assert.equal(clean("سليم 李文 🎓\n"), "سليم 李文 🎓\n");
});

test("cutting never halves a character", () => {
  assert.equal(shorten("abcdef", 6), "abcdef");
  assert.equal(shorten("abcdefg", 6), "abcde…");
  assert.equal(shorten("abcd🎓efg", 6), "abcd…");
});

test("only web addresses become links", () => {
  assert.equal(safeLink("https://a.example/x y"), "https://a.example/x%20y");
  for (const bad of ["javascript:alert(1)", "data:text/html,x", "JaVaScRiPt:1", "file:///etc/passwd", "", "x", " vbscript:x"]) {
    assert.equal(safeLink(bad), null, bad);
  }
});

test("packed numbers come back", () => {
  assert.deepEqual([...unpack({ type: "u2", data: btoa("\x01\x00\xff\xff") })], [1, 65535]);
  assert.deepEqual([...unpack({ type: "i1", data: btoa("\xff\x02") })], [-1, 2]);
});

test("compressed text comes back", async () => {
  // zlib.compress("hé 🎓".encode()) in Python
  assert.equal(await inflate(bytes("eJzLOLxS4cP8vskAFH8EpQ==")), "hé 🎓");
});

test("grouping lists a position under both keys, once", () => {
  const of = grouped(3, [0, 1, 2], [1, 1, 0]);
  assert.deepEqual([0, 1, 2].map((key) => [...of(key)]), [[0, 2], [0, 1], [2]]);
});

test("days are dates", () => {
  assert.equal(isoDay(18688, -1), "2021-03-02");
  assert.equal(isoDay(-1, -1), "");
});

test("a mark in another stands inside it, one that reaches out of another is cut", () => {
  /** @type {(marks: import("../../graphbuild/views/assets/panels/marks.js").Mark[]) => any[]} */
  const flat = (marks) => marks.map(({ part, start, end, inside }) => [part, start, end, ...(inside.length ? [flat(inside)] : [])]);
  assert.deepEqual(flat(marksOf([0, 10, 4, 7, -1, -1], 20)), [["source", 0, 10, [["target", 4, 7]]]]);
  assert.deepEqual(flat(marksOf([0, 17, 0, 7, 8, 17], 20)), [["source", 0, 17, [["target", 0, 7], ["verb", 8, 17]]]]);
  assert.deepEqual(flat(marksOf([0, 6, 4, 9, -1, -1], 20)), [["source", 0, 6, [["target", 4, 6]]], ["target", 6, 9]]);
  assert.deepEqual(flat(marksOf([3, 6, 3, 6, 3, 6], 20)), [["source", 3, 6, [["target", 3, 6, [["verb", 3, 6]]]]]]);
  assert.deepEqual(flat(marksOf([0, 3, 5, 99, -1, -1], 8)), [["source", 0, 3], ["target", 5, 8]]);
  assert.deepEqual(marksOf(null, 8), []);
  const { below } = dice(2);
  for (let round = 0; round < 200; round++) { // each part marks what it marked, each character once
    const offsets = Array.from({ length: 3 }, () => { const start = below(12); return [start, start + 1 + below(9)]; }).flat();
    const seen = { source: new Set(), target: new Set(), verb: new Set() };
    const walk = (/** @type {import("../../graphbuild/views/assets/panels/marks.js").Mark[]} */ marks, from = 0, to = 20) => {
      let at = from;
      for (const { part, start, end, inside } of marks) {
        assert.ok(start >= at && end <= to && end > start);
        for (let one = start; one < end; one++) seen[part].add(one);
        walk(inside, start, end);
        at = end;
      }
    };
    walk(marksOf(offsets, 20));
    /** @type {const} */ (["source", "target", "verb"]).forEach((part, n) => assert.deepEqual([...seen[part]].sort((a, b) => a - b), Array.from({ length: Math.min(offsets[2 * n + 1], 20) - offsets[2 * n] }, (_, one) => offsets[2 * n] + one)));
  }
});

test("labels give way to larger actors, unless they must be there", () => {
  const one = (/** @type {number} */ id, /** @type {number} */ x, must = false) => ({ id, x, y: 0, radius: 10, name: `name ${id}`, longest: 26, bold: false, faded: false, must });
  const frame = { left: -1e4, right: 1e4, top: -1e4, bottom: 1e4 };
  const crowd = Array.from({ length: 12 }, (_, at) => one(at, at * 2));
  const placed = placeLabels(crowd, 1, () => 60, frame, []);
  assert.ok(placed.length > 0 && placed.length < 12);
  assert.equal(placed[0].id, 0);
  assert.ok(placeLabels([...crowd, one(12, 3, true)], 1, () => 60, frame, []).some(({ id }) => id === 12));
  assert.equal(placeLabels([one(0, 0), one(1, 200)], 1, () => 60, frame, []).length, 2);
  const edge = { left: -50, right: 215, top: -50, bottom: 50 };
  assert.ok(placeLabels([one(0, 0), one(1, 200)], 1, () => 60, edge, []).every(({ x }) => x + 32 <= 215));
});

test("new actors find a free spot near those they know, the same one each time", () => {
  const run = () => {
    const placed = new Map([[0, { x: 0, y: 0 }], [1, { x: 1000, y: 0 }]]);
    placeNear(placed, [2, 3, 4], (actor) => (actor === 4 ? [] : [0]));
    return placed;
  };
  const placed = run();
  assert.deepEqual(placed, run());
  for (const actor of [2, 3]) {
    const { x, y } = placed.get(actor) ?? { x: NaN, y: NaN };
    assert.ok(Math.hypot(x, y) < 200);
  }
  const spots = [...placed.values()].map(({ x, y }) => `${Math.round(x / 64)},${Math.round(y / 64)}`);
  assert.equal(new Set(spots).size, 5);
});

test("back returns to what was selected before", () => {
  let state = initialState(1, noFilters());
  const set = (/** @type {Partial<typeof state>} */ change) => { state = { ...state, ...change }; };
  set(select(state, { actor: 1 }));
  set(select(state, { pair: 2, line: 3 }));
  set(select(state, { pair: 2, line: 3 }));
  set(back(state));
  assert.deepEqual(state.selected, { actor: 1 });
  set(select(state, null));
  assert.deepEqual([state.selected, state.trail], [null, []]);
});

test("a line is called by what is said of it, and by what is denied only where nothing is said", () => {
  const data = small();
  const called = (/** @type {number} */ line, filters = noFilters()) => classesOf(data, passing(data, filters), line);
  assert.equal(called(0), "attack, accuse");
  assert.equal(called(0, { ...noFilters(), relations: { off: ["attack"], only: null } }), "accuse"); // what is filtered out is no word of it
  /** @type {number[]} */ (data.rows.status)[2] = data.statuses.indexOf("negated");
  assert.equal(called(0), "attack");
  assert.equal(called(0, { ...noFilters(), statuses: { off: [], only: null } }), "attack");
  const denied = [0, 1, 2, 3, 4].filter((line) => !data.lines.weight[line]);
  assert.deepEqual(denied.map((line) => called(line)), ["aid"]);
});

test("a class of relation is told by its phrase, one without as it is called", () => {
  learnPhrases({ member_of: "belongs to" });
  assert.equal(relationText("member_of"), "belongs to");
  assert.equal(relationText("befriend_with"), "befriend with");
});

test("a number or a mark is no verb, whatever it was that a relation was read from", () => {
  const data = small();
  const words = ["1", "2000", "–", "$", "2–1", "beat", "battre", "进攻", "3rd"];
  data.rows.verb = { words, codes: Uint8Array.from({ length: data.rows.size }, (_, row) => row) };
  assert.deepEqual(Array.from({ length: data.rows.size }, (_, row) => verbOf(data, row, true)), ["", "", "", "", "", "beat", "battre", "进攻"]);
  assert.deepEqual(verbsOf(data, passing(data, noFilters()), 0), []); // its class is what there is to tell
  assert.equal(classesOf(data, passing(data, noFilters()), 0), "attack, accuse");
});
