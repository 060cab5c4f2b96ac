/** How large nodes, lines and heads are on the screen: nodes never so small nor lines so thick that they hide what they tell. */

import { TOGETHER } from "../data/words.js";
import { HEADS, shapeOf } from "../lib/theme.js";

const FLOOR = { narrow: 5, wide: 3.5 }; // pixels, for the smallest radius
export const SMALLEST = 4; // radius
const STEADY = 0.75; // 1: as large at every scale, 0: larger and smaller with it
export const WIDEST = { verb: 6, affiliation: 3, cooccurrence: 0.8 }; // pixels
const HEAD = { stroke: 1.6, least: 6, most: 9, bar: 0.7, circle: 0.65 };
const PART = { arrow: 15, width: 3 }; // vis-network's measure: so much for the scale of a head, so much for the width of its line

/**
 * The radius of a node in the units of the drawing.
 * @param {number} radius
 * @param {number} scale
 * @param {boolean} narrow whether the canvas is
 */
export function radiusAt(radius, scale, narrow) {
  const floor = narrow ? FLOOR.narrow : FLOOR.wide;
  const part = narrow ? 0.75 : 1;
  return Math.max(part * radius * scale ** (1 - STEADY), floor) / scale;
}

/**
 * The width of a line and its dashes, in pixels.
 * @param {string} kind
 * @param {number} weight sentences, 0 for what is only denied
 * @returns {{ width: number, dashes: number[] | false }}
 */
export function strokeOf(kind, weight) {
  const width = Math.min(1 + 0.55 * Math.log2(Math.max(weight, 1)), WIDEST[/** @type {keyof typeof WIDEST} */ (kind)]);
  const steps = weight === 0 ? [1.5, 3.5] : kind === TOGETHER ? [4, 5] : kind === "affiliation" ? [0.2, 2.2] : null;
  return { width, dashes: steps ? steps.map((step) => step * width) : false };
}

/**
 * Give all that is drawn its size at this scale.
 * @param {any} network of vis-network
 * @param {import("../data/grouping.js").Scene} scene
 * @param {import("../data/drawn.js").Drawn} drawn
 * @param {import("./canvas.js").Measures} measures
 * @param {number} scale
 * @param {boolean} narrow
 */
export function resize({ body: { nodes, edges } }, { actors, lines, kinds }, { actors: some, lines: drawn }, { weight, radius }, scale, narrow) {
  for (const actor of some) {
    const node = nodes[actor];
    const size = radiusAt(radius[actor], scale, narrow) * shapeOf(actors.type.words[actors.type.codes[actor]])[1];
    if (!node || node.options.size === size) continue;
    node.options.size = size;
    node.needsRefresh();
  }
  for (const line of drawn) {
    const edge = edges[line];
    if (!edge) continue;
    const { width, dashes } = strokeOf(kinds[lines.kind[line]], weight[line]);
    edge.options.width = width / scale;
    edge.options.dashes = dashes && dashes.map((step) => step / scale);
    const { to } = edge.options.arrows;
    if (!to.enabled) continue;
    const part = to.type === "bar" || to.type === "circle" ? HEAD[/** @type {"bar" | "circle"} */ (to.type)] : HEADS[lines.sign[line]].size;
    const room = 1.8 * radiusAt(radius[lines.target[line]], scale, narrow) * scale;
    const size = Math.max(part * Math.min(HEAD.most + width / 2, room), HEAD.least);
    to.scaleFactor = (size - PART.width * HEAD.stroke) / PART.arrow / scale;
    slimHeads(Object.getPrototypeOf(edge));
  }
}

/**
 * vis-network draws a head the larger the wider its line is. While it draws one, the line is as wide as the head's
 * own stroke.
 * @param {any} edges what all its edges have in common
 */
function slimHeads(edges) {
  if (edges.slim) return;
  const { drawArrows } = edges;
  edges.slim = true;
  edges.drawArrows = function draw(/** @type {CanvasRenderingContext2D} */ context) {
    const { width } = this.options;
    this.options.width = HEAD.stroke / this.body.view.scale;
    drawArrows.call(this, context);
    this.options.width = width;
  };
}
