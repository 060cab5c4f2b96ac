import assert from "node:assert/strict";
import test from "node:test";

import { firstFilters, noFilters } from "../../graphbuild/views/assets/data/filters.js";
import { TONES, passing } from "../../graphbuild/views/assets/data/passing.js";
import { fromHash, toHash } from "../../graphbuild/views/assets/state/address.js";
import { pathsBetween, shortestPath, strongestPath } from "../../graphbuild/views/assets/data/paths.js";
import { initialState, toggle, withOnly } from "../../graphbuild/views/assets/state/store.js";
import { shownRows, toCsv, toGraphml } from "../../graphbuild/views/assets/takeaway/tables.js";
import { bars, heights } from "../../graphbuild/views/assets/panels/timeline.js";
import { citation } from "../../graphbuild/views/assets/panels/relations.js";
import { small } from "./small.js";

const data = small();
const passed = passing(data, noFilters());

/** A ring of six actors with weights 9 9 9 9 1 1: the long way round is the strong one. */
function ring() {
  const source = [0, 1, 2, 3, 4, 5];
  const target = [1, 2, 3, 4, 5, 0];
  const weight = [9, 9, 9, 9, 1, 1];
  const linesOf = (/** @type {number} */ actor) => source.flatMap((one, at) => (one === actor || target[at] === actor ? [at] : []));
  const ring = /** @type {any} */ ({ actors: { size: 7 }, lines: { source, target }, linesOf });
  return { ring, passed: /** @type {any} */ ({ lineOk: [1, 1, 1, 1, 1, 1], weight }) };
}

test("the shortest path has the fewest links, the strongest the most sentences", () => {
  const { ring: graph, passed } = ring();
  assert.deepEqual(shortestPath(graph, passed, 0, 4), { actors: [0, 5, 4], lines: [5, 4] });
  assert.deepEqual(strongestPath(graph, passed, 0, 4), { actors: [0, 1, 2, 3, 4], lines: [0, 1, 2, 3] });
  assert.deepEqual(shortestPath(graph, passed, 2, 2), { actors: [2], lines: [] });
  assert.equal(shortestPath(graph, passed, 0, 6), null);
});

test("a path takes only lines that pass", () => {
  const { ring: graph, passed } = ring();
  assert.deepEqual(shortestPath(graph, { ...passed, lineOk: [1, 1, 1, 1, 0, 1] }, 0, 4)?.actors, [0, 1, 2, 3, 4]);
});

test("a path goes through what is stated, through mentions together only where nothing else leads there", () => {
  const { ring: graph, passed } = ring();
  const mentioned = (/** @type {number[]} */ ...lines) => ({ ...graph, together: 2, lines: { ...graph.lines, kind: [0, 1, 2, 3, 4, 5].map((line) => (lines.includes(line) ? 2 : 0)) } });
  const between = (/** @type {number[]} */ ...lines) => pathsBetween(mentioned(...lines), { ...passed, lineOk: Uint8Array.from(passed.lineOk) }, 0, 4);
  assert.deepEqual(between().fewest?.actors, [0, 5, 4]);
  assert.deepEqual(between(5).fewest?.actors, [0, 1, 2, 3, 4]); // four that are stated before two with a mention
  assert.equal(between(5).stated, true);
  assert.deepEqual(between(2, 5).fewest?.actors, [0, 5, 4]);
  assert.equal(between(2, 5).stated, false);
});

test("random graphs: as short as breadth first", () => {
  let seed = 7;
  const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
  for (let round = 0; round < 30; round++) {
    const size = 12;
    const source = Array.from({ length: 16 }, () => Math.floor(random() * size));
    const target = Array.from({ length: 16 }, () => Math.floor(random() * size));
    const linesOf = (/** @type {number} */ actor) => source.flatMap((one, at) => (one === actor || target[at] === actor ? [at] : []));
    const graph = /** @type {any} */ ({ actors: { size }, lines: { source, target }, linesOf });
    const all = /** @type {any} */ ({ lineOk: source.map(() => 1), weight: source.map(() => 1 + Math.floor(random() * 5)) });
    const far = [0];
    const distance = new Map([[0, 0]]);
    for (const actor of far) {
      for (const line of linesOf(actor)) {
        for (const other of [source[line], target[line]]) {
          if (distance.has(other)) continue;
          distance.set(other, (distance.get(actor) ?? 0) + 1);
          far.push(other);
        }
      }
    }
    for (let to = 0; to < size; to++) assert.equal(shortestPath(graph, all, 0, to)?.lines.length, distance.get(to));
  }
});

test("the address holds what differs and gives it back", () => {
  const start = initialState(4, firstFilters(data));
  assert.equal(toHash(start, data, 4), "");
  const filters = { ...withOnly(toggle(noFilters(), "statuses", "negated"), "types", ["person", "group"]), minimum: 3, confidence: 65, days: /** @type {[number, number]} */ ([5, 9]) };
  const state = { ...start, view: /** @type {const} */ ("table"), filters, hidden: [2], added: [3], ego: { actor: 1, depth: 2 }, selected: { pair: 0, line: 1 }, limit: 9 };
  const back = fromHash(`#${toHash(state, data, 4)}`, data, start);
  assert.deepEqual({ ...start, ...back }, state);
  for (const selected of [{ actor: 1 }, { from: 0, to: 3 }, { pair: 1, line: null }]) {
    assert.deepEqual(fromHash(toHash({ ...start, selected }, data, 4), data, start).selected, selected);
  }
  const none = { ...start, filters: withOnly(noFilters(), "kinds", []) };
  assert.deepEqual(fromHash(toHash(none, data, 4), data, start).filters, none.filters);
});

test("what is shown as rows, CSV and GraphML", () => {
  const shown = shownRows(data, passed, { actors: [0, 1], lines: [0, 1] });
  assert.deepEqual(shown.links.map(({ source, target, relations, weight, tone }) => [source, target, relations, weight, tone]), [
    ["a", "b", "accuse | attack", 2, "conflict"], ["b", "a", "support", 1, "cooperation"],
  ]);
  assert.equal(toCsv([{ a: 'say "x", y', b: 1 }]), '\ufeffa,b\r\n"say ""x"", y",1\r\n');
  const graphml = toGraphml({ actors: [{ ...shown.actors[0], name: '<A & "b">\u0001' }, shown.actors[1]], links: shown.links });
  assert.ok(graphml.includes("&lt;A &amp; &quot;b&quot;&gt;</data>"));
  assert.equal(graphml.match(/<edge /g)?.length, 2);
});

test("bars cover every day once, in few bars", () => {
  for (const days of /** @type {[number, number][]} */ ([[0, 3], [100, 189], [18688, 18758], [0, 700], [0, 9000], [-30000, 20000]])) {
    const starts = bars(days);
    assert.ok(starts.length - 1 <= 90, String(days));
    assert.ok(starts[0] <= days[0] && starts[starts.length - 1] > days[1]);
    assert.ok(starts.every((start, at) => at === 0 || start > starts[at - 1]));
    const perDay = new Uint32Array(TONES * (days[1] - days[0] + 1)).fill(1);
    const sum = heights(starts, days, perDay).flat().reduce((a, b) => a + b, 0);
    assert.equal(sum, perDay.length);
  }
});

test("a citation names its source and only web addresses", () => {
  const paper = { title: "T", outlet: "O", date: "2021-01-01", url: "https://a.example/" };
  assert.equal(citation("“X did Y.”", paper), "“X did Y.” (“T”, O, 2021-01-01, https://a.example/)");
  assert.equal(citation("X", { ...paper, title: "", outlet: "", url: "javascript:1" }), "“X” (2021-01-01)");
});
