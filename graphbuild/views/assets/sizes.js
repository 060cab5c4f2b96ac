/** How large nodes, lines and heads are on the screen: nodes never so small nor lines so thick that they hide what they tell. */

import { shapeOf } from "./theme.js";

/** @typedef {import("./views.js").Scene} Scene */

const FLOOR = { narrow: 5, wide: 3.5 }; // pixels, for the smallest radius
const SMALLEST = 6;
const KEEPS = 0.35; // how much of the differences in size stays when the floor holds

/**
 * The radius of a node in the units of the drawing.
 * @param {number} radius
 * @param {number} scale
 * @param {boolean} narrow whether the canvas is
 */
export function radiusAt(radius, scale, narrow) {
  const floor = narrow ? FLOOR.narrow : FLOOR.wide;
  return Math.max(radius, (floor * Math.max(radius / SMALLEST, 1) ** KEEPS) / scale);
}

/**
 * Give all that is drawn its size at this scale.
 * @param {any} network of vis-network
 * @param {Scene} scene
 * @param {import("./drawn.js").Drawn} drawn
 * @param {number} scale
 * @param {boolean} narrow
 */
export function resize({ body: { nodes } }, { actors }, { actors: some }, scale, narrow) {
  for (const actor of some) {
    const node = nodes[actor];
    const size = radiusAt(actors.radius[actor], scale, narrow) * shapeOf(actors.type.words[actors.type.codes[actor]])[1];
    if (!node || node.options.size === size) continue;
    node.options.size = size;
    node.needsRefresh();
  }
}
