import assert from "node:assert/strict";
import test from "node:test";

import { radiusAt, resize, strokeOf } from "../../graphbuild/views/assets/canvas/sizes.js";
import { small } from "./small.js";

test("a node is never smaller on the screen than can be seen, on narrow canvases than can be touched", () => {
  for (const scale of [0.05, 0.2, 0.5, 1, 3]) {
    assert.ok(radiusAt(6, scale, false) * scale >= 3.5);
    assert.ok(radiusAt(6, scale, true) * scale >= 5);
    assert.ok(radiusAt(26, scale, true) > radiusAt(12, scale, true));
  }
  assert.equal(radiusAt(20, 1, false), 20);
  assert.ok(radiusAt(20, 0.5, false) > 20 && radiusAt(20, 0.5, false) < 40); // neither as large as before nor as small as the drawing
  const most = (/** @type {number} */ scale) => radiusAt(26, scale, false) / radiusAt(26 * Math.sqrt(17 / 258), scale, false);
  for (const scale of [0.5, 1, 2]) assert.ok(most(scale) > 3.5); // by area
});

test("lines widen with their sentences up to a limit, what is only mentioned together stays thinnest, dashes go along", () => {
  const widths = [1, 2, 8, 30, 300, 10000].map((weight) => strokeOf("verb", weight).width);
  assert.deepEqual(widths, [...widths].sort((a, b) => a - b));
  assert.equal(widths.at(-1), 6);
  assert.ok(strokeOf("cooccurrence", 10000).width < widths[0]);
  assert.equal(strokeOf("verb", 5).dashes, false);
  for (const [kind, weight] of /** @type {[string, number][]} */ ([["affiliation", 1], ["affiliation", 9], ["cooccurrence", 4], ["verb", 0]])) {
    const { width, dashes } = strokeOf(kind, weight);
    assert.ok(dashes && dashes[1] > 2 * width);
  }
});

test("at every scale lines and heads have their size on the screen, and no head is larger than its node", () => {
  const data = small();
  const drawn = { actors: [0, 1, 2, 3], lines: [0, 1, 3], among: 5, of: { actors: 4, lines: 5 } };
  const weights = Uint32Array.from([500, 1, 0, 7, 0]);
  class Edge {
    options = { width: 1, dashes: false, arrows: { to: { enabled: true, type: "arrow", scaleFactor: 1 } } };
    drawArrows() { heads.push(15 * this.options.arrows.to.scaleFactor + 3 * this.options.width); }
    body = { view };
  }
  const view = { scale: 1 };
  /** @type {number[]} */
  let heads = [];
  const nodes = drawn.actors.map(() => ({ options: { size: 0 }, needsRefresh() {} }));
  const edges = data.lines.rows.length ? Array.from({ length: 5 }, () => new Edge()) : [];
  for (const scale of [0.1, 0.4, 1]) {
    view.scale = scale;
    resize({ body: { nodes, edges } }, data, drawn, { weight: weights, degree: [], radius: data.actors.radius }, scale, false);
    assert.ok(Math.abs(edges[0].options.width * scale - strokeOf("verb", 500).width) < 1e-9);
    heads = [];
    const before = edges[0].options.width;
    edges[0].drawArrows();
    edges[1].drawArrows();
    assert.equal(edges[0].options.width, before);
    heads.forEach((head, at) => assert.ok(head * scale <= 2 * nodes[at === 0 ? 1 : 0].options.size * scale && head * scale >= 5.9));
  }
});
