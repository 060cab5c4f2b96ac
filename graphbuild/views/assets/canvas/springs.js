/** Springs between things that are linked, and room for each: what layouts in the page are made of. */

/**
 * @typedef {import("./placement.js").Point} Point
 */

const STEPS = 300;
export const ROOM = 2.2; // the area of the drawing, for each of its boxes

/**
 * Springs between those that are linked (Fruchterman and Reingold, doi:10.1002/spe.4380211102), about one unit apart.
 * @param {Point[]} start
 * @param {[number, number, number][]} ties places in `start`, and how strong
 * @param {number} heat how far each may go at first
 * @returns {Point[]}
 */
export function springs(start, ties, heat) {
  const size = start.length;
  const [x, y] = [Float64Array.from(start, (one) => one.x), Float64Array.from(start, (one) => one.y)];
  const sums = new Float64Array(size * size);
  for (const [one, other, weight] of ties) sums[Math.min(one, other) * size + Math.max(one, other)] += weight;
  const most = Math.log1p(sums.reduce((top, one) => Math.max(top, one), 1));
  const pull = sums.map((tie) => (0.35 * Math.log1p(tie)) / most);
  for (let step = 0; step < STEPS; step++) {
    const reach = heat * (1 - step / STEPS) + 0.01;
    const [pullX, pullY] = [x.map((one) => -0.02 * one), y.map((one) => -0.02 * one)];
    for (let one = 0; one < size; one++) {
      for (let other = one + 1; other < size; other++) {
        const [dx, dy] = [x[one] - x[other], y[one] - y[other]];
        const square = dx * dx + dy * dy;
        const force = 1 / Math.max(square, 0.01) - pull[one * size + other] * Math.sqrt(square);
        pullX[one] += force * dx;
        pullY[one] += force * dy;
        pullX[other] -= force * dx;
        pullY[other] -= force * dy;
      }
    }
    for (let n = 0; n < size; n++) {
      const far = Math.hypot(pullX[n], pullY[n]) || 1;
      x[n] += (pullX[n] / far) * Math.min(far, reach);
      y[n] += (pullY[n] / far) * Math.min(far, reach);
    }
  }
  return start.map((_, n) => ({ x: x[n], y: y[n] }));
}

/**
 * A spiral, the first in the middle: where springs begin that know no better.
 * @param {number} size
 * @returns {Point[]}
 */
export function spiral(size) {
  return Array.from({ length: size }, (_, n) => ({ x: Math.sqrt(n) * Math.cos(n * 2.4), y: Math.sqrt(n) * Math.sin(n * 2.4) }));
}

/**
 * Turned so that they reach farthest along the longer side of the canvas.
 * @param {Point[]} at
 * @param {number} shape
 * @returns {Point[]}
 */
export function upright(at, shape) {
  const mean = (/** @type {(one: Point) => number} */ value) => at.reduce((sum, one) => sum + value(one), 0) / (at.length || 1);
  const [cx, cy] = [mean(({ x }) => x), mean(({ y }) => y)];
  const [xx, yy, xy] = [mean(({ x }) => (x - cx) ** 2), mean(({ y }) => (y - cy) ** 2), mean(({ x, y }) => (x - cx) * (y - cy))];
  const turn = (shape >= 1 ? 0 : Math.PI / 2) - Math.atan2(2 * xy, xx - yy) / 2;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  return at.map(({ x, y }) => ({ x: (x - cx) * cos - (y - cy) * sin, y: (x - cx) * sin + (y - cy) * cos }));
}

/**
 * Scale points to the room that their boxes want, then push apart those that overlap, away from each other.
 * @param {Point[]} at
 * @param {Point[]} boxes width and height
 * @param {number} shape
 * @returns {Point[]}
 */
export function apart(at, boxes, shape) {
  const area = boxes.reduce((sum, { x, y }) => sum + x * y, 0) * ROOM;
  const [wide, high] = [Math.sqrt(area * shape), Math.sqrt(area / shape)];
  const where = at.map(({ x, y }) => ({ x: x * wide / span(at, "x"), y: y * high / span(at, "y") }));
  for (let step = 0; step < 500; step++) {
    let touching = false;
    for (let one = 0; one < where.length; one++) {
      for (let other = one + 1; other < where.length; other++) {
        const [dx, dy] = [where[one].x - where[other].x, where[one].y - where[other].y];
        const over = { x: (boxes[one].x + boxes[other].x) / 2 - Math.abs(dx), y: (boxes[one].y + boxes[other].y) / 2 - Math.abs(dy) };
        if (over.x <= 0 || over.y <= 0) continue;
        touching = true;
        const far = Math.hypot(dx, dy);
        const [ux, uy] = far > 1e-6 ? [dx / far, dy / far] : [0, 1];
        const move = Math.min(over.x / Math.abs(ux || 1e-9), over.y / Math.abs(uy || 1e-9)) / 2 + 0.5;
        where[one].x += ux * move;
        where[one].y += uy * move;
        where[other].x -= ux * move;
        where[other].y -= uy * move;
      }
    }
    if (!touching) break;
  }
  // What is pushed apart is stretched to the canvas' shape again; that brings no two nearer.
  const now = span(where, "x") / span(where, "y");
  return where.length > 2 ? where.map(({ x, y }) => ({ x: x * Math.max(shape / now, 1), y: y * Math.max(now / shape, 1) })) : where;
}

/**
 * @param {Point[]} at
 * @param {"x" | "y"} axis
 */
export function span(at, axis) {
  const values = at.map((one) => one[axis]);
  return (at.length > 1 && Math.max(...values) - Math.min(...values)) || 1;
}
