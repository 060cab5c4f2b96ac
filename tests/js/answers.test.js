import assert from "node:assert/strict";
import { test } from "node:test";

import { firstFilters, noFilters } from "../../graphbuild/views/assets/data/filters.js";
import { createSieve } from "../../graphbuild/views/assets/data/passing.js";
import { createIdle } from "../../graphbuild/views/assets/lib/idle.js";
import { createDeferred } from "../../graphbuild/views/assets/lib/deferred.js";
import { highlighted } from "../../graphbuild/views/assets/canvas/highlight.js";
import { bendsOf, edgeStyle } from "../../graphbuild/views/assets/canvas/styles.js";
import { strongestPath } from "../../graphbuild/views/assets/data/paths.js";
import { ordered } from "../../graphbuild/views/assets/panels/table.js";
import { small } from "./small.js";

const data = small();

/** @param {(frames: (() => void)[]) => Promise<void> | void} act with the frames that are asked for */
async function withFrames(act) {
  /** @type {(() => void)[]} */
  const frames = [];
  Object.assign(globalThis, { requestAnimationFrame: (/** @type {() => void} */ frame) => frames.push(frame) });
  try {
    await act(frames);
  } finally {
    Reflect.deleteProperty(globalThis, "requestAnimationFrame");
  }
}

test("what waits is done after the frame, in its order, the last of each name", () => withFrames(async (frames) => {
  const deferred = createDeferred(["draw", "view"]);
  /** @type {string[]} */
  const done = [];
  deferred.put("view", () => done.push("view"));
  deferred.put("draw", () => done.push("first"));
  deferred.put("draw", () => done.push("draw"));
  assert.equal(frames.length, 1);
  assert.deepEqual([done, deferred.busy()], [[], true]);
  frames[0]();
  assert.deepEqual(done, []);
  await new Promise((next) => setTimeout(next));
  assert.deepEqual([done, deferred.busy()], [["draw", "view"], false]);
}));

test("what waits can be done at once, and only once", () => withFrames(async (frames) => {
  const deferred = createDeferred(["draw"]);
  let done = 0;
  deferred.put("draw", () => done++);
  deferred.flush();
  frames[0]();
  await new Promise((next) => setTimeout(next));
  assert.equal(done, 1);
}));

test("pieces are made ready one by one, and begun again where something changes", async () => {
  /** @type {string[]} */
  const done = [];
  let round = 0;
  const idle = createIdle(() => {
    round++;
    const own = round;
    return [() => { done.push(`${own}a`); if (own === 1) idle.restart(); }, () => done.push(`${own}b`)];
  });
  idle.restart();
  while (done.at(-1) !== "2b") await new Promise((next) => setTimeout(next, 20));
  assert.deepEqual(done, ["1a", "2a", "2b"]);
});

test("a reset comes back to what passed before", () => {
  const sieve = createSieve(data);
  const all = sieve(firstFilters(data));
  const fewer = sieve({ ...noFilters(), minimum: 2 });
  assert.notEqual(fewer.lines, all.lines);
  assert.equal(sieve(firstFilters(data)), all);
  const again = sieve({ ...noFilters(), minimum: 2 });
  assert.deepEqual(again.lineOk, fewer.lineOk);
  const types = { ...noFilters(), types: { off: ["group"], only: null } };
  assert.deepEqual(sieve(types).rowOk, createSieve(data)(types).rowOk);
});

test("rows in the order of a column: numbers in words by value, ties as they come, both ways", () => {
  const words = ["Unit 10", "unit 9", "Élan", "eland", "Unit 9"];
  const column = { key: "name", value: (/** @type {number} */ at) => words[at % 5] };
  const up = [2, 3, 1, 4, 0];
  assert.deepEqual(ordered([0, 1, 2, 3, 4], column, true), up);
  assert.deepEqual(ordered([0, 1, 2, 3, 4], { ...column, words }, true), up);
  assert.deepEqual(ordered([0, 2, 5, 7], column, true), [2, 7, 0, 5]);
  assert.deepEqual(ordered([0, 2, 5, 7], column, false), [0, 5, 2, 7]);
  const numbers = [0.5, -2, 10, 0.5];
  assert.deepEqual(ordered([0, 1, 2, 3], { key: "polarity", value: (at) => numbers[at] }, false), [2, 0, 3, 1]);
});

test("random graphs: the strongest path costs what Floyd and Warshall find", () => {
  let seed = 11;
  const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
  for (let round = 0; round < 10; round++) {
    const size = 30;
    const source = Array.from({ length: 60 }, () => Math.floor(random() * size));
    const target = Array.from({ length: 60 }, () => Math.floor(random() * size));
    const weight = source.map(() => 1 + Math.floor(random() * 9));
    const linesOf = (/** @type {number} */ actor) => source.flatMap((one, at) => (one === actor || target[at] === actor ? [at] : []));
    const graph = /** @type {any} */ ({ actors: { size }, lines: { source, target }, linesOf });
    const far = Array.from({ length: size }, (_, a) => Array.from({ length: size }, (__, b) => (a === b ? 0 : Infinity)));
    source.forEach((one, at) => {
      const cost = Math.min(far[one][target[at]], 1 / weight[at]);
      far[one][target[at]] = far[target[at]][one] = cost;
    });
    for (let via = 0; via < size; via++) for (let a = 0; a < size; a++) for (let b = 0; b < size; b++) far[a][b] = Math.min(far[a][b], far[a][via] + far[via][b]);
    for (let to = 0; to < size; to++) {
      const path = strongestPath(graph, /** @type {any} */ ({ lineOk: source.map(() => 1), weight }), 0, to);
      const cost = path ? path.lines.reduce((sum, line) => sum + 1 / weight[line], 0) : Infinity;
      assert.ok(cost === far[0][to] || Math.abs(cost - far[0][to]) < 1e-9, `${cost} ${far[0][to]}`);
    }
  }
});

test("in the light stands what is selected, with the lines that are drawn", () => {
  assert.equal(highlighted(data, [0, 1], null, []), null);
  assert.deepEqual(highlighted(data, [0, 1, 3], { actor: 0 }, []), { marked: 0, lines: [0, 1], actors: new Set([0, 1]) });
  assert.deepEqual(highlighted(data, [0, 1, 3], { pair: 0, line: 1 }, []), { marked: null, lines: [1], actors: new Set([1, 0]) });
  assert.deepEqual(highlighted(data, [0, 3], { actors: [2, 3] }, [])?.lines, [3]);
  assert.deepEqual(highlighted(data, [1], { from: 0, to: 1 }, [{ actors: [0, 1], lines: [0] }]), { marked: null, lines: [], actors: new Set([0, 1]) });
});

test("lines between the same two lie side by side, denied ones end in a bar", () => {
  const bends = bendsOf(data, [0, 1, 2, 3]);
  assert.equal(bends.get(3), 0);
  assert.equal(new Set([0, 2].map((line) => bends.get(line))).size, 2);
  const manner = { theme: /** @type {any} */ ({}), weights: data.lines.weight, clarity: 0.8 };
  assert.deepEqual(/** @type {any} */ (edgeStyle(data, 4, 0, manner)).arrows.to.type, "bar");
  assert.equal(edgeStyle(data, 3, 0, manner).arrows.to.enabled, false);
  const theme = /** @type {any} */ ({ conflict: "#c00000", cooperation: "#0000c0", neutral: "#808080" });
  const toned = (/** @type {number} */ polarity) => edgeStyle({ ...data, polarity: Float64Array.from([polarity]) }, 0, 0, { ...manner, theme }).color.color;
  assert.deepEqual([-1, -0.5, 0, 0.5].map(toned), ["#c00000", "#c00000", "#808080", "#0000c0"]);
  assert.equal(toned(0.06), "#717188"); // next to neither, not full blue
});
