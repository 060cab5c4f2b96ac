import assert from "node:assert/strict";
import test from "node:test";

import { around, drawn, mostLines, ranked } from "../../graphbuild/views/assets/data/drawn.js";
import { GROUPS, choices, firstFilters, isFiltered, noFilters } from "../../graphbuild/views/assets/data/filters.js";
import { createSieve, passing } from "../../graphbuild/views/assets/data/passing.js";
import { toggle, withOnly } from "../../graphbuild/views/assets/state/store.js";
import { small } from "./small.js";

const data = small();
const without = (/** @type {import("../../graphbuild/views/assets/data/filters.js").Group} */ group, /** @type {string[]} */ off) => ({ ...noFilters(), [group]: { off, only: null } });
const ok = (/** @type {Uint8Array} */ flags) => [...flags].flatMap((flag, at) => (flag ? [at] : []));
const view = { limit: 10, added: [], hidden: [] };

test("without filters denials and echoes of stated relations are left out", () => {
  const passed = passing(data, noFilters());
  assert.deepEqual(ok(passed.lineOk), [0, 1, 3]);
  assert.deepEqual([...passed.weight], [2, 1, 0, 1, 0]); // of what passes alone
  assert.deepEqual([passed.relations, passed.sentences, passed.documents], [5, 3, 1]);
  assert.equal(passed.lines, 3);
  assert.equal(passed.actors, 4);
});

test("what is only mentioned together waits where anything is stated, and is counted", () => {
  const first = firstFilters(data);
  const passed = passing(data, first);
  assert.deepEqual(ok(passed.lineOk), [0, 1]);
  assert.equal(passed.apart, 1); // Cy and Dee; between Ada and Bo more is said
  assert.equal(passed.actors, 2); // of whom something is stated
  assert.deepEqual(Object.fromEntries(passed.counts.signs), { "-1": 3, "0": 0, "1": 1 });
  assert.equal(passing(data, { ...first, minimum: 2 }).apart, 0);
  assert.equal(isFiltered(first, data), false);
  assert.equal(isFiltered(noFilters(), data), true);
  assert.deepEqual(firstFilters({ stated: false }), noFilters());
  assert.equal(passing(data, toggle(first, "kinds", "cooccurrence")).apart, 0);
});

test("a sentence counts once for a line, whatever it says", () => {
  const passed = passing(data, without("statuses", ["negated", "possible"]));
  assert.equal(passed.weight[0], 2); // attack in one sentence, accuse in the other
  assert.equal(passing(data, without("relations", ["attack"])).weight[0], 1);
});

test("where nothing is stated any more the co-occurrence shows", () => {
  const passed = passing(data, without("kinds", ["verb"]));
  assert.deepEqual(ok(passed.lineOk), [2, 3]);
});

test("denials can be asked for and add no weight", () => {
  const passed = passing(data, toggle(noFilters(), "statuses", "negated"));
  assert.deepEqual(ok(passed.lineOk), [0, 1, 3, 4]);
  assert.equal(passed.weight[4], 0);
});

test("tones and time count what passes, mentions together apart from what has no tone", () => {
  const sum = (/** @type {import("../../graphbuild/views/assets/data/passing.js").Passing} */ { perDay }) => perDay.reduce((all, one) => all + one, 0);
  const all = passing(data, noFilters());
  assert.equal(sum(all), all.relations);
  assert.deepEqual([...all.perDay], [3, 0, 1, 1]);
  assert.deepEqual(Object.fromEntries(all.counts.signs), { "-1": 3, "0": 1, "1": 1 });
  assert.deepEqual([...passing(data, firstFilters(data)).perDay], [3, 0, 1, 0]);
});

test("a choice is counted as the other groups leave it, its own group aside", () => {
  const filters = withOnly(noFilters(), "signs", ["-1"]);
  const { counts } = passing(data, filters);
  assert.deepEqual(Object.fromEntries(counts.signs), { "-1": 3, "0": 1, "1": 1 });
  assert.deepEqual(Object.fromEntries(counts.relations), { attack: 2, accuse: 1, support: 0, "": 0, aid: 0 });
  assert.deepEqual(Object.fromEntries(counts.types), { person: 1, group: 1, place: 0 });
});

test("an actor's type takes its lines along", () => {
  const passed = passing(data, without("types", ["place"]));
  assert.deepEqual(ok(passed.lineOk), [0, 1]);
  assert.deepEqual(ok(passed.actorOk), [0, 1]); // Cy is left with nothing stated
  const unsaid = passing({ ...data, lines: { ...data.lines, size: 0, rows: new Uint32Array(1) } }, without("types", ["place"]));
  assert.deepEqual(ok(unsaid.actorOk), [0, 1, 2]); // where no line passes, who is named does
  assert.deepEqual(Object.fromEntries(unsaid.counts.types), { person: 1, group: 2, place: 1 });
});

test("the smallest number of sentences is a line's", () => {
  assert.deepEqual(ok(passing(data, { ...noFilters(), minimum: 2 }).lineOk), [0]);
});

test("stated relations rank before co-occurrences", () => {
  const passed = passing(data, noFilters());
  assert.deepEqual([...ranked(data, passed)], [0, 1, 3]);
  const often = Uint32Array.from([2, 1, 9, 9, 0]);
  assert.deepEqual([...ranked(data, { ...passed, weight: often })], [0, 1, 3]);
});

test("the strongest actors are drawn, hidden ones never, those asked for always", () => {
  const passed = passing(data, noFilters());
  assert.deepEqual(drawn(data, passed, { ...view, limit: 2 }), { actors: [0, 1], lines: [0, 1], among: 2, of: { actors: 4, lines: 3 } });
  assert.deepEqual(drawn(data, passed, { ...view, limit: 2, added: [3] }).actors, [0, 1, 2, 3]); // with whom it has its line
  assert.deepEqual(drawn(data, passed, { ...view, hidden: [0] }), { actors: [2, 3], lines: [3], among: 1, of: { actors: 2, lines: 1 } });
  const first = passing(data, firstFilters(data));
  const asked = { ...view, added: [3] };
  assert.deepEqual(drawn(data, first, asked).actors, [0, 1]); // does not pass
  assert.deepEqual(drawn(data, first, { ...asked, selected: { actor: 3 } }).actors, [0, 1, 3]);
  assert.deepEqual(drawn(data, first, { ...asked, pinned: [3] }).actors, [0, 1, 3]);
});

test("actors rank by what is stated, those last that have no name and do not recur", () => {
  const all = noFilters();
  const often = { ...passing(data, all), weight: Uint32Array.from([1, 1, 0, 9, 0]) };
  assert.deepEqual(drawn(data, often, { ...view, limit: 2 }).actors, [0, 1]);
  assert.deepEqual(drawn(data, often, { ...view, limit: 3 }).actors, [0, 1]); // Cy and Dee are one too many
  assert.deepEqual(drawn(data, often, { ...view, limit: 4 }).actors, [0, 1, 2, 3]);
  const nameless = { ...data, actors: { ...data.actors, minor: Uint8Array.from([1, 0, 0, 0]) } };
  assert.deepEqual(drawn(nameless, often, { ...view, limit: 1 }).actors, [1]);
  assert.deepEqual(drawn(nameless, often, { ...view, limit: 2 }).actors, [0, 1]); // Bo has a name, and a line to nobody else
  assert.deepEqual(drawn(nameless, passing(data, firstFilters(data)), { ...view, limit: 2 }).actors, [0, 1]);
});

test("of many lines the strongest are drawn, with the strongest of each actor and all of who was asked for", () => {
  const size = 100; // lines between 0 and 1, ever weaker, then one from 2 to 0, weaker than all, and one from 2 to 1, weaker still
  const source = [...Array(size).fill(0), 2, 2];
  const target = [...Array(size).fill(1), 0, 1];
  const weight = Uint32Array.from(source, (_, line) => 200 - line);
  const lines = { size: size + 2, source, target, kind: source.map(() => 0), pair: source.map((_, line) => line) };
  const linesOf = (/** @type {number} */ actor) => source.flatMap((one, line) => (one === actor || target[line] === actor ? [line] : []));
  const many = /** @type {any} */ ({ ...data, lines, linesOf });
  const passed = /** @type {any} */ ({ weight, lines: size + 2, lineOk: weight.map(() => 1), actorOk: Uint8Array.from([1, 1, 1, 0]) });
  const all = Array.from(source, (_, line) => line);
  assert.deepEqual(drawn(many, passed, { ...view, limit: 3 }), { actors: [0, 1, 2], lines: [...all.slice(0, 90), size], among: size + 2, of: { actors: 3, lines: size + 2 } });
  assert.deepEqual(drawn(many, passed, { ...view, limit: 3, added: [2] }).lines, [...all.slice(0, 90), size, size + 1]);
  assert.deepEqual(drawn(many, passed, { ...view, limit: 3, dense: 2 }).lines, all);
  assert.deepEqual([mostLines(data.drawn, 5, 1), mostLines(data.drawn, 80, 1), mostLines(data.drawn, 80, 2), mostLines(data.drawn, 5000, 1)], [90, 240, 480, 700]);
});

test("around an actor only what is within so many links is drawn", () => {
  const passed = passing(data, noFilters());
  assert.deepEqual([...around(data, passed, 2, 1)].sort(), [2, 3]);
  assert.deepEqual(drawn(data, passed, { ...view, ego: { actor: 0, depth: 2 } }), { actors: [0, 1], lines: [0, 1], among: 2, of: { actors: 2, lines: 2 } });
  assert.deepEqual(drawn(data, passed, { ...view, limit: 1, ego: { actor: 3, depth: 1 } }).actors, [2, 3]);
});

test("what passes depends on the filters, not on those before", () => {
  const sieve = createSieve(data);
  let seed = 11;
  const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
  for (let round = 0; round < 200; round++) {
    const filters = noFilters();
    for (const group of GROUPS) {
      if (random() < 0.7) continue;
      const some = choices(data, group).filter(() => random() < 0.4);
      filters[group] = random() < 0.5 ? { off: some, only: null } : { off: [], only: some };
    }
    if (random() < 0.3) filters.minimum = 2;
    if (random() < 0.3) filters.days = [1, 5];
    assert.deepEqual(sieve(filters), passing(data, filters));
  }
});

test("many lines rank by sentences, then by place", () => {
  const size = 500;
  const weight = Uint32Array.from({ length: size }, (_, at) => (at * 7919) % 13);
  const kind = Uint8Array.from({ length: size }, (_, at) => (at % 3 === 0 ? 2 : 0));
  const lineOk = Uint8Array.from({ length: size }, (_, at) => (at % 5 === 0 ? 0 : 1));
  const graph = /** @type {any} */ ({ lines: { size, kind }, together: 2 });
  const strength = (/** @type {number} */ line) => weight[line] + (kind[line] === 2 ? 0 : 13);
  const expected = Array.from({ length: size }, (_, at) => at).filter((line) => lineOk[line]).sort((a, b) => strength(b) - strength(a) || a - b);
  assert.deepEqual([...ranked(graph, /** @type {any} */ ({ lineOk, weight, lines: expected.length }))], expected);
});
