/** For a few seconds actors find their places by themselves. */

/**
 * @param {any} network of vis-network
 * @param {() => void} tick told before each picture
 * @param {() => void} rested told when they stand still again
 */
export function createRelax(network, tick, rested) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let running;
  const rest = () => {
    clearTimeout(running);
    running = undefined;
    network.off("beforeDrawing", tick);
    network.setOptions({ physics: { enabled: false } });
    rested();
  };
  return {
    running: () => running !== undefined,
    /**
     * @param {number} milliseconds
     * @param {() => void} done
     * @returns {boolean} whether it runs now
     */
    toggle(milliseconds, done) {
      if (running !== undefined) {
        rest();
        done();
        return false;
      }
      network.setOptions({ physics: { enabled: true } });
      network.on("beforeDrawing", tick);
      running = setTimeout(() => {
        rest();
        done();
      }, milliseconds);
      return true;
    },
  };
}
