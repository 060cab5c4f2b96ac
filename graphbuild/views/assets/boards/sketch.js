/** A small drawing of some actors and lines as SVG: one of several that share their places. */

import { bendsOf } from "../canvas/styles.js";
import { fontOf, placeLabels } from "../canvas/labels.js";
import { signName, typeOf } from "../data/lines.js";
import { el, shorten } from "../lib/dom.js";
import { STAR, readTheme, shapeOf } from "../lib/theme.js";

/**
 * @typedef {import("../canvas/placement.js").Point} Point
 * @typedef {{ actor: number, radius: number, here: boolean, name: string }} Figure  Who is not `here` is a shadow.
 * @typedef {{ line: number, source: number, target: number, width: number, full: boolean, title: string }} Stroke  One that is not `full` is pale.
 * @typedef {{ places: Map<number, Point>, figures: Figure[], strokes: Stroke[], wide: number, high: number, label: string,
 *   actor: (actor: number) => void, line: (line: number) => void }} Sketch  `places` are in pixels.
 */

const SPACE = "http://www.w3.org/2000/svg";
const HEADS = /** @type {Record<string, string>} */ ({ conflict: "M0 1L10 5L0 9z", cooperation: "M9 1A4 4 0 0 0 9 9", neutral: "M0 5L5 1L10 5L5 9z", together: "" });
const CORNERS = /** @type {Record<string, [number, number][]>} */ ({
  square: [[-0.9, -0.9], [0.9, -0.9], [0.9, 0.9], [-0.9, 0.9]], diamond: [[0, -1.15], [1.15, 0], [0, 1.15], [-1.15, 0]], triangle: [[0, -1], [0.95, 0.75], [-0.95, 0.75]], star: STAR,
  hexagon: [[1, 0], [0.5, 0.87], [-0.5, 0.87], [-1, 0], [-0.5, -0.87], [0.5, -0.87]],
});

/**
 * @param {string} tag
 * @param {Record<string, string | number>} attributes
 * @param {...(Element | string)} children
 */
function shape(tag, attributes, ...children) {
  const made = document.createElementNS(SPACE, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  made.append(...children);
  return made;
}

/**
 * @param {import("../data/payload.js").Data} data
 * @param {Sketch} sketch
 */
export function sketched(data, { places, figures, strokes, wide, high, label, actor: openActor, line: openLine }) {
  const { lines, kinds, together } = data;
  const at = (/** @type {number} */ actor) => /** @type {Point} */ (places.get(actor));
  const radius = new Map(figures.map((one) => [one.actor, one.radius]));
  const bends = bendsOf({ ...data, lines: { ...lines, ...ends(strokes) } }, strokes.map(({ line }) => line));
  const theme = readTheme();
  const used = new Set();
  const paths = strokes.map(({ line, source, target, width, full, title }) => {
    const [a, b, bend] = [at(source), at(target), bends.get(line) ?? 0];
    const tone = lines.kind[line] === together ? "together" : signName(lines.sign[line]);
    const middle = { x: (a.x + b.x) / 2 + bend * (b.y - a.y), y: (a.y + b.y) / 2 - bend * (b.x - a.x) };
    const far = Math.hypot(b.x - middle.x, b.y - middle.y) || 1;
    const gap = Math.min((radius.get(target) ?? 4) + 2, far);
    const end = { x: b.x - ((b.x - middle.x) / far) * gap, y: b.y - ((b.y - middle.y) / far) * gap };
    const dash = kinds[lines.kind[line]] === "affiliation" ? "1 4" : tone === "together" ? "4 4" : "none";
    const headed = kinds[lines.kind[line]] === "verb";
    used.add(tone);
    const path = shape("path", {
      class: `stroke ${tone}${full ? "" : " pale"}`, d: `M${a.x.toFixed(1)} ${a.y.toFixed(1)}Q${middle.x.toFixed(1)} ${middle.y.toFixed(1)} ${end.x.toFixed(1)} ${end.y.toFixed(1)}`,
      "stroke-width": width.toFixed(1), "stroke-dasharray": dash, ...(headed ? { "marker-end": `url(#head-${tone})` } : {}),
    }, shape("title", {}, title));
    path.addEventListener("click", () => openLine(line));
    return path;
  });
  const heads = [...used].filter((tone) => HEADS[tone]).map((tone) => shape("marker", {
    id: `head-${tone}`, class: tone, viewBox: "0 0 10 10", refX: 9, refY: 5, markerUnits: "userSpaceOnUse", markerWidth: 9, markerHeight: 9, orient: "auto",
  }, shape("path", { class: tone === "cooperation" ? "head cup" : "head", d: HEADS[tone] })));
  const nodes = figures.map(({ actor, radius: size, here, name }) => {
    const node = figure(at(actor), size, typeOf(data, actor), here);
    node.append(shape("title", {}, name));
    node.addEventListener("click", () => openActor(actor));
    return node;
  });
  const ruler = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));
  const widthOf = (/** @type {string} */ text, /** @type {boolean} */ bold) => {
    ruler.font = fontOf(bold, theme);
    return ruler.measureText(text).width;
  };
  const named = figures.map(({ actor, radius: size, here, name }, order) => ({
    id: actor, ...at(actor), radius: size, name, longest: data.drawn.letters, bold: order < 6 && here, faded: !here, must: false,
  }));
  const names = placeLabels(named.sort((a, b) => Number(a.faded) - Number(b.faded)), 1, widthOf, { left: 0, right: wide, top: 0, bottom: high }, [])
    .map(({ text, x, y, bold }) => shape("text", { x: x.toFixed(1), y: (y + 4).toFixed(1), class: bold ? "bold" : "" }, shorten(text, data.drawn.letters)));
  const made = shape("svg", { class: "sketch", viewBox: `0 0 ${wide} ${high}`, width: wide, height: high, role: "img", "aria-label": label }, shape("defs", {}, ...heads), ...paths, ...nodes, ...names);
  return el("div", { class: "sketch-box" }, /** @type {Node} */ (made));
}

/**
 * Where lines begin and end in this drawing.
 * @param {Stroke[]} strokes
 */
function ends(strokes) {
  /** @type {Record<number, number>[]} */
  const [source, target] = [{}, {}];
  for (const stroke of strokes) [source[stroke.line], target[stroke.line]] = [stroke.source, stroke.target];
  return { source: /** @type {any} */ (source), target: /** @type {any} */ (target) };
}

/**
 * @param {Point} at
 * @param {number} radius
 * @param {string} type
 * @param {boolean} here
 */
function figure({ x, y }, radius, type, here) {
  const [form] = shapeOf(type);
  const look = `figure type-${type || "other"}${here ? "" : " shadow"}`;
  const corners = CORNERS[form];
  if (!corners) return shape("circle", { class: look, cx: x.toFixed(1), cy: y.toFixed(1), r: radius.toFixed(1) });
  return shape("polygon", { class: look, points: corners.map(([dx, dy]) => `${(x + dx * radius).toFixed(1)},${(y + dy * radius).toFixed(1)}`).join(" ") });
}
