/** What may wait until the answer to a click is on the screen: the drawing, which costs most. */

/**
 * @param {string[]} order in which things are done that wait together
 */
export function createDeferred(order) {
  /** @type {Map<string, () => void>} */
  const waiting = new Map();
  let booked = false;
  const flush = () => {
    for (const name of order) {
      const act = waiting.get(name);
      waiting.delete(name);
      act?.();
    }
  };
  return {
    /** Do now what waits. */
    flush,
    busy: () => waiting.size > 0,
    /**
     * Do something once the next frame is shown, instead of what waits under the same name.
     * @param {string} name
     * @param {() => void} act
     */
    put(name, act) {
      waiting.set(name, act);
      if (booked) return;
      booked = true;
      requestAnimationFrame(() => setTimeout(() => {
        booked = false;
        flush();
      }));
    },
  };
}
