import assert from "node:assert/strict";
import test from "node:test";

import { nearest } from "../../graphbuild/views/assets/canvas/keyboard.js";

test("an arrow key goes to the nearest actor on its side, straight ahead before aslant", () => {
  const all = [{ id: 7, x: 0, y: 0 }, { id: 1, x: 100, y: 0 }, { id: 2, x: 60, y: 50 }, { id: 3, x: -10, y: 0 }, { id: 4, x: 5, y: 90 }];
  assert.equal(nearest(all, all[0], [1, 0]), 1); // not 2, which is nearer but aslant
  assert.equal(nearest(all, all[0], [-1, 0]), 3);
  assert.equal(nearest(all, all[0], [0, 1]), 4);
  assert.equal(nearest(all, all[0], [0, -1]), null);
  assert.equal(nearest(all.slice(0, 1), all[0], [1, 0]), null);
});
