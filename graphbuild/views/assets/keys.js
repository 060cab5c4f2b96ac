/** Going from actor to actor by the arrow keys. */

/**
 * The nearest place in a direction, or null; what lies straight ahead counts as nearer.
 * @param {{ id: number, x: number, y: number }[]} all
 * @param {{ id: number, x: number, y: number }} from
 * @param {[number, number]} direction one of 0, 1, -1 each
 * @returns {number | null}
 */
export function nearest(all, from, [dx, dy]) {
  let best = null;
  let least = Infinity;
  for (const { id, x, y } of all) {
    const along = (x - from.x) * dx + (y - from.y) * dy;
    const across = Math.abs((x - from.x) * dy) + Math.abs((y - from.y) * dx);
    if (id !== from.id && along > 0 && across <= along * 2 && along + 2 * across < least) {
      best = id;
      least = along + 2 * across;
    }
  }
  return best;
}
