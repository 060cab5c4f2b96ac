/** Where groups stand: those that are linked by springs, those without a link in rows beneath, in the canvas' shape. */

/**
 * @typedef {import("../data/grouping.js").Folded} Folded
 * @typedef {import("./placement.js").Point} Point
 */

export const NAME = 48; // letters of a group's name that are drawn
const ROOM = 2.2; // the area of the drawing, for each of its boxes
const SCALES = [1.2, 1, 0.85, 0.7, 0.6, 0.5]; // names stay as large when the view is made smaller, circles do not

/**
 * @param {Folded} folded
 * @param {import("../data/drawn.js").Drawn} drawn
 * @param {Point} canvas its width and height
 * @returns {Map<number, Point>}
 */
export function groupPlaces({ actors, lines }, drawn, canvas) {
  const linked = new Set(drawn.lines.flatMap((line) => [lines.source[line], lines.target[line]]));
  const [some, alone] = [drawn.actors.filter((group) => linked.has(group)), drawn.actors.filter((group) => !linked.has(group))];
  const boxes = (/** @type {number[]} */ groups, /** @type {number} */ scale) => groups.map((group) =>
    ({ x: Math.max(2 * actors.radius[group] * scale, Math.min(actors.name[group].length, NAME) * 7.5) + 20, y: 2 * actors.radius[group] * scale + 36 }));
  const area = (/** @type {Point[]} */ some) => some.reduce((sum, { x, y }) => sum + x * y, 0);
  const wanted = (/** @type {number} */ one) => area(boxes(some, one)) * ROOM + area(boxes(alone, one));
  const scale = SCALES.find((one) => wanted(one) <= canvas.x * canvas.y) ?? 0.5;
  // The rows take their share of the height, the rest is for the springs.
  const rest = Math.max((area(boxes(some, scale)) * ROOM) / wanted(scale) || 0, 0.1);
  const shape = canvas.x / canvas.y / rest;
  const own = boxes(some, scale);
  const spots = apart(upright(springs(lines, some, drawn.lines), shape), own, shape);
  const wide = Math.max(Math.sqrt((wanted(scale) * canvas.x) / canvas.y), span(spots, "x"));
  const floor = Math.max(0, ...spots.map(({ y }, n) => y + own[n].y / 2));
  const places = [...spots, ...rows(boxes(alone, scale), wide, floor)];
  return new Map([...some, ...alone].map((group, n) => [group, { x: Math.round(places[n].x / scale), y: Math.round(places[n].y / scale) }]));
}

/**
 * Springs between those that are linked (Fruchterman and Reingold, doi:10.1002/spe.4380211102), from a spiral with
 * the largest in the middle.
 * @param {Folded["lines"]} lines
 * @param {number[]} groups
 * @param {number[]} drawn lines
 * @returns {Point[]}
 */
function springs(lines, groups, drawn) {
  const size = groups.length;
  const place = new Map(groups.map((group, n) => [group, n]));
  const [x, y] = [Math.cos, Math.sin].map((turn) => Float64Array.from({ length: size }, (_, n) => Math.sqrt(n) * turn(n * 2.4)));
  const ties = new Float64Array(size * size);
  for (const line of drawn) {
    const ends = [Number(place.get(lines.source[line])), Number(place.get(lines.target[line]))];
    ties[Math.min(...ends) * size + Math.max(...ends)] += lines.weight[line];
  }
  const most = Math.log1p(Math.max(1, ...ties));
  const pull = ties.map((tie) => (0.35 * Math.log1p(tie)) / most);
  for (let step = 0; step < 300; step++) {
    const heat = 0.4 * (1 - step / 300) + 0.01;
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
      x[n] += (pullX[n] / far) * Math.min(far, heat);
      y[n] += (pullY[n] / far) * Math.min(far, heat);
    }
  }
  return groups.map((_, n) => ({ x: x[n], y: y[n] }));
}

/**
 * Turned so that they reach farthest along the longer side of the canvas.
 * @param {Point[]} at
 * @param {number} shape
 * @returns {Point[]}
 */
function upright(at, shape) {
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
function apart(at, boxes, shape) {
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
 * Boxes side by side, row under row.
 * @param {Point[]} boxes
 * @param {number} wide
 * @param {number} floor where the first row begins
 * @returns {Point[]}
 */
function rows(boxes, wide, floor) {
  /** @type {Point[]} */
  const made = [];
  let top = floor;
  for (let first = 0; first < boxes.length; ) {
    let next = first;
    let sum = 0;
    while (next < boxes.length && (next === first || sum + boxes[next].x <= wide)) sum += boxes[next++].x;
    const row = boxes.slice(first, next);
    const high = Math.max(...row.map(({ y }) => y));
    let left = -sum / 2;
    for (const { x } of row) {
      made.push({ x: left + x / 2, y: top + high / 2 });
      left += x;
    }
    top += high;
    first = next;
  }
  return made;
}

/**
 * @param {Point[]} at
 * @param {"x" | "y"} axis
 */
function span(at, axis) {
  const values = at.map((one) => one[axis]);
  return (at.length > 1 && Math.max(...values) - Math.min(...values)) || 1;
}
