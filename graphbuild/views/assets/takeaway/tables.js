/** The data that is shown, to take away for other tools. */

import { polarityOf } from "../data/lines.js";
import { isoDay } from "../data/payload.js";
import { TOGETHER } from "../data/words.js";
import { xml } from "./xml.js";

/**
 * @typedef {import("../data/payload.js").Data} Data
 * @typedef {import("../data/drawn.js").Drawn} Drawn
 * @typedef {{ id: string, name: string, type: string, role: string, country: string, weighted_degree: number,
 *   mentions: number, documents: number, first: string, last: string }} ActorRow
 * @typedef {{ source: string, target: string, source_name: string, target_name: string, kind: string,
 *   tone: string, relations: string, weight: number, polarity: number }} LinkRow  All but an actor's `mentions`, `documents`
 *   and days is of what passes the filters; `polarity` is the mean over relations that are not denied.
 */

const TONES = ["conflict", "neither", "cooperation"];

/**
 * The shown actors and links as plain rows.
 * @param {Data} data
 * @param {import("../data/passing.js").Passing} passed
 * @param {Pick<Drawn, "actors" | "lines">} drawn
 * @returns {{ actors: ActorRow[], links: LinkRow[] }}
 */
export function shownRows(data, passed, drawn) {
  const { actors, lines, rows } = data;
  const word = (/** @type {import("../data/payload.js").Coded} */ column, /** @type {number} */ at) => column.words[column.codes[at]];
  return {
    actors: drawn.actors.map((at) => ({
      id: actors.id[at], name: actors.name[at], type: word(actors.type, at), role: word(actors.role, at),
      country: word(actors.country, at), weighted_degree: passed.degree[at], mentions: actors.mentions[at],
      documents: actors.documents[at], first: isoDay(actors.first[at], data.noDay), last: isoDay(actors.last[at], data.noDay),
    })),
    links: drawn.lines.map((at) => {
      const classes = new Set();
      for (let row = lines.rows[at]; row < lines.rows[at + 1]; row++) if (passed.rowOk[row]) classes.add(word(rows.relation, row));
      classes.delete("");
      return {
        source: actors.id[lines.source[at]], target: actors.id[lines.target[at]],
        source_name: actors.name[lines.source[at]], target_name: actors.name[lines.target[at]],
        kind: data.kinds[lines.kind[at]], tone: TONES[lines.sign[at] + 1], relations: [...classes].sort().join(" | "), weight: passed.weight[at],
        polarity: polarityOf(data, passed, at),
      };
    }),
  };
}

/**
 * The actors and lines that pass, drawn or not, but for those that were hidden by hand.
 * @param {Data} data
 * @param {import("../data/passing.js").Passing} passed
 * @param {number[]} hidden
 */
export function passingIn({ lines }, { actorOk, lineOk }, hidden) {
  const away = new Set(hidden);
  const all = (/** @type {Uint8Array} */ ok) => Array.from(ok).flatMap((yes, at) => (yes ? [at] : []));
  return {
    actors: all(actorOk).filter((actor) => !away.has(actor)),
    lines: all(lineOk).filter((line) => !away.has(lines.source[line]) && !away.has(lines.target[line])),
  };
}

export const RELATION_COLUMNS = ["id", "source", "target", "source_name", "target_name", "kind", "relation", "verb", "polarity", "status", "speaker", "rule", "confidence", "day", "article_date", "title", "outlet", "url", "sentence"];

/**
 * The relations that pass, one by one, each with its sentence and its article.
 * @param {Data} data
 * @param {import("../data/passing.js").Passing} passed
 * @param {number[]} hidden
 * @returns {Promise<Record<string, string | number>[]>}
 */
export async function relationRows(data, passed, hidden) {
  const { actors, lines, rows, kinds, statuses, noDay } = data;
  const word = (/** @type {import("../data/payload.js").Coded} */ column, /** @type {number} */ at) => column.words[column.codes[at]];
  const made = [];
  for (const line of passingIn(data, passed, hidden).lines) {
    const [source, target] = [lines.source[line], lines.target[line]];
    for (let row = lines.rows[line]; row < lines.rows[line + 1]; row++) {
      if (!passed.rowOk[row]) continue;
      const { title, outlet, date, url } = data.document(rows.sentence[row]);
      const { text } = await data.evidence(rows.sentence[row]);
      made.push({
        id: rows.id(row), source: actors.id[source], target: actors.id[target], source_name: actors.name[source], target_name: actors.name[target],
        kind: kinds[lines.kind[line]], relation: word(rows.relation, row), verb: word(rows.verb, row), polarity: rows.polarity[row] / 100,
        status: statuses[rows.status[row]], speaker: word(rows.speaker, row), rule: word(rows.rule, row), confidence: rows.confidence[row] / 100,
        day: rows.told(row) || isoDay(rows.day[row], noDay), article_date: date, title, outlet, url, sentence: text,
      });
    }
  }
  return made;
}

/**
 * All groups and all lines between them.
 * @param {import("../data/grouping.js").Folded} folded
 */
export function allOf({ actors, lines }) {
  return { actors: Array.from({ length: actors.size }, (_, at) => at), lines: Array.from({ length: lines.size }, (_, at) => at) };
}

/**
 * Groups and their lines as plain rows, to take away.
 * @param {import("../data/grouping.js").Folded} folded
 * @param {Pick<Drawn, "actors" | "lines">} drawn
 */
export function groupRows({ actors, lines, keys, kinds, sizes, polarity }, drawn) {
  return {
    actors: drawn.actors.map((at) => ({ id: keys[at], name: actors.name[at], type: actors.type.words[actors.type.codes[at]], actors: sizes[at], weighted_degree: actors.degree[at] })),
    links: drawn.lines.map((at) => ({
      source: keys[lines.source[at]], target: keys[lines.target[at]], source_name: actors.name[lines.source[at]], target_name: actors.name[lines.target[at]],
      kind: kinds[lines.kind[at]], polarity: Math.round(polarity[at] * 1e6) / 1e6, weight: lines.weight[at],
    })),
  };
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
    ...edges.map(({ source, target, row }, at) => `<edge id="e${at}" source="${xml(source)}" target="${xml(target)}"${row.kind === TOGETHER ? ' directed="false"' : ""}>${values("edge", row)}</edge>`),
    "</graph>", "</graphml>", "",
  ].join("\n");
}
