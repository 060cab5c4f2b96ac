/** What the mouse or a finger is at: a name stands for its node, a node is wider than it is drawn, then come lines. */

const REACH = { mouse: 6, touch: 22 }; // pixels

/**
 * @typedef {{ actor: number, line?: undefined } | { line: number, actor?: undefined }} Target
 * @typedef {{ id: number, left: number, right: number, top: number, bottom: number }} LabelBox
 */

/**
 * @param {any} network of vis-network
 * @param {number[]} nodes those that are drawn
 * @param {LabelBox[]} labels in pixels of the canvas
 * @param {{ x: number, y: number }} point likewise
 * @param {boolean} touch
 * @returns {Target | null}
 */
export function targetAt(network, nodes, labels, point, touch) {
  const slack = touch ? 4 : 1;
  const label = labels.find(({ left, right, top, bottom }) => point.x >= left - slack && point.x <= right + slack && point.y >= top - slack && point.y <= bottom + slack);
  if (label) return { actor: label.id };
  const scale = network.getScale();
  const at = network.DOMtoCanvas(point);
  let [nearest, least] = [-1, Infinity];
  for (const actor of nodes) {
    const node = network.body.nodes[actor];
    if (!node) continue;
    const far = Math.hypot(node.x - at.x, node.y - at.y) * scale;
    const radius = node.options.size * scale;
    const reach = touch ? Math.max(REACH.touch, radius) : radius + REACH.mouse;
    if (far <= reach && far - radius < least) [nearest, least] = [actor, far - radius];
  }
  if (nearest >= 0) return { actor: nearest };
  const line = network.getEdgeAt(point);
  return line === undefined ? null : { line };
}
