/** What the page carries: unpacked columns, and sentences on demand. */

import { clean } from "./dom.js";

/**
 * @typedef {ArrayLike<number> & Iterable<number>} Ints  Whole numbers in a typed array.
 * @typedef {{ words: string[], codes: Ints }} Coded
 * @typedef {{ size: number, id: string[], name: string[], titles: string[], aliases: string[], type: Coded,
 *   role: Coded, country: Coded, mentions: Ints, documents: Ints, degree: Ints, first: Ints, last: Ints,
 *   radius: number[] }} Actors
 * @typedef {{ size: number, source: Ints, target: Ints, pair: Ints, kind: Ints, sign: Ints, weight: Ints,
 *   association: Ints, rarity: Ints,
 *   rows: Uint32Array }} Lines  A line is all relations of one kind and sign from one actor to another;
 *   its rows are `rows[line] .. rows[line + 1]`. `association` is in hundredths,
 *   `rarity` is -100 log10 of the q value; both for co-occurrence.
 * @typedef {{ size: number, line: Ints, sentence: Ints, day: Ints, status: Ints, relation: Coded, verb: Coded,
 *   speaker: Coded, rule: Coded, confidence: Ints, polarity: Ints }} Rows
 * @typedef {{ title: string, date: string, outlet: string, url: string }} Doc
 * @typedef {{ text: string, marks: (row: number) => number[] | null }} Evidence
 * @typedef {{ actors: Actors, lines: Lines, rows: Rows, kinds: string[], statuses: string[], noDay: number,
 *   countries: Record<string, string>,
 *   days: [number, number], sentences: { size: number, document: Ints }, documents: { size: number, outlet: Coded },
 *   linesOf: (actor: number) => Uint32Array, linesOfPair: (pair: number) => Uint32Array,
 *   document: (sentence: number) => Doc, evidence: (sentence: number) => Promise<Evidence> }} Data
 */

const ARRAYS = { u1: Uint8Array, u2: Uint16Array, u4: Uint32Array, i1: Int8Array, i2: Int16Array, i4: Int32Array };

/** @param {string} text base64 */
export function bytes(text) {
  const raw = atob(text);
  const made = new Uint8Array(raw.length);
  for (let at = 0; at < raw.length; at++) made[at] = raw.charCodeAt(at);
  return made;
}

/**
 * @param {{ type: string, data: string }} column
 * @returns {Ints}
 */
export function unpack(column) {
  const raw = bytes(column.data);
  return new ARRAYS[/** @type {keyof typeof ARRAYS} */ (column.type)](raw.buffer);
}

/**
 * The largest number, or `least` where none is larger.
 * @param {Ints} values
 * @param {number} least
 */
export function largest(values, least) {
  let most = least;
  for (const value of values) if (value > most) most = value;
  return most;
}

/**
 * The first and the last day, the first after the last where there is none.
 * @param {Ints} days
 * @param {number} noDay
 * @returns {[number, number]}
 */
function span(days, noDay) {
  let first = Infinity;
  let last = -Infinity;
  for (const day of days) {
    if (day === noDay) continue;
    if (day < first) first = day;
    if (day > last) last = day;
  }
  return [first, last];
}

/**
 * The text inside zlib-compressed bytes.
 * @param {Uint8Array} packed
 * @returns {Promise<string>}
 */
export async function inflate(packed) {
  const stream = new Blob([/** @type {any} */ (packed)]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Response(stream).text();
}

/**
 * Positions grouped by the key or keys that they have: the result gives, for a key, its positions in order.
 * @param {number} keys
 * @param {Ints} one
 * @param {Ints} [other]
 */
export function grouped(keys, one, other = one) {
  const start = new Uint32Array(keys + 1);
  const visit = (/** @type {(key: number, at: number) => void} */ act) => {
    for (let at = 0; at < one.length; at++) {
      act(one[at], at);
      if (other[at] !== one[at]) act(other[at], at);
    }
  };
  visit((key) => start[key + 1]++);
  for (let key = 0; key < keys; key++) start[key + 1] += start[key];
  const next = start.slice(0, keys);
  const members = new Uint32Array(start[keys]);
  visit((key, at) => { members[next[key]++] = at; });
  return (/** @type {number} */ key) => members.subarray(start[key], start[key + 1]);
}

/**
 * @param {any} core parsed `data-core`
 * @param {(id: string) => string} read text of a data element by id
 * @returns {Data}
 */
export function readData(core, read) {
  const coded = (/** @type {any} */ column) => ({ words: column.words.map(clean), codes: unpack(column) });
  const raw = core.actors;
  const actors = {
    size: raw.size, id: raw.id, name: raw.name.map(clean), titles: raw.titles.map(clean), aliases: raw.aliases.map(clean),
    type: coded(raw.type), role: coded(raw.role), country: coded(raw.country), mentions: unpack(raw.mentions),
    documents: unpack(raw.documents), degree: unpack(raw.degree), first: unpack(raw.first), last: unpack(raw.last),
    radius: raw.radius,
  };
  const rows = {
    size: core.rows.size, line: unpack(core.rows.line), sentence: unpack(core.rows.sentence), day: unpack(core.rows.day),
    status: unpack(core.rows.status), relation: coded(core.rows.relation), verb: coded(core.rows.verb),
    speaker: coded(core.rows.speaker), rule: coded(core.rows.rule), confidence: unpack(core.rows.confidence),
    polarity: unpack(core.rows.polarity),
  };
  const lines = {
    size: core.lines.size, source: unpack(core.lines.source), target: unpack(core.lines.target),
    pair: unpack(core.lines.pair), kind: unpack(core.lines.kind), sign: unpack(core.lines.sign),
    weight: unpack(core.lines.weight),
    association: unpack(core.lines.association), rarity: unpack(core.lines.rarity), rows: bounds(rows.line, core.lines.size),
  };
  const pairs = largest(lines.pair, -1) + 1;
  const sentences = { size: core.sentences.size, document: unpack(core.sentences.document) };
  const outlets = { words: core.outlets.map(clean), codes: unpack(core.documents.outlet) };
  return {
    actors, rows, lines, sentences, countries: core.countries ?? {}, kinds: core.kinds, statuses: core.statuses, noDay: core.noDay,
    days: span(rows.day, core.noDay),
    documents: { size: outlets.codes.length, outlet: outlets },
    linesOf: grouped(actors.size, lines.source, lines.target),
    linesOfPair: grouped(pairs, lines.pair),
    document: documentReader(sentences.document, outlets, read),
    evidence: evidenceReader(core.sentences.chunk, read),
  };
}

/**
 * Where each line's rows start: rows come sorted by line.
 * @param {Ints} line
 * @param {number} size
 */
function bounds(line, size) {
  const start = new Uint32Array(size + 1);
  for (const one of line) start[one + 1]++;
  for (let at = 0; at < size; at++) start[at + 1] += start[at];
  return start;
}

/**
 * @param {Ints} document document of each sentence
 * @param {Coded} outlets
 * @param {(id: string) => string} read
 */
function documentReader(document, outlets, read) {
  /** @type {any} */
  let columns = null;
  return (/** @type {number} */ sentence) => {
    columns ??= JSON.parse(read("data-documents"));
    const at = document[sentence];
    if (at < 0) return { title: "", date: "", outlet: "", url: "" };
    return {
      title: clean(columns.title[at]), date: clean(columns.date[at]), url: columns.url[at],
      outlet: outlets.words[outlets.codes[at]],
    };
  };
}

/**
 * @param {number} size sentences a chunk
 * @param {(id: string) => string} read
 */
function evidenceReader(size, read) {
  /** @type {Map<number, Promise<any>>} */
  const open = new Map();
  return async (/** @type {number} */ sentence) => {
    const chunk = Math.floor(sentence / size);
    let content = open.get(chunk);
    if (!content) {
      content = inflate(bytes(read(`data-sentences-${chunk}`))).then((text) => JSON.parse(text));
      open.set(chunk, content);
      if (open.size > 64) open.delete(/** @type {number} */ (open.keys().next().value));
    }
    const { texts, marks } = await content;
    return { text: clean(texts[sentence % size]), marks: (/** @type {number} */ row) => marks[row] ?? null };
  };
}

/**
 * An ISO date of a day count, or an empty string.
 * @param {number} day
 * @param {number} noDay
 */
export function isoDay(day, noDay) {
  return day === noDay ? "" : new Date(day * 86400000).toISOString().slice(0, 10);
}
