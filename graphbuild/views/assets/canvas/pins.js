/** Actors that the user pinned: they keep their places while the others move, and wear a pin. */

/**
 * @param {any} network of vis-network
 * @param {() => number[]} pinned
 * @param {() => { ink: string, paper: string }} theme
 */
export function createPins(network, pinned, theme) {
  network.on("afterDrawing", (/** @type {CanvasRenderingContext2D} */ context) => {
    const unit = 1 / network.getScale();
    for (const actor of pinned()) {
      const node = network.body.nodes[actor];
      if (!node) continue;
      const [x, y] = [node.x + node.options.size * 0.75, node.y - node.options.size * 0.75];
      context.beginPath();
      context.arc(x, y, 5.5 * unit, 0, 2 * Math.PI);
      context.fillStyle = theme().ink;
      context.strokeStyle = theme().paper;
      context.lineWidth = 2 * unit;
      context.fill();
      context.stroke();
      context.beginPath();
      context.arc(x, y, 1.8 * unit, 0, 2 * Math.PI);
      context.fillStyle = theme().paper;
      context.fill();
    }
  });
  return {
    /** Hold those that are pinned, let go the others; after every change of what is drawn. */
    hold() {
      const held = new Set(pinned());
      const change = [];
      for (const node of Object.values(network.body.nodes)) {
        const fixed = held.has(node.id);
        if (node.options.fixed.x !== fixed) change.push({ id: node.id, fixed: { x: fixed, y: fixed } });
      }
      if (change.length) network.body.data.nodes.update(change);
    },
  };
}
