/** Where the view goes, so that what it is about lies in the free part of the canvas. */

/**
 * @typedef {import("./placement.js").Point} Point
 * @typedef {{ left: number, right: number, top: number, bottom: number }} Box
 * @typedef {{ wide: number, high: number }} Room
 */

const CLOSEST = 1.35;
const STRETCH = 2;

/**
 * The part of the canvas that nothing lies over, with room for names at its edges.
 * @param {Room} room
 * @param {Box[]} covers what lies over the canvas, at its top or at its bottom
 * @returns {Box}
 */
export function freeBox({ wide, high }, covers) {
  const side = Math.min(Math.max(0.09 * wide, 26), 65);
  const edge = Math.min(0.05 * high, 26);
  const box = { left: side, right: wide - side, top: edge, bottom: high - edge - 14 }; // names stand below
  for (const { top, bottom } of covers) {
    if (bottom <= 0 || top >= high || bottom <= top) continue;
    if (top + bottom < high) box.top = Math.max(box.top, bottom + 20);
    else box.bottom = Math.min(box.bottom, top - 26);
  }
  return box.bottom - box.top >= 80 ? box : { ...box, top: edge, bottom: high - edge };
}

/**
 * Width and height of a box, however small the window is.
 * @param {Box} box
 * @returns {Point}
 */
export function extentOf({ left, right, top, bottom }) {
  return { x: Math.max(right - left, 80), y: Math.max(bottom - top, 80) };
}

/**
 * The view that has the points in the box.
 * @param {Point[]} points
 * @param {Room} room
 * @param {Box} box
 * @returns {{ position?: Point, scale: number }}
 */
export function viewOfPoints(points, room, box) {
  if (!points.length) return { scale: 1 };
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const extent = extentOf(box);
  const scale = Math.min(extent.x / Math.max(right - left, 1), extent.y / Math.max(bottom - top, 1), CLOSEST);
  return { position: positionFor({ x: (left + right) / 2, y: (top + bottom) / 2 }, scale, room, box), scale };
}

/**
 * Where the middle of the canvas is when a point is in the middle of the box.
 * @param {Point} point
 * @param {number} scale
 * @param {Room} room
 * @param {Box} box
 * @returns {Point}
 */
export function positionFor({ x, y }, scale, { wide, high }, box) {
  return { x: x + (wide - box.left - box.right) / 2 / scale, y: y + (high - box.top - box.bottom) / 2 / scale };
}

/**
 * The positions in whole numbers, as vis-network takes them, drawn out so that those that are shown have the shape of the window.
 * @param {{ id: number, x: number, y: number }[]} nodes
 * @param {number[]} shown
 * @param {Point} extent of the window
 * @returns {Map<number, Point>}
 */
export function stretched(nodes, shown, extent) {
  const some = new Set(shown);
  const seen = nodes.filter(({ id }) => some.has(id));
  const span = (/** @type {number[]} */ values) => Math.max(...values) - Math.min(...values) || 1;
  const ratio = seen.length ? extent.x / extent.y / (span(seen.map(({ x }) => x)) / span(seen.map(({ y }) => y))) : 1;
  const wider = Math.min(Math.max(ratio, 1), STRETCH);
  const higher = Math.min(Math.max(1 / ratio, 1), STRETCH);
  return new Map(nodes.map(({ id, x, y }) => [id, { x: Math.round(x * wider), y: Math.round(y * higher) }]));
}
