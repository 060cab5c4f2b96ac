/** Actors that move to new places, all at once and so that the eye can follow. */

const LASTS = 450; // milliseconds

/**
 * @param {any} network of vis-network
 * @param {() => boolean} still whether nothing shall move
 */
export function createGlide(network, still) {
  /** @type {{ from: Map<number, import("./placement.js").Point>, to: Map<number, import("./placement.js").Point>, begin: number } | null} */
  let running = null;
  const put = (/** @type {number} */ actor, /** @type {import("./placement.js").Point} */ { x, y }) => {
    const node = network.body.nodes[actor];
    if (node) Object.assign(node, { x, y });
  };
  const step = () => {
    if (!running) return;
    const { from, to, begin } = running;
    const time = Math.min((performance.now() - begin) / LASTS, 1);
    const share = time < 0.5 ? 2 * time * time : 1 - 2 * (1 - time) ** 2;
    for (const [actor, end] of to) {
      const start = from.get(actor) ?? end;
      put(actor, time === 1 ? end : { x: start.x + share * (end.x - start.x), y: start.y + share * (end.y - start.y) });
    }
    if (time < 1) requestAnimationFrame(step);
    else running = null;
    network.body.emitter.emit("_requestRedraw");
  };
  return {
    moving: () => running !== null,
    /** Be there at once. */
    end() {
      if (running) running.begin = -Infinity;
      step();
    },
    /** @param {Map<number, import("./placement.js").Point>} places */
    to(places) {
      const from = new Map(Object.entries(network.getPositions([...places.keys()].filter((actor) => network.body.nodes[actor]))).map(([actor, point]) => [Number(actor), /** @type {import("./placement.js").Point} */ (point)]));
      running = { from, to: places, begin: still() ? -Infinity : performance.now() };
      step();
    },
  };
}
