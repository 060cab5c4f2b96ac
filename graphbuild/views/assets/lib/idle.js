/** What is made ready while the user reads: one piece at a time, so that no click waits for more than one. */

const QUIET = 600; // milliseconds without a change before any of it begins

/** @param {() => (() => void)[]} pieces what there is to make ready now */
export function createIdle(pieces) {
  const whenIdle = globalThis.requestIdleCallback ?? ((/** @type {() => void} */ act) => setTimeout(act, 50));
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let quiet;
  let turn = 0;
  return {
    /** Begin again, after a while: something has changed. */
    restart() {
      const own = ++turn;
      const next = (/** @type {(() => void)[]} */ [first, ...rest]) => whenIdle(() => {
        if (own !== turn || !first) return;
        first();
        next(rest);
      });
      clearTimeout(quiet);
      quiet = setTimeout(() => next(pieces()), QUIET);
    },
  };
}
