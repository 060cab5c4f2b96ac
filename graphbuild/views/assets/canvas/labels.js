/** Names on the canvas: as many as fit without touching one another, each once, those of the most linked actors first. */

import { shorten } from "../lib/dom.js";

/**
 * @typedef {{ id: number, x: number, y: number, radius: number, name: string, longest: number, bold: boolean, faded: boolean, must: boolean, lean?: number }} Named
 *   `lean` is where its lines go, to the right above 0: the name stands on the other side.
 * @typedef {{ id: number, text: string, x: number, y: number, half: number, bold: boolean, lead: boolean, nodeX: number, nodeY: number,
 *   radius: number }} Placed  `half` is half the width, in pixels; `lead` tells whether a thin line leads to the actor.
 * @typedef {{ left: number, right: number, top: number, bottom: number }} Box
 */

const SIZE = 12;
const LINE = 15;
const AWAY = [0, 9, 20]; // pixels from the actor, one after the other
const LEAD = 5; // pixels, from which on a line leads from the name to its actor

/**
 * Choose a place around each actor, on screen pixels at the given scale.
 * @param {Named[]} actors in order of importance
 * @param {number} scale
 * @param {(text: string, bold: boolean) => number} widthOf width of a text in pixels
 * @param {Box} frame what is in view, in the same pixels
 * @param {Box[]} covers where no name could be read
 * @returns {Placed[]}
 */
export function placeLabels(actors, scale, widthOf, frame, covers) {
  const taken = new Grid(80);
  const large = new Grid(80);
  for (const box of covers) [taken, large].forEach((grid) => grid.add(box));
  const names = new Set();
  const nodeBoxes = actors.map(({ x, y, radius }) => {
    const size = Math.max(radius * scale, 2);
    return { left: x * scale - size, right: x * scale + size, top: y * scale - size, bottom: y * scale + size };
  });
  for (const box of nodeBoxes) taken.add(box);
  // At the edge of the view a name would be cut off; beyond it, it is ready for when the view moves.
  const whole = (/** @type {Box} */ box) =>
    (box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom) ||
    box.right < frame.left || box.left > frame.right || box.bottom < frame.top || box.top > frame.bottom;
  /** @type {Placed[]} */
  const placed = [];
  actors.forEach(({ id, x, y, radius, name, longest, bold, faded, must, lean = 0 }, at) => {
    large.add(nodeBoxes[at]);
    if ((faded || names.has(name)) && !must) return;
    const text = shorten(name, longest);
    const half = widthOf(text, bold) / 2 + 2;
    const [cx, cy, size] = [x * scale, y * scale, radius * scale];
    const spots = AWAY.slice(0, bold ? 3 : 2).flatMap((far) => spotsAround(cx, cy, size + far, half, lean > 0 ? -1 : 1).map((spot) => ({ spot, far })));
    const boxes = spots.map(({ spot: [sx, sy] }) => ({ left: sx - half, right: sx + half, top: sy - LINE / 2, bottom: sy + LINE / 2 }));
    let free = boxes.findIndex((box) => whole(box) && !taken.hits(box));
    if (free < 0 && bold) free = boxes.findIndex((box) => whole(box) && !large.hits(box));
    if (free < 0 && must) free = 0;
    if (free < 0) return;
    taken.add(boxes[free]);
    large.add(boxes[free]);
    names.add(name);
    const { spot, far } = spots[free];
    placed.push({ id, text, x: spot[0] / scale, y: spot[1] / scale, half: half - 2, bold, lead: far >= LEAD, nodeX: x, nodeY: y, radius });
  });
  return placed;
}

/**
 * Beside, where it is plain whose name it is; then below, above, and between these.
 * @param {number} x
 * @param {number} y
 * @param {number} size
 * @param {number} half of the width
 * @param {1 | -1} side on which the name is sought first, 1 for the right
 */
function spotsAround(x, y, size, half, side) {
  const [down, aside] = [size + LINE / 2 + 1, size + half + 3];
  const [low, near] = [0.7 * size + LINE / 2, 0.7 * size + half + 1];
  return [
    [x + side * aside, y], [x - side * aside, y], [x, y + down], [x, y - down],
    [x + near, y + low], [x - near, y + low], [x + near, y - low], [x - near, y - low],
    [x + half / 2, y + down], [x - half / 2, y + down], [x + half / 2, y - down], [x - half / 2, y - down],
  ];
}

/**
 * The thin line from an actor to its name, where one leads there.
 * @param {Placed} label
 * @param {number} scale
 */
export function leadOf({ lead, x, y, half, nodeX, nodeY, radius }, scale) {
  if (!lead) return null;
  const to = { x: Math.min(Math.max(nodeX, x - half / scale), x + half / scale), y: y + (Math.sign(nodeY - y) * LINE) / 2.6 / scale };
  const far = Math.hypot(to.x - nodeX, to.y - nodeY) || 1;
  return { from: { x: nodeX + ((to.x - nodeX) / far) * radius, y: nodeY + ((to.y - nodeY) / far) * radius }, to };
}

/**
 * @param {CanvasRenderingContext2D} context in network coordinates
 * @param {Placed[]} labels
 * @param {number} scale
 * @param {import("../lib/theme.js").Theme} theme
 */
export function drawLabels(context, labels, scale, theme) {
  context.save();
  context.strokeStyle = theme.soft;
  context.lineWidth = 1 / scale;
  context.beginPath();
  for (const label of labels) {
    const line = leadOf(label, scale);
    if (!line) continue;
    context.moveTo(line.from.x, line.from.y);
    context.lineTo(line.to.x, line.to.y);
  }
  context.stroke();
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  context.strokeStyle = theme.paper;
  context.lineWidth = 3.5 / scale;
  context.fillStyle = theme.ink;
  for (const bold of [false, true]) {
    context.font = fontOf(bold, theme, 1 / scale);
    for (const label of labels) {
      if (label.bold !== bold) continue;
      context.strokeText(label.text, label.x, label.y);
      context.fillText(label.text, label.x, label.y);
    }
  }
  context.restore();
}

/**
 * @param {boolean} bold
 * @param {import("../lib/theme.js").Theme} theme
 * @param {number} [zoom]
 */
export function fontOf(bold, theme, zoom = 1) {
  return `${bold ? 600 : 450} ${(bold ? SIZE + 1 : SIZE) * zoom}px ${theme.font}`;
}

/** Boxes sorted into cells, so that only neighbours are compared. */
class Grid {
  /** @param {number} cell */
  constructor(cell) {
    this.cell = cell;
    /** @type {Map<string, Box[]>} */
    this.cells = new Map();
  }

  /**
   * @param {Box} box
   * @returns {string[]}
   */
  keys({ left, right, top, bottom }) {
    const keys = [];
    for (let x = Math.floor(left / this.cell); x <= Math.floor(right / this.cell); x++) {
      for (let y = Math.floor(top / this.cell); y <= Math.floor(bottom / this.cell); y++) keys.push(`${x},${y}`);
    }
    return keys;
  }

  /** @param {Box} box */
  add(box) {
    for (const key of this.keys(box)) {
      const known = this.cells.get(key);
      if (known) known.push(box);
      else this.cells.set(key, [box]);
    }
  }

  /** @param {Box} box */
  hits(box) {
    return this.keys(box).some((key) =>
      (this.cells.get(key) ?? []).some(
        (other) => box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom,
      ),
    );
  }
}
