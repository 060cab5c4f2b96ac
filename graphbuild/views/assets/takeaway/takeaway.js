/** What is shown, to take away: a picture, or the data for other tools. */

import { wrapped } from "./caption.js";
import { isoDay } from "../data/payload.js";
import { shapeOf } from "../lib/theme.js";

/**
 * @typedef {import("../data/payload.js").Data} Data
 * @typedef {import("../data/filters.js").Drawn} Drawn
 * @typedef {import("../data/payload.js").Ints} Ints
 * @typedef {{ id: string, name: string, type: string, role: string, country: string, weighted_degree: number,
 *   mentions: number, documents: number, first: string, last: string }} ActorRow
 * @typedef {{ source: string, target: string, source_name: string, target_name: string, kind: string,
 *   tone: string, relations: string, weight: number, polarity: number }} LinkRow  `polarity` is the mean over the
 *   relations that are not denied, those that filters leave out included.
 * @typedef {{ title: string, told: string, filters: string[], tones: [string, string][] }} Caption  `tones` are colours and
 *   what they mean.
 */

const TONES = ["conflict", "neither", "cooperation"];
const HEAD_PATHS = /** @type {Record<string, string>} */ ({
  arrow: "M0 1L10 5L0 9z", inv_curve: "M9 1A4 4 0 0 0 9 9", diamond: "M0 5L5 1L10 5L5 9z", circle: "M5 5m-3 0a3 3 0 1 0 6 0a3 3 0 1 0 -6 0z", bar: "M7 0h2v10h-2z",
});

/**
 * The shown actors and links as plain rows.
 * @param {Data} data
 * @param {Drawn} drawn
 * @param {Ints} weight
 * @returns {{ actors: ActorRow[], links: LinkRow[] }}
 */
export function shownRows(data, drawn, weight) {
  const { actors, lines, rows } = data;
  const word = (/** @type {import("../data/payload.js").Coded} */ column, /** @type {number} */ at) => column.words[column.codes[at]];
  return {
    actors: drawn.actors.map((at) => ({
      id: actors.id[at], name: actors.name[at], type: word(actors.type, at), role: word(actors.role, at),
      country: word(actors.country, at), weighted_degree: actors.degree[at], mentions: actors.mentions[at],
      documents: actors.documents[at], first: isoDay(actors.first[at], data.noDay), last: isoDay(actors.last[at], data.noDay),
    })),
    links: drawn.lines.map((at) => {
      const classes = new Set();
      for (let row = lines.rows[at]; row < lines.rows[at + 1]; row++) classes.add(word(rows.relation, row));
      classes.delete("");
      return {
        source: actors.id[lines.source[at]], target: actors.id[lines.target[at]],
        source_name: actors.name[lines.source[at]], target_name: actors.name[lines.target[at]],
        kind: data.kinds[lines.kind[at]], tone: TONES[lines.sign[at] + 1], relations: [...classes].sort().join(" | "), weight: weight[at],
        polarity: polarityOf(data, at),
      };
    }),
  };
}

/**
 * The mean polarity of a line over its relations that are not denied, -1 conflict .. 1 cooperation.
 * @param {Data} data
 * @param {number} line
 */
export function polarityOf({ lines, rows, statuses }, line) {
  const denied = statuses.indexOf("negated");
  let [sum, size] = [0, 0];
  for (let row = lines.rows[line]; row < lines.rows[line + 1]; row++) {
    if (rows.status[row] === denied) continue;
    sum += rows.polarity[row];
    size++;
  }
  return size ? Math.round((100 * sum) / size) / 10000 : 0;
}

/**
 * Rows as CSV (RFC 4180), with a byte order mark so that spreadsheets take it for UTF-8. Text that a spreadsheet
 * would run as a formula has an apostrophe in front.
 * @param {Record<string, string | number>[]} rows
 * @param {string[]} [names] of the columns, where there may be no row
 */
export function toCsv(rows, names = Object.keys(rows[0] ?? {})) {
  const plain = (/** @type {string | number} */ value) => (typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value));
  const cell = (/** @type {string} */ value) => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  return `\ufeff${[names, ...rows.map((row) => names.map((name) => plain(row[name])))].map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

/** @param {string | number} value */
function xml(value) {
  return String(value)
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    .replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/**
 * The shown subset for Gephi and its like. Edge weights must be above 0 there: denied links are left out.
 * @param {{ actors: ActorRow[], links: LinkRow[] }} shown
 */
export function toGraphml({ actors, links }) {
  const key = (/** @type {string} */ of, /** @type {string} */ name, /** @type {unknown} */ value) =>
    `<key id="${of}_${name}" for="${of}" attr.name="${name}" attr.type="${typeof value === "number" ? (name === "polarity" ? "double" : "int") : "string"}"/>`;
  const values = (/** @type {string} */ of, /** @type {Record<string, string | number>} */ row) =>
    Object.entries(row).map(([name, value]) => `<data key="${of}_${name}">${xml(value)}</data>`).join("");
  const nodes = actors.map(({ id, name, ...row }) => ({ id, row: { label: name, ...row } }));
  const edges = links.filter(({ weight }) => weight > 0).map(({ source, target, ...row }) => ({ source, target, row }));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>', '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...Object.entries(nodes[0]?.row ?? {}).map(([name, value]) => key("node", name, value)),
    ...Object.entries(edges[0]?.row ?? {}).map(([name, value]) => key("edge", name, value)),
    '<graph edgedefault="directed">',
    ...nodes.map(({ id, row }) => `<node id="${xml(id)}">${values("node", row)}</node>`),
    ...edges.map(({ source, target, row }, at) => `<edge id="e${at}" source="${xml(source)}" target="${xml(target)}"${row.kind === "cooccurrence" ? ' directed="false"' : ""}>${values("edge", row)}</edge>`),
    "</graph>", "</graphml>", "",
  ].join("\n");
}

/**
 * The drawing as SVG, as vis-network holds it: sizes, dashes and opacity of the screen, and the names that are placed there.
 * @param {import("../data/grouping.js").Scene} data
 * @param {any} network
 * @param {Drawn} drawn
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

/**
 * Hand a file to the user.
 * @param {string} name
 * @param {string | Blob} content
 * @param {string} type
 */
export function download(name, content, type) {
  const address = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}
