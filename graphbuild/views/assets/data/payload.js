/** What the page carries: unpacked columns, and sentences on demand. */

import { clean } from "../lib/dom.js";
import { nationsIn, TEXTS } from "../lib/texts.js";
import { library } from "./library.js";
import { DENIED, TOGETHER } from "./words.js";

/**
 * @typedef {ArrayLike<number> & Iterable<number>} Ints  Whole numbers in a typed array.
 * @typedef {{ words: string[], codes: Ints }} Coded
 * @typedef {{ title: string, first: number | null, last: number | null, sentences: number, bodies: number[] }} Office
 *   A title with the first and last day that a sentence has it, and the actors where it is held.
 * @typedef {{ size: number, live: number, gone: Uint8Array, heir: Int32Array, id: string[], name: string[], titles: string[],
 *   aliases: string[], type: Coded, role: Coded, country: Coded, mentions: Ints, documents: Ints, degree: Ints,
 *   first: Ints, last: Ints, radius: number[], papers: (actor: number) => ArrayLike<number> & Iterable<number>,
 *   offices: Map<number, Office[]>, unsaid: Set<number>, minor: Uint8Array }} Actors  No sentence has the name of those `unsaid`;
 *   those that are `minor` have no name, and only one of several documents speaks of them. After corrections an actor may be gone: `heir` leads to the actor that
 *   it was merged into, or is -1; `live` counts those that are left.
 * @typedef {{ words: string[], actors: number[], codes: Ints }} Speakers  One word for each actor that speaks, so that
 *   words may repeat; -1 for a speaker that is no actor of the page.
 * @typedef {{ size: number, source: Ints, target: Ints, pair: Ints, kind: Ints, sign: Ints, weight: Ints,
 *   association: Ints, rarity: Ints,
 *   rows: Uint32Array }} Lines  A line is all relations of one kind and sign from one actor to another;
 *   its rows are `rows[line] .. rows[line + 1]`. `association` is in hundredths,
 *   `rarity` is -100 log10 of the q value; both for co-occurrence.
 * @typedef {{ size: number, line: Ints, sentence: Ints, day: Ints, status: Ints, relation: Coded, verb: Coded,
 *   speaker: Coded, speakers: Speakers, id: (row: number) => string,
 *   place: (id: string) => number, told: (row: number) => string, ends: (row: number) => string[], rule: Coded, confidence: Ints, polarity: Ints }} Rows  `ends` are the
 *   ids of the mentions at both ends of what is stated.
 * @typedef {{ document: Ints, sentence: Ints, start: Ints, length: Ints, actor: Ints, back: Ints, named: Ints, source: Ints, target: Ints,
 *   place: (id: string) => number, id: (at: number) => string }} Spans  Mentions, in order; `back` is how many before stands the one that it
 *   refers back to. `source` and `target` are, for each stated row in order, 1 more than the place of its mention.
 * @typedef {{ row: number, reasons: string[] }} Doubt  A relation that may be wrong, and why.
 * @typedef {{ one: number, other: number, reasons: string[], shared: number, sentences: number }} Pair  Two actors that may be one: why, how many
 *   actors both are linked to, and how many stated sentences a merge would move.
 * @typedef {{ title: string, date: string, outlet: string, url: string }} Doc
 * @typedef {{ text: string, marks: (row: number) => number[] | null }} Evidence
 * @typedef {{ of: (document: number) => Doc, id: (document: number) => string, place: (id: string) => number }} Papers
 * @typedef {{ actors: Actors, lines: Lines, rows: Rows, stated: boolean, kinds: string[], statuses: string[], types: string[],
 *   actions: string[], stateRoles: string[], rules: Map<string, string>, noDay: number, together: number, denied: number,
 *   part: [number, number, number, number] | null, strength: number, radius: [number, number], drawn: { anActor: number, least: number, most: number, letters: number },
 *   countries: Record<string, string>, communities: Ints, nations: Record<string, string>, roles: string[], classes: Map<string, [number, number]>, queue: Pair[], doubts: Doubt[],
 *   spans: () => Spans, documentOf: (id: string) => number, placeOf: (sentence: number) => string,
 *   days: [number, number], sentences: { size: number, all: number, document: Ints, number: Ints, start: Ints }, documents: { size: number, outlet: Coded, day: Ints, days: [number, number], dated: number, story: Ints },
 *   linesOf: (actor: number) => Uint32Array, linesOfPair: (pair: number) => Uint32Array,
 *   document: (sentence: number) => Doc, evidence: (sentence: number) => Promise<Evidence>, papers: Papers, texts: import("./library.js").Texts }} Data
 *   `part` is how many actors the page has, of how many in the tables, and relations likewise; null where it has all.
 *   `sentences.size` counts those that a relation is in, `all` those of the documents, of which `dated` have
 *   a day, and those of one `story` tell the same; `days` are the first and last that relations are told of. `stated` tells whether there is anything but mentions together, `rules` what a rule reads. `together` and `denied` are places in
 *   `kinds` and `statuses`. A stated sentence has so many times the `strength` of a mention together; a node has the first `radius`
 *   at least, the most linked one the second; `drawn` tells how many lines are drawn, and how many letters of a name.
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
 * @param {number} size
 * @param {number[]} places
 */
function flagged(size, places) {
  const flags = new Uint8Array(size);
  for (const at of places) flags[at] = 1;
  return flags;
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
  const words = (/** @type {any} */ column) => ({ words: column.words.map(clean), codes: unpack(column) });
  const raw = core.actors;
  const actors = {
    size: raw.size, id: raw.id, name: raw.name.map(clean), titles: raw.titles.map(clean), aliases: raw.aliases.map(clean),
    type: words(raw.type), role: words(raw.role), country: words(raw.country), mentions: unpack(raw.mentions),
    documents: unpack(raw.documents), degree: unpack(raw.degree), first: unpack(raw.first), last: unpack(raw.last),
    radius: raw.radius, live: raw.size, gone: new Uint8Array(raw.size), heir: Int32Array.from({ length: raw.size }, (_, at) => at),
    papers: listed(unpack(raw.papers.size), unpack(raw.papers.document)), offices: officesOf(raw.offices), unsaid: new Set(raw.unsaid),
    minor: flagged(raw.size, raw.minor ?? []),
  };
  const speakers = { ...words(core.rows.speaker), actors: core.rows.speaker.actors };
  /** @type {Rows} */
  const rows = {
    ends: () => ["", ""], size: core.rows.size, line: unpack(core.rows.line), sentence: unpack(core.rows.sentence), day: unpack(core.rows.day),
    status: unpack(core.rows.status), relation: words(core.rows.relation), verb: words(core.rows.verb),
    speakers, speaker: spoken(speakers), ...idsOf(core.rows.id), told: toldIn(core.rows.told ?? {}), rule: words(core.rows.rule), confidence: unpack(core.rows.confidence),
    polarity: unpack(core.rows.polarity),
  };
  const lines = {
    size: core.lines.size, source: unpack(core.lines.source), target: unpack(core.lines.target),
    pair: unpack(core.lines.pair), kind: unpack(core.lines.kind), sign: unpack(core.lines.sign),
    weight: unpack(core.lines.weight),
    association: unpack(core.lines.association), rarity: unpack(core.lines.rarity), rows: bounds(rows.line, core.lines.size),
  };
  const pairs = largest(lines.pair, -1) + 1;
  const paperIds = once(() => /** @type {string[]} */ (JSON.parse(read("data-documents") || '{"doc_id":[]}').doc_id));
  const spans = once(() => spansOf(read, paperIds()));
  const statedAt = once(() => {
    const at = new Int32Array(rows.size).fill(-1);
    let next = 0;
    for (let row = 0; row < rows.size; row++) if (core.kinds[lines.kind[rows.line[row]]] !== TOGETHER) at[row] = next++;
    return at;
  });
  rows.ends = (row) => {
    const at = statedAt()[row];
    return at < 0 ? ["", ""] : [spans().source[at], spans().target[at]].map((one) => (one ? spans().id(one - 1) : ""));
  };
  const sentences = { size: core.sentences.size, all: core.sentences.all ?? core.sentences.size, document: unpack(core.sentences.document), number: unpack(core.sentences.number), start: unpack(core.sentences.start ?? core.sentences.number) };
  const outlets = { words: core.outlets.map(clean), codes: unpack(core.documents.outlet) };
  const papers = paperReader(outlets, read);
  const published = Int32Array.from(core.documents.day ? unpack(core.documents.day) : outlets.codes, (day) => (core.documents.day ? day : core.noDay));
  const nations = nationsIn(core.nations ?? {}, core.regions ?? {});
  return {
    spans, documentOf: (id) => paperIds().indexOf(id),
    placeOf: (sentence) => `${paperIds()[sentences.document[sentence]] ?? ""}:${sentences.number[sentence]}`,
    nations, roles: core.roles ?? [], classes: new Map(Object.entries(core.classes ?? {})),
    doubts: (core.doubts ?? []).map((/** @type {[number, string[]]} */ [row, reasons]) => ({ row, reasons })),
    queue: (core.queue ?? []).map((/** @type {[number, number, string[], number, number]} */ [one, other, reasons, shared, sentences]) => ({ one, other, reasons, shared, sentences })),
    actors, rows, lines, sentences, countries: core.nations ? nations : core.countries ?? {}, communities: Uint32Array.from(core.communities ?? new Array(raw.size).fill(0)),
    kinds: core.kinds, statuses: core.statuses, types: core.types, actions: core.actions, stateRoles: core.stateRoles, rules: new Map(Object.entries(core.rules ?? {}).map(([rule, sentence]) => [rule, TEXTS.rules[rule] ?? clean(/** @type {string} */ (sentence))])), noDay: core.noDay,
    together: core.kinds.indexOf(TOGETHER), denied: core.statuses.indexOf(DENIED), stated: core.stated, part: partOf(core), strength: core.strength, radius: core.radius, drawn: core.drawn,
    days: span(rows.day, core.noDay),
    documents: { size: outlets.codes.length, outlet: outlets, day: published, days: span(published, core.noDay), dated: published.reduce((sum, day) => sum + Number(day !== core.noDay), 0), story: core.documents.story ? unpack(core.documents.story) : Uint32Array.from(outlets.codes, (_, at) => at) },
    linesOf: grouped(actors.size, lines.source, lines.target),
    linesOfPair: grouped(pairs, lines.pair),
    papers, document: (sentence) => papers.of(sentences.document[sentence]),
    texts: library(core.texts ? { chunk: unpack(core.texts.chunk), place: unpack(core.texts.place), left: core.texts.left } : null, (chunk) => inflate(bytes(read(`data-texts-${chunk}`)))),
    evidence: evidenceReader(core.sentences.chunk, read),
  };
}

/**
 * @template T
 * @param {() => T} make
 */
function once(make) {
  /** @type {{ made: T } | null} */
  let kept = null;
  return () => (kept ??= { made: make() }).made;
}

/**
 * Mentions, unpacked when the first is asked for.
 * @param {(id: string) => string} read
 * @param {string[]} papers ids of the documents
 * @returns {Spans}
 */
function spansOf(read, papers) {
  const raw = JSON.parse(read("data-spans") || "null");
  const column = (/** @type {string} */ name) => (raw ? unpack(raw[name]) : new Uint8Array(0));
  const [document, sentence, start, length, actor, back, named, source, target] = ["document", "sentence", "start", "length", "actor", "back", "named", "source", "target"].map(column);
  return {
    document, sentence, start, length, actor, back, named, source, target,
    id: (at) => `${papers[document[at]]}:${start[at]}-${start[at] + length[at]}`,
    place(id) {
      const cut = id.lastIndexOf(":");
      const [from, to] = id.slice(cut + 1).split("-").map(Number);
      const paper = papers.indexOf(id.slice(0, cut));
      for (let at = 0; at < document.length; at++) if (document[at] === paper && start[at] === from && start[at] + length[at] === to) return at;
      return -1;
    },
  };
}

/**
 * @param {any} core
 * @returns {[number, number, number, number] | null}
 */
function partOf({ actors, rows, whole }) {
  if (!whole || (actors.size >= whole.actors && rows.size >= whole.relations)) return null;
  return [actors.size, whole.actors, rows.size, whole.relations];
}

/**
 * Who says each row, by name: speakers of one name are one choice of the filter.
 * @param {Speakers} speakers
 * @returns {Coded}
 */
export function spoken({ words: names, codes }) {
  const { words, codes: code } = coded(names);
  return words.length === names.length ? { words, codes } : { words, codes: Int32Array.from(codes, (key) => code[key]) };
}

/**
 * Values as their distinct words and a code each; words that there are before keep their codes.
 * @param {string[]} values
 * @param {string[]} [before]
 * @returns {Coded}
 */
export function coded(values, before = []) {
  const words = [...new Set([...before, ...values])];
  const place = new Map(words.map((word, at) => [word, at]));
  return { words, codes: Uint32Array.from(values, (word) => place.get(word) ?? 0) };
}

/**
 * Lists that stand one after the other, by number.
 * @param {Ints} sizes
 * @param {Ints} all
 */
function listed(sizes, all) {
  const start = new Uint32Array(sizes.length + 1);
  for (let at = 0; at < sizes.length; at++) start[at + 1] = start[at] + sizes[at];
  const members = Uint32Array.from(all);
  return (/** @type {number} */ at) => members.subarray(start[at], start[at + 1]);
}

/**
 * @param {Record<string, [string, number | "", number | "", number, number[]][]>} raw
 * @returns {Map<number, Office[]>}
 */
function officesOf(raw) {
  return new Map(Object.entries(raw).map(([actor, rows]) => [Number(actor), rows.map(([title, first, last, sentences, bodies]) =>
    ({ title: clean(title), first: first === "" ? null : first, last: last === "" ? null : last, sentences, bodies }))]));
}

/**
 * The id of a row: twelve hexadecimal digits from six bytes, or a word; and the row of an id, -1 for none.
 * @param {{ type: string, data?: string, words?: string[] }} column
 * @returns {{ id: (row: number) => string, place: (id: string) => number }}
 */
function idsOf({ data, words }) {
  if (words) return { id: (row) => words[row], place: (id) => words.indexOf(id) };
  const raw = bytes(data ?? "");
  const id = (/** @type {number} */ row) => Array.from(raw.subarray(6 * row, 6 * row + 6), (byte) => byte.toString(16).padStart(2, "0")).join("");
  return {
    id,
    place: (wanted) => {
      const first = parseInt(wanted.slice(0, 2), 16);
      for (let row = 0; 6 * row < raw.length; row++) if (raw[6 * row] === first && id(row) === wanted) return row;
      return -1;
    },
  };
}

/**
 * The dates that are told of rows, where these are no whole day or one that the time line leaves out.
 * @param {Record<string, string>} raw
 */
function toldIn(raw) {
  const known = new Map(Object.entries(raw).map(([row, date]) => [Number(row), clean(date)]));
  return (/** @type {number} */ row) => known.get(row) ?? "";
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
 * What is known of each document, read when it is first asked for.
 * @param {Coded} outlets
 * @param {(id: string) => string} read
 * @returns {Papers}
 */
function paperReader(outlets, read) {
  /** @type {any} */
  let columns = null;
  const known = () => (columns ??= JSON.parse(read("data-documents")));
  return {
    of: (at) => (at < 0 ? { title: "", date: "", outlet: "", url: "" } : {
      title: clean(known().title[at]), date: clean(known().date[at]), url: known().url[at],
      outlet: outlets.words[outlets.codes[at]],
    }),
    id: (at) => known().doc_id[at],
    place: (id) => known().doc_id.indexOf(id),
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
