/** Communities on the canvas: a soft shape around the members of each. */

/** @typedef {import("./placement.js").Point} Point */

export const WIDE = 46; // pixels around the members
export const CLEAR = 0.12;
const TURN = 137.5; // degrees from one hue to the next: neighbours in the list never look alike
const MOST = 9; // that are drawn

/**
 * The colour of the shape of a community, by its place in the list.
 * @param {number} at
 * @param {number} clear
 */
export function hueOf(at, clear) {
  return `hsl(${degrees(at)} 60% 50% / ${clear})`;
}

/**
 * The same as six hexadecimal digits, which every reader of pictures knows.
 * @param {number} at
 */
export function hexOf(at) {
  const part = (/** @type {number} */ n) => {
    const k = (n + degrees(at) / 30) % 12;
    return Math.round(255 * (0.5 - 0.3 * Math.max(-1, Math.min(k - 3, 9 - k, 1)))).toString(16).padStart(2, "0");
  };
  return `#${part(0)}${part(8)}${part(4)}`;
}

/** @param {number} at */
function degrees(at) {
  return Math.round(30 + at * TURN) % 360;
}

/**
 * The corners of each community that is drawn, none for one that is not.
 * @param {any} network of vis-network
 * @param {number[][]} communities
 * @returns {Point[][]}
 */
export function hullsOf(network, communities) {
  return communities.slice(0, MOST).map((members) => hullOf(members.map((actor) => network.body.nodes[actor]).filter(Boolean).map(({ x, y }) => ({ x, y }))));
}

/**
 * The corners of the smallest shape without a dent that has all points in it (Andrew, doi:10.1016/0020-0190(79)90072-3).
 * @param {Point[]} points
 * @returns {Point[]}
 */
export function hullOf(points) {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  const turns = (/** @type {Point} */ a, /** @type {Point} */ b, /** @type {Point} */ c) => (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
  const half = (/** @type {Point[]} */ some) => {
    /** @type {Point[]} */
    const made = [];
    for (const point of some) {
      while (made.length > 1 && turns(made[made.length - 2], made[made.length - 1], point) <= 0) made.pop();
      made.push(point);
    }
    return made.slice(0, -1);
  };
  return sorted.length < 3 ? sorted : [...half(sorted), ...half(sorted.reverse())];
}

/**
 * @param {any} network of vis-network
 * @param {() => number[][]} communities members of each; none where they are not asked for
 */
export function createHulls(network, communities) {
  network.on("beforeDrawing", (/** @type {CanvasRenderingContext2D} */ context) => {
    const unit = 1 / network.getScale();
    hullsOf(network, communities()).forEach((corners, at) => {
      if (!corners.length) return;
      context.save();
      context.beginPath();
      corners.forEach(({ x, y }, n) => (n ? context.lineTo(x, y) : context.moveTo(x, y)));
      context.closePath();
      context.lineJoin = context.lineCap = "round";
      context.lineWidth = WIDE * unit;
      context.fillStyle = hueOf(at, CLEAR);
      context.strokeStyle = hueOf(at, CLEAR);
      context.fill();
      context.stroke();
      context.restore();
    });
  });
}
