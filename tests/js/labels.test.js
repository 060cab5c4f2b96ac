import assert from "node:assert/strict";
import test from "node:test";

import { placeLabels } from "../../graphbuild/views/assets/canvas/labels.js";
import { targetAt } from "../../graphbuild/views/assets/canvas/pointing.js";

const FRAME = { left: -300, right: 300, top: -300, bottom: 300 };
const widthOf = (/** @type {string} */ text) => 7 * text.length;
const actor = (/** @type {number} */ id, /** @type {string} */ name, x = 0, y = 0) => ({ id, name, x, y, radius: 6, longest: 26, bold: false, faded: false, must: false });
const box = (/** @type {import("../../graphbuild/views/assets/canvas/labels.js").Placed} */ { x, y, half }) => ({ left: x - half, right: x + half, top: y - 7, bottom: y + 7 });
const meet = (/** @type {ReturnType<typeof box>} */ a, /** @type {ReturnType<typeof box>} */ b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

test("a name stands once, at the most linked of those who have it", () => {
  const placed = placeLabels([actor(4, "camp"), actor(2, "camp", 100), actor(3, "Mali", -100)], 1, widthOf, FRAME, []);
  assert.deepEqual(placed.map(({ id }) => id), [4, 3]);
  const asked = placeLabels([actor(4, "camp"), { ...actor(2, "camp", 100), must: true }], 1, widthOf, FRAME, []);
  assert.equal(asked.length, 2);
});

test("no name is where it could not be read, and none on another", () => {
  const crowd = Array.from({ length: 30 }, (_, at) => actor(at, `Name ${at}`, (at % 6) * 60 - 150, Math.floor(at / 6) * 40 - 80));
  const covers = [{ left: -300, right: 300, top: -300, bottom: -95 }];
  const placed = placeLabels(crowd, 1, widthOf, FRAME, covers).map(box);
  assert.ok(placed.length > 20);
  placed.forEach((one, at) => {
    assert.ok(one.top >= -95.5);
    for (const other of placed.slice(0, at)) assert.ok(!meet(one, other));
  });
});

test("between neighbours on all four sides a name finds a place aside", () => {
  const [most, ...others] = [actor(0, "Rapid"), actor(1, "B", 0, 16), actor(2, "C", 0, -16), actor(3, "D", 30), actor(4, "E", -30)];
  const [first] = placeLabels([most, ...others], 1, widthOf, FRAME, []);
  assert.equal(first.id, 0);
  for (const { x, y, radius } of others) assert.ok(!meet(box(first), { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius }));
});

test("a name is its actor, then comes the nearest actor in reach, then a line", () => {
  const nodes = { 0: { x: 0, y: 0, options: { size: 5 } }, 1: { x: 18, y: 0, options: { size: 5 } } };
  const network = { body: { nodes }, getScale: () => 1, DOMtoCanvas: (/** @type {any} */ at) => at, getEdgeAt: () => 7 };
  const labels = [{ id: 1, left: -20, right: 20, top: 8, bottom: 20 }];
  const at = (/** @type {number} */ x, /** @type {number} */ y, touch = false) => targetAt(network, [0, 1], labels, { x, y }, touch);
  assert.deepEqual(at(0, 12), { actor: 1 });
  assert.deepEqual(at(0, 0), { actor: 0 });
  assert.deepEqual(at(10, 0), { actor: 1 });
  assert.deepEqual(at(0, -10), { actor: 0 });
  assert.deepEqual(at(0, -12), { line: 7 });
  assert.deepEqual(at(0, -21, true), { actor: 0 });
  assert.deepEqual(at(0, -24, true), { line: 7 });
});
