/** The drawing that is shown, to take away as a picture. */

import { STAR, shapeOf } from "../lib/theme.js";
import { wrapped } from "./caption.js";
import { xml } from "./xml.js";

/**
 * @typedef {{ title: string, told: string, filters: string[], tones: [string, string][] }} Caption  `tones` are colours and
 *   what they mean.
 */

const HEAD_PATHS = /** @type {Record<string, string>} */ ({
  arrow: "M0 1L10 5L0 9z", inv_curve: "M9 1A4 4 0 0 0 9 9", diamond: "M0 5L5 1L10 5L5 9z", circle: "M5 5m-3 0a3 3 0 1 0 6 0a3 3 0 1 0 -6 0z", bar: "M7 0h2v10h-2z",
});

/**
 * The drawing as SVG, as vis-network holds it: sizes, dashes and opacity of the screen, and the names that are placed there.
 * @param {import("../data/grouping.js").Scene} data
 * @param {any} network
 * @param {import("../data/drawn.js").Drawn} drawn
 * @param {import("../lib/theme.js").Theme} theme
 * @param {{ text: string, x: number, y: number, bold: boolean }[]} labels
 * @param {Caption | null} caption beneath the drawing, or none
 */
export function toSvg(data, network, drawn, theme, labels, caption) {
  const scale = network.getScale();
  const sizeOf = (/** @type {number} */ actor) => network.body.nodes[actor].options.size;
  const at = network.getPositions(drawn.actors);
  const xs = drawn.actors.map((actor) => at[actor].x);
  const ys = drawn.actors.map((actor) => at[actor].y);
  const [left, top] = [Math.min(...xs) - 150 / scale, Math.min(...ys) - 50 / scale];
  const [wide, drawing] = [Math.max(...xs) + 150 / scale - left, Math.max(...ys) + 60 / scale - top];
  const told = caption ? [caption.title, ...wrapped([caption.told, ...caption.filters], (line) => line.length * 6.5 < wide * scale - 40)] : [];
  const high = drawing + (told.length ? (18 * told.length + 14) / scale : 0);
  const beneath = told.map((text, at) => `<tspan x="${(left + 20 / scale).toFixed(1)}" y="${(top + drawing + (18 * at + 12) / scale).toFixed(1)}"${at ? "" : ' font-weight="600"'}>${xml(text)}</tspan>`);
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
    return { colour, head, text: `<path d="M${a.x} ${a.y}Q${via.x.toFixed(1)} ${via.y.toFixed(1)} ${end.x.toFixed(1)} ${end.y.toFixed(1)}" stroke="${colour}" stroke-opacity="${options.color.opacity}" stroke-width="${options.width.toFixed(2)}"${dash}${arrow}/>` };
  });
  const heads = new Map(lines.filter(({ head }) => head).map(({ head, colour }) => [`${head}-${colour.slice(1)}`, { head, colour }]));
  const markers = [...heads].map(([id, { head, colour }]) =>
    `<marker id="${id}" viewBox="0 0 10 10" refX="9" refY="5" markerUnits="userSpaceOnUse" markerWidth="${(11 / scale).toFixed(1)}" markerHeight="${(11 / scale).toFixed(1)}" orient="auto"><path d="${HEAD_PATHS[head] ?? HEAD_PATHS.arrow}" ${head === "inv_curve" ? `fill="none" stroke="${colour}" stroke-width="1.8"` : `fill="${colour}"`}/></marker>`);
  const nodes = drawn.actors.map((actor) => {
    const type = data.actors.type.words[data.actors.type.codes[actor]];
    return figure(at[actor], sizeOf(actor), type, theme);
  });
  const names = labels.map(({ text, x, y, bold }) => `<text x="${x.toFixed(1)}" y="${(y + 4 / scale).toFixed(1)}"${bold ? ' font-weight="600"' : ""}>${xml(text)}</text>`);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${left} ${top} ${wide} ${high}" width="${Math.round(wide * scale)}" height="${Math.round(high * scale)}">`,
    `<defs>${markers.join("")}</defs><rect x="${left}" y="${top}" width="${wide}" height="${high}" fill="${theme.paper}"/>`,
    `<g fill="none">${lines.map(({ text }) => text).join("\n")}</g>`, `<g stroke="${theme.paper}" stroke-width="1.5">${nodes.join("\n")}</g>`,
    `<g font-family="${xml(theme.font)}" font-size="${(12 / scale).toFixed(2)}" text-anchor="middle" fill="${theme.ink}" stroke="${theme.paper}" stroke-width="${(3 / scale).toFixed(2)}" paint-order="stroke">${names.join("\n")}</g>`,
    ...(told.length ? [`<text class="caption" font-family="${xml(theme.font)}" font-size="${(12 / scale).toFixed(2)}" fill="${theme.ink}">${beneath.join("\n")}</text>`] : []),
    "</svg>", "",
  ].join("\n");
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
 * The drawing as a picture of twice the canvas' resolution at least, with a strip beneath that says what it shows.
 * @param {string} drawing SVG
 * @param {number} wide pixels of the canvas
 * @param {import("../lib/theme.js").Theme} theme
 * @param {Caption} caption
 * @returns {Promise<Blob>}
 */
export async function toPng(drawing, wide, theme, { title, told, filters, tones }) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(drawing)}`;
  await image.decode();
  const width = 2 * Math.max(wide, 500);
  const ruler = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));
  ruler.font = `400 26px ${theme.font}`;
  const named = wrapped(filters, (line) => ruler.measureText(line).width <= width - 80);
  const [high, strip] = [Math.round((width * image.height) / image.width), 150 + 42 * named.length];
  const paper = Object.assign(document.createElement("canvas"), { width, height: high + strip });
  const context = /** @type {CanvasRenderingContext2D} */ (paper.getContext("2d"));
  context.fillStyle = theme.paper;
  context.fillRect(0, 0, width, high + strip);
  context.drawImage(image, 0, 0, width, high);
  const write = (/** @type {string} */ text, /** @type {string} */ colour, /** @type {string} */ font, /** @type {number} */ x, /** @type {number} */ y) => {
    context.font = `${font} ${theme.font}`;
    context.fillStyle = colour;
    context.fillText(text, x, y, width - x - 40);
    return x + context.measureText(text).width + 36;
  };
  write(title, theme.ink, "600 32px", 40, high + 40);
  write(told, theme.soft, "400 26px", 40, high + 82);
  named.forEach((line, at) => write(line, theme.soft, "400 26px", 40, high + 124 + 42 * at));
  tones.reduce((x, [colour, text]) => write(`■ ${text}`, colour, "400 26px", x, high + 124 + 42 * named.length), 40);
  return new Promise((done, fail) => paper.toBlob((blob) => (blob ? done(blob) : fail(new Error("no picture"))), "image/png"));
}
