/** Where actors go that were not in the opening view: a free spot near those they are linked to. */

/** @typedef {{ x: number, y: number }} Point */

const CELL = 64;
const GOLDEN = Math.PI * (3 - Math.sqrt(5));

/**
 * Places by actor; of one that stands twice the last.
 * @param {{ id: number, x: number, y: number }[]} nodes
 * @returns {Map<number, Point>}
 */
export function placesOf(nodes) {
  return new Map(nodes.map(({ id, x, y }) => [id, { x, y }]));
}

/**
 * Positions for `fresh` actors, in order; those already placed stay.
 * @param {Map<number, Point>} placed changed: the new positions are added
 * @param {number[]} fresh
 * @param {(actor: number) => number[]} neighbours
 */
export function placeNear(placed, fresh, neighbours) {
  const cell = (/** @type {Point} */ { x, y }) => `${Math.round(x / CELL)},${Math.round(y / CELL)}`;
  const taken = new Set([...placed.values()].map(cell));
  let edge = 0;
  for (const { x, y } of placed.values()) edge = Math.max(edge, Math.hypot(x, y));
  for (const actor of fresh) {
    const known = neighbours(actor).map((one) => placed.get(one)).filter((one) => one !== undefined);
    const anchor = known.length
      ? { x: mean(known.map((one) => one.x)), y: mean(known.map((one) => one.y)) }
      : { x: Math.cos(actor * GOLDEN) * edge, y: Math.sin(actor * GOLDEN) * edge };
    for (let turn = 0; ; turn++) {
      const far = CELL * 0.8 * Math.sqrt(turn + (known.length === 1 ? 2 : 0));
      const spot = { x: Math.round(anchor.x + far * Math.cos(turn * GOLDEN)), y: Math.round(anchor.y + far * Math.sin(turn * GOLDEN)) };
      const key = cell(spot);
      if (taken.has(key)) continue;
      taken.add(key);
      placed.set(actor, spot);
      break;
    }
  }
}

/** @param {number[]} values */
function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
