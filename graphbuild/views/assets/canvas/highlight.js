/** What is selected stands in the light: a veil over the rest of the drawing. */

const VEIL = 0.86;

/**
 * @typedef {{ actors: Set<number>, lines: number[], marked: number | null }} Highlighted  `marked` wears a ring.
 */

/**
 * @param {import("../data/grouping.js").Scene} scene
 * @param {number[]} shown lines that are drawn
 * @param {import("../data/grouping.js").Highlight | null} selection
 * @param {import("../data/paths.js").Path[]} paths where two actors are selected that a path links
 * @returns {Highlighted | null} null: all is in the light
 */
export function highlighted({ lines: { source, target, pair }, linesOfPair }, shown, selection, paths) {
  if (!selection) return null;
  if ("actors" in selection) {
    const some = new Set(selection.actors);
    return { marked: null, lines: shown.filter((line) => some.has(source[line]) && some.has(target[line])), actors: some };
  }
  if ("from" in selection) {
    const drawn = new Set(shown);
    const lines = paths.flatMap((path) => path.lines).filter((line) => drawn.has(line));
    return { marked: null, lines, actors: new Set([selection.from, selection.to, ...paths.flatMap((path) => path.actors)]) };
  }
  if ("actor" in selection) {
    const marked = selection.actor;
    const lines = shown.filter((line) => source[line] === marked || target[line] === marked);
    return { marked, lines, actors: new Set([marked, ...lines.flatMap((line) => [source[line], target[line]])]) };
  }
  const lines = shown.filter((line) => (selection.line === null ? pair[line] === selection.pair : line === selection.line));
  const first = selection.line ?? linesOfPair(selection.pair)[0];
  return { marked: null, lines, actors: new Set([source[first], target[first]]) };
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {any} network of vis-network
 * @param {Highlighted | null} lit
 * @param {import("../lib/theme.js").Theme} theme
 */
export function drawHighlight(context, network, lit, theme) {
  if (!lit) return;
  context.save();
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.globalAlpha = VEIL;
  context.fillStyle = theme.paper;
  context.fillRect(0, 0, context.canvas.width, context.canvas.height);
  context.restore();
  for (const line of lit.lines) {
    network.body.edges[line]?.draw(context);
    network.body.edges[line]?.drawArrows(context);
  }
  for (const actor of lit.actors) network.body.nodes[actor]?.draw(context);
  const ring = lit.marked === null ? null : network.body.nodes[lit.marked];
  if (!ring) return;
  context.beginPath();
  context.arc(ring.x, ring.y, ring.options.size * 1.1 + 6 / network.getScale(), 0, 2 * Math.PI);
  context.lineWidth = 2.5 / network.getScale();
  context.strokeStyle = theme.ink;
  context.stroke();
}
