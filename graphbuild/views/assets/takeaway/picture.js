/** The drawing that is shown, to take away as a picture. */

import { leadOf } from "../canvas/labels.js";
import { CLEAR, WIDE, hexOf } from "../canvas/hulls.js";
import { STAR, shapeOf } from "../lib/theme.js";
import { wrapped } from "./caption.js";
import { legendItems, legendRows } from "./legend.js";
import { xml } from "./xml.js";

/**
 * @typedef {{ title: string, told: string, filters: string[] }} Caption
 * @typedef {{ labels: import("../canvas/labels.js").Placed[], hulls: { x: number, y: number }[][], lit: import("../canvas/highlight.js").Highlighted | null }} Seen
 *   What lies on the drawing: names, shapes of communities, and what alone stands in the light, if anything.
 */

const HEAD_PATHS = /** @type {Record<string, string>} */ ({
  arrow: "M0 1L10 5L0 9z", inv_curve: "M9 1A4 4 0 0 0 9 9", diamond: "M0 5L5 1L10 5L5 9z", circle: "M5 5m-3 0a3 3 0 1 0 6 0a3 3 0 1 0 -6 0z", bar: "M7 0h2v10h-2z",
});
const [SIDE, ABOVE, BELOW, LINE] = [150, 50, 60, 18]; // pixels
const VEILED = 0.14;

/**
 * The drawing as SVG, as vis-network holds it: sizes, dashes and opacity of the screen, the names that are placed there
 * with the lines that lead to them, communities, and what stands in the light; beneath it what it shows, and a legend.
 * @param {import("../data/grouping.js").Scene} data
 * @param {any} network
 * @param {import("../data/drawn.js").Drawn} drawn
 * @param {import("../lib/theme.js").Theme} theme
 * @param {Seen} seen
 * @param {Caption} caption
 */
export function toSvg(data, network, drawn, theme, { labels, hulls, lit }, caption) {
  const scale = network.getScale();
  const sizeOf = (/** @type {number} */ actor) => network.body.nodes[actor].options.size;
  const at = network.getPositions(drawn.actors);
  const xs = drawn.actors.map((actor) => at[actor].x);
  const ys = drawn.actors.map((actor) => at[actor].y);
  const [left, top] = [Math.min(...xs) - SIDE / scale, Math.min(...ys) - ABOVE / scale];
  const wide = Math.max(Math.max(...xs) + SIDE / scale - left, 480 / scale);
  const drawing = Math.max(...ys) + BELOW / scale - top;
  const veil = (/** @type {boolean} */ clear) => (clear ? "" : ` opacity="${VEILED}"`);
  const [actorsLit, linesLit] = [lit && lit.actors, lit && new Set(lit.lines)];
  const lines = drawn.lines.map((line) => {
    const { options, edgeType } = network.body.edges[line];
    const [a, b] = [at[data.lines.source[line]], at[data.lines.target[line]]];
    const via = options.smooth.enabled ? edgeType.getViaNode() : { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
    const gap = sizeOf(data.lines.target[line]) + 2 / scale;
    const length = Math.hypot(b.x - via.x, b.y - via.y) || 1;
    const end = { x: b.x - ((b.x - via.x) / length) * gap, y: b.y - ((b.y - via.y) / length) * gap };
    const dash = Array.isArray(options.dashes) ? ` stroke-dasharray="${options.dashes.map((/** @type {number} */ step) => step.toFixed(1)).join(" ")}"` : "";
    const colour = options.color.color;
    const head = options.arrows?.to?.enabled ? options.arrows.to.type : "";
    const arrow = head ? ` marker-end="url(#${head}-${colour.slice(1)})"` : "";
    return { colour, head, text: `<path d="M${a.x} ${a.y}Q${via.x.toFixed(1)} ${via.y.toFixed(1)} ${end.x.toFixed(1)} ${end.y.toFixed(1)}" stroke="${colour}" stroke-opacity="${options.color.opacity}" stroke-width="${options.width.toFixed(2)}"${dash}${arrow}${veil(!linesLit || linesLit.has(line))}/>` };
  });
  const heads = new Map(lines.filter(({ head }) => head).map(({ head, colour }) => [`${head}-${colour.slice(1)}`, { head, colour }]));
  const markers = [...heads].map(([id, { head, colour }]) =>
    `<marker id="${id}" viewBox="0 0 10 10" refX="9" refY="5" markerUnits="userSpaceOnUse" markerWidth="${(11 / scale).toFixed(1)}" markerHeight="${(11 / scale).toFixed(1)}" orient="auto"><path d="${HEAD_PATHS[head] ?? HEAD_PATHS.arrow}" ${head === "inv_curve" ? `fill="none" stroke="${colour}" stroke-width="1.8"` : `fill="${colour}"`}/></marker>`);
  const typeOf = (/** @type {number} */ actor) => data.actors.type.words[data.actors.type.codes[actor]];
  const nodes = drawn.actors.map((actor) => `<g${veil(!actorsLit || actorsLit.has(actor))}>${figure(at[actor], sizeOf(actor), typeOf(actor), theme)}</g>`);
  const leads = labels.flatMap((label) => leadOf(label, scale) ?? []).map(({ from, to }) => `<line x1="${from.x.toFixed(1)}" y1="${from.y.toFixed(1)}" x2="${to.x.toFixed(1)}" y2="${to.y.toFixed(1)}"/>`);
  const names = labels.map(({ text, x, y, bold }) => `<text x="${x.toFixed(1)}" y="${(y + 4 / scale).toFixed(1)}"${bold ? ' font-weight="600"' : ""}>${xml(text)}</text>`);
  const shapes = hulls.map((corners, place) => (corners.length ? `<path d="M${corners.map(({ x, y }) => `${x} ${y}`).join("L")}z" fill="${hexOf(place)}" stroke="${hexOf(place)}" opacity="${1.4 * CLEAR}"/>` : ""));
  const beneath = strip(data, drawn, theme, caption, hulls.length > 0, wide * scale);
  const high = drawing + beneath.high / scale;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${left} ${top} ${wide} ${high}" width="${Math.round(wide * scale)}" height="${Math.round(high * scale)}">`,
    `<defs>${markers.join("")}</defs><rect x="${left}" y="${top}" width="${wide}" height="${high}" fill="${theme.paper}"/>`,
    ...(shapes.length ? [`<g class="hulls" stroke-width="${(WIDE / scale).toFixed(1)}" stroke-linejoin="round" stroke-linecap="round">${shapes.join("")}</g>`] : []),
    `<g class="lines" fill="none">${lines.map(({ text }) => text).join("\n")}</g>`, `<g stroke="${theme.paper}" stroke-width="1.5">${nodes.join("\n")}</g>`,
    `<g class="leads" stroke="${theme.soft}" stroke-width="${(1 / scale).toFixed(2)}">${leads.join("")}</g>`,
    `<g class="names" font-family="${xml(theme.font)}" font-size="${(12 / scale).toFixed(2)}" text-anchor="middle" fill="${theme.ink}" stroke="${theme.paper}" stroke-width="${(3 / scale).toFixed(2)}" paint-order="stroke">${names.join("\n")}</g>`,
    `<g transform="translate(${left},${top + drawing}) scale(${1 / scale})" font-family="${xml(theme.font)}" font-size="12">${beneath.svg}</g>`,
    "</svg>", "",
  ].join("\n");
}

/**
 * What stands beneath the drawing, in pixels: what it shows, in words, and how it is to be read.
 * @param {import("../data/grouping.js").Scene} data
 * @param {import("../data/drawn.js").Drawn} drawn
 * @param {import("../lib/theme.js").Theme} theme
 * @param {Caption} caption
 * @param {boolean} hulls
 * @param {number} wide
 */
function strip({ actors, lines, kinds }, drawn, theme, { title, told, filters }, hulls, wide) {
  const words = [title, ...wrapped([told, ...filters], (line) => line.length * 6.5 < wide - 40)];
  const spans = words.map((text, at) => `<tspan x="20" y="${LINE * at + 12}"${at ? "" : ' font-weight="600"'}>${xml(text)}</tspan>`);
  const types = [...new Set(drawn.actors.map((actor) => actors.type.words[actors.type.codes[actor]]))].sort();
  const acts = drawn.lines.filter((line) => kinds[lines.kind[line]] === "verb");
  const items = legendItems({
    types, tones: [-1, 1, 0].filter((tone) => acts.some((line) => lines.sign[line] === tone)), kinds: [...new Set(drawn.lines.map((line) => kinds[lines.kind[line]]))], hulls,
  }, theme, (type, radius) => figure({ x: 0, y: 0 }, radius, type, theme), (head) => HEAD_PATHS[head]);
  const rows = legendRows(items, wide - 40, theme);
  const below = LINE * words.length + 6;
  return { svg: `<text class="caption" fill="${theme.ink}">${spans.join("\n")}</text><g transform="translate(20,${below})">${rows.svg}</g>`, high: below + rows.high + 12 };
}

/**
 * @param {{ x: number, y: number }} at
 * @param {number} radius
 * @param {string} type
 * @param {import("../lib/theme.js").Theme} theme
 */
function figure({ x, y }, radius, type, theme) {
  const [shape] = shapeOf(type);
  const r = radius;
  const fill = `fill="${theme.types[type] ?? theme.types[""]}"`;
  const corners = (/** @type {[number, number][]} */ points) => `<polygon points="${points.map(([dx, dy]) => `${(x + dx * r).toFixed(1)},${(y + dy * r).toFixed(1)}`).join(" ")}" ${fill}/>`;
  if (shape === "square") return `<rect x="${x - r}" y="${y - r}" width="${2 * r}" height="${2 * r}" ${fill}/>`;
  if (shape === "diamond") return corners([[0, -1], [1, 0], [0, 1], [-1, 0]]);
  if (shape === "triangle") return corners([[0, -1], [0.95, 0.75], [-0.95, 0.75]]);
  if (shape === "star") return corners(STAR);
  if (shape === "hexagon") return corners([[1, 0], [0.5, 0.87], [-0.5, 0.87], [-1, 0], [-0.5, -0.87], [0.5, -0.87]]);
  return `<circle cx="${x}" cy="${y}" r="${r}" ${fill}/>`;
}

/**
 * The drawing as a picture of twice the canvas' resolution at least.
 * @param {string} drawing SVG
 * @param {number} wide pixels of the canvas
 * @returns {Promise<Blob>}
 */
export async function toPng(drawing, wide) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(drawing)}`;
  await image.decode();
  const width = 2 * Math.max(wide, image.width, 500);
  const paper = Object.assign(document.createElement("canvas"), { width, height: Math.round((width * image.height) / image.width) });
  /** @type {CanvasRenderingContext2D} */ (paper.getContext("2d")).drawImage(image, 0, 0, paper.width, paper.height);
  return new Promise((done, fail) => paper.toBlob((blob) => (blob ? done(blob) : fail(new Error("no picture"))), "image/png"));
}
