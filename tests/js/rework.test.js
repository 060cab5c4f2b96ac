import assert from "node:assert/strict";
import test from "node:test";

import { correct } from "../../graphbuild/views/assets/corrections/correct.js";
import { amended, EMPTY, toFile } from "../../graphbuild/views/assets/corrections/history.js";
import { openDoubts } from "../../graphbuild/views/assets/corrections/doubts.js";
import { openPairs } from "../../graphbuild/views/assets/corrections/queue.js";
import { small } from "./small.js";

const base = small();
const one = (/** @type {any} */ action, /** @type {string} */ subject, object = "", more = {}) => ({ action, subject, object, ...more });
const linesOf = (/** @type {any} */ { lines, actors }) => Array.from({ length: lines.size }, (_, at) =>
  `${actors.id[lines.source[at]]} ${actors.id[lines.target[at]]} ${lines.kind[at]} ${lines.sign[at]} ${lines.weight[at]}`).sort();
const told = (/** @type {any} */ { rows }, /** @type {number} */ row) => [rows.relation.words[rows.relation.codes[row]], rows.rule.words[rows.rule.codes[row]], rows.confidence[row], rows.polarity[row]];

test("another class moves a relation to the line of its kind and sign, and keeps its id", () => {
  const { data, idle } = correct(base, [one("reclass", "r3", "lead"), one("reclass", "zz", "lead")]);
  assert.deepEqual(idle, [false, true]);
  assert.deepEqual(linesOf(data), ["a b 0 -1 2", "a b 2 0 2", "b a 1 0 1", "c a 0 1 0", "c d 2 0 1"]);
  assert.deepEqual(told(data, data.rows.place("r3")), ["lead", "corrected", 100, 0]);
  assert.equal(data.rows.id(data.rows.place("r3")), "r3");
  assert.deepEqual(linesOf(correct(base, [one("reclass", "r3", "lead"), one("drop", "r3")]).data), ["a b 0 -1 2", "a b 2 0 2", "c a 0 1 0", "c d 2 0 1"]);
  assert.deepEqual(linesOf(base), linesOf(small())); // the base stays
});

test("what is confirmed is sure and stays where it was", () => {
  const { data } = correct(base, [one("confirm", "r0")]);
  assert.deepEqual(linesOf(data), linesOf(base));
  assert.equal(data.rows.confidence[data.rows.place("r0")], 100);
  assert.equal(data.rows.confidence[data.rows.place("r1")], 80);
});

test("a relation is added to the sentence that it stands in, once", () => {
  const add = one("add", "d", "c", { relation: "aid", evidence: "doc:2" });
  const { data, idle } = correct(base, [add]);
  assert.deepEqual(idle, [false]);
  assert.deepEqual(linesOf(data), ["a b 0 -1 2", "a b 2 0 2", "b a 0 1 1", "c a 0 1 0", "c d 2 0 1", "d c 0 1 1"]);
  const row = Array.from({ length: data.rows.size }, (_, at) => at).find((at) => data.rows.id(at) === "") ?? -1;
  assert.deepEqual(told(data, row), ["aid", "by_hand", 100, 100]);
  assert.equal(data.placeOf(data.rows.sentence[row]), "doc:2");
  assert.equal(data.actors.degree[3], 1);
  // Merged with the other end it says nothing; read by itself it is not said again; in no sentence it is nothing.
  assert.deepEqual(linesOf(correct(base, [add, one("merge", "d", "c")]).data).filter((line) => line.startsWith("c c")), []);
  assert.deepEqual(correct(base, [one("add", "b", "a", { relation: "support", evidence: "doc:1" }), one("add", "a", "a", { relation: "aid", evidence: "doc:1" }), one("add", "a", "b", { relation: "aid", evidence: "doc:9" })]).idle, [true, true, true]);
});

test("a single mention takes its relations and its company along", () => {
  // Bo in the second sentence (r1, r2, r3 and the second mention together of Ada and Bo) is Dee.
  const { data, idle } = correct(base, [one("relink", "doc:32-34", "d"), one("relink", "doc:1-2", "d")]);
  assert.deepEqual(idle, [false, true]);
  assert.deepEqual(linesOf(data), ["a b 0 -1 1", "a b 2 0 1", "a d 0 -1 1", "a d 2 0 1", "c a 0 1 0", "c d 2 0 1", "d a 0 1 1"]);
  assert.deepEqual([...data.actors.mentions], [3, 1, 1, 2]);
  const nobody = correct(base, [one("relink", "doc:32-34", "none")]).data;
  assert.deepEqual(linesOf(nobody), ["a b 0 -1 1", "a b 2 0 1", "c a 0 1 0", "c d 2 0 1"]);
  assert.deepEqual(linesOf(correct(base, [one("relink", "doc:32-34", "d"), one("relink", "doc:32-34", "b")]).data), linesOf(base));
});

test("an actor whose only mention goes is gone", () => {
  const { data } = correct(base, [one("relink", "doc:20-22", "b"), one("relink", "doc:32-34", "a")]);
  assert.equal(data.actors.mentions[1], 1);
  const gone = correct(base, [one("relink", "doc:20-22", "a"), one("relink", "doc:32-34", "a")]).data;
  assert.equal(gone.actors.gone[1], 1);
  assert.equal(gone.actors.live, 3);
});

test("country and role are set, and taken away for good", () => {
  const { data } = correct(base, [one("country", "a", "KEN"), one("role", "a", "GOV"), one("role", "a", "none"), one("role", "b", "MIL"), one("merge", "b", "a")]);
  const word = (/** @type {any} */ { words, codes }) => words[codes[0]];
  assert.deepEqual([word(data.actors.country), word(data.actors.role)], ["KEN", ""]); // none was said, and Bo lends none
});

test("who is different is not merged below, and not asked of", () => {
  const different = one("different", "c", "b");
  assert.deepEqual(correct(base, [different, one("merge", "b", "c"), one("merge", "b", "a"), one("merge", "c", "a")]).idle, [false, true, false, true]);
  assert.equal(correct(base, [different]).data, base);
  const asked = (/** @type {any[]} */ list) => openPairs(base, correct(base, list).data, list).map(({ one: a, other: b }) => `${a} ${b}`);
  assert.deepEqual(asked([]), ["1 2", "3 2"]);
  assert.deepEqual(asked([different]), ["3 2"]);
  assert.deepEqual(asked([one("merge", "b", "c")]), ["3 2"]);
  assert.deepEqual(asked([one("ignore", "d")]), ["1 2"]);
  assert.deepEqual(asked([one("merge", "b", "d")]), ["3 2"]); // both pairs ask the same by now
});

test("what may be wrong is asked of until it is answered or gone", () => {
  const asked = (/** @type {any[]} */ list) => {
    const { data } = correct(base, list);
    return openDoubts(base, data, list).map(({ row, reasons }) => `${data.rows.id(row)} ${reasons.join()}`);
  };
  assert.deepEqual(asked([]), ["r3 unsure,alone", "r0 contested"]);
  assert.deepEqual(asked([one("confirm", "r3")]), ["r0 contested"]);
  assert.deepEqual(asked([one("drop", "r0")]), ["r3 unsure,alone"]);
  assert.deepEqual(asked([one("drop", "r0"), one("reclass", "r3", "aid")]), []);
});

test("the later of two answers stays, and the file has what it needs", () => {
  const list = (/** @type {any[]} */ ...all) => all.reduce(amended, EMPTY).list.map((/** @type {any} */ { action, object }) => `${action} ${object}`.trim());
  assert.deepEqual(list(one("merge", "a", "b"), one("different", "b", "a")), ["different a"]);
  assert.deepEqual(list(one("drop", "r1"), one("confirm", "r1")), ["confirm"]);
  assert.deepEqual(list(one("country", "a", "KEN"), one("role", "a", "GOV"), one("country", "a", "none")), ["role GOV", "country none"]);
  const add = one("add", "a", "b", { relation: "aid", evidence: "doc:1" });
  assert.deepEqual(list(add, one("add", "a", "b", { relation: "aid", evidence: "doc:2" })), ["add b", "add b"]);
  assert.equal(toFile([add, one("drop", "r1")]), "\ufeffaction,subject,object,relation,evidence\r\nadd,a,b,aid,doc:1\r\ndrop,r1,,,\r\n");
});
