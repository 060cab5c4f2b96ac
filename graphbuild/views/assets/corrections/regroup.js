/** Rows of the page's data gathered to lines again, where some of them changed or are new. */

import { grouped, spoken } from "../data/payload.js";

/**
 * @typedef {import("../data/payload.js").Data} Data
 * @typedef {{ origin: number, sentence: number, source: number, target: number, kind: number, relation: string, rule: string,
 *   confidence: number, polarity: number, status: number, day: number, marked: boolean }} Row
 *   `origin` is the row that it was, or whose verb and speaker it has, -1 for none; `marked` whether its marks still hold.
 */

/**
 * Rows and lines anew. Lines that no change touches stay as they are, in their order; the others are gathered again.
 * @param {Data} base
 * @param {Map<number, Partial<Row> | null>} changed
 * @param {Row[]} fresh
 */
export function rebuilt(base, changed, fresh) {
  const { rows, lines, sentences, together, actors } = base;
  const { away, made } = gathered(base, changed, fresh);
  /** @type {(number | Gathered)[]} old lines, and new ones among them, the strongest first */
  const all = [];
  const strength = (/** @type {number} */ line) => lines.weight[line] * (lines.kind[line] === together ? 1 : base.strength);
  let next = 0;
  for (let line = 0; line < lines.size; line++) {
    if (away.has(line)) continue;
    while (next < made.length && made[next].strength > strength(line)) all.push(made[next++]);
    all.push(line);
  }
  all.push(...made.slice(next));
  const size = rows.size - [...away].reduce((sum, line) => sum + lines.rows[line + 1] - lines.rows[line], 0) + made.reduce((sum, { own }) => sum + own.length, 0);
  const [origin, line] = [new Int32Array(size), new Int32Array(size)];
  const [source, target, kind, sign, weight, association, rarity] = Array.from({ length: 7 }, () => new Int32Array(all.length));
  const bounds = new Uint32Array(all.length + 1);
  /** @type {Map<number, Row>} rows of new lines, by their new numbers */
  const other = new Map();
  let row = 0;
  all.forEach((one, at) => {
    const begin = row;
    if (typeof one === "number") {
      [source[at], target[at], kind[at], sign[at], weight[at], association[at], rarity[at]] = [lines.source[one], lines.target[one], lines.kind[one], lines.sign[one], lines.weight[one], lines.association[one], lines.rarity[one]];
      for (let old = lines.rows[one]; old < lines.rows[one + 1]; old++) origin[row++] = old;
    } else {
      [source[at], target[at], kind[at], sign[at], weight[at]] = [one.source, one.target, one.kind, one.sign, one.weight];
      for (const own of one.own) {
        origin[row] = own.origin;
        other.set(row++, own);
      }
    }
    line.fill(at, begin, row);
    bounds[at + 1] = row;
  });
  const column = (/** @type {import("../data/payload.js").Ints} */ from, /** @type {"sentence" | "day" | "status" | "confidence" | "polarity"} */ name) => {
    const to = picked(from, origin);
    for (const [at, own] of other) to[at] = own[name];
    return to;
  };
  const coded = (/** @type {import("../data/payload.js").Coded} */ { words: known, codes: from }, /** @type {(row: Row) => string | null} */ said) => {
    const words = [...known];
    const codes = picked(from, origin);
    for (const [at, own] of other) {
      const word = said(own);
      if (word === null) continue;
      if (!words.includes(word)) words.push(word);
      codes[at] = words.indexOf(word);
    }
    return { words, codes };
  };
  const speakers = { words: [...rows.speakers.words], actors: [...rows.speakers.actors], codes: picked(rows.speakers.codes, origin) };
  let silent = speakers.words.findIndex((word, at) => word === "" && speakers.actors[at] < 0);
  if (silent < 0) {
    silent = speakers.words.push("") - 1;
    speakers.actors.push(-1);
  }
  for (const [at, own] of other) if (own.origin < 0) speakers.codes[at] = silent;
  /** @type {Int32Array | null} */
  let places = null;
  const pairs = new Map();
  const pair = source.map((from, at) => {
    const key = Math.min(from, target[at]) * actors.size + Math.max(from, target[at]);
    if (!pairs.has(key)) pairs.set(key, pairs.size);
    return pairs.get(key);
  });
  const spoke = new Uint8Array(sentences.document.length);
  const sentence = column(rows.sentence, "sentence");
  for (const one of sentence) spoke[one] = 1;
  return {
    lines: { size: all.length, source, target, pair, kind, sign, weight, association, rarity, rows: bounds },
    rows: {
      size, line, sentence, day: column(rows.day, "day"), status: column(rows.status, "status"), confidence: column(rows.confidence, "confidence"), polarity: column(rows.polarity, "polarity"),
      relation: coded(rows.relation, (one) => one.relation), rule: coded(rows.rule, (one) => one.rule), verb: coded(rows.verb, (one) => (one.origin < 0 ? "" : null)),
      speakers, speaker: spoken(speakers),
      id: (/** @type {number} */ at) => (origin[at] < 0 ? "" : rows.id(origin[at])),
      place: (/** @type {string} */ id) => {
        const old = rows.place(id);
        if (!places) {
          places = new Int32Array(rows.size).fill(-1);
          for (let at = 0; at < size; at++) if (origin[at] >= 0) places[origin[at]] = at;
        }
        return old < 0 ? -1 : places[old];
      },
      ends: (/** @type {number} */ at) => (origin[at] < 0 ? ["", ""] : rows.ends(origin[at])),
      told: (/** @type {number} */ at) => (origin[at] < 0 ? "" : rows.told(origin[at])),
    },
    sentences: { ...sentences, size: spoke.reduce((sum, one) => sum + one, 0) },
    stated: kind.some((one, at) => one !== together && weight[at] > 0),
    linesOf: grouped(actors.size, source, target),
    linesOfPair: grouped(pairs.size, pair),
    evidence: async (/** @type {number} */ at) => {
      const { text, marks } = await base.evidence(at);
      return { text, marks: (/** @type {number} */ one) => (origin[one] >= 0 && other.get(one)?.marked !== false ? marks(origin[one]) : null) };
    },
  };
}

/**
 * @param {ArrayLike<number>} column
 * @param {Int32Array} places of which those below 0 have no value
 */
function picked(column, places) {
  const to = new Int32Array(places.length);
  for (let at = 0; at < to.length; at++) to[at] = places[at] < 0 ? 0 : column[places[at]];
  return to;
}

/**
 * @typedef {{ source: number, target: number, kind: number, sign: number, own: Row[], weight: number, strength: number }} Gathered
 */

/**
 * The lines that changes touch, gathered again, the strongest first, and the old ones that they stand for.
 * @param {Data} base
 * @param {Map<number, Partial<Row> | null>} changed
 * @param {Row[]} fresh
 * @returns {{ away: Set<number>, made: Gathered[] }}
 */
function gathered(base, changed, fresh) {
  const { rows, lines, together, denied } = base;
  const word = (/** @type {import("../data/payload.js").Coded} */ column, /** @type {number} */ row) => column.words[column.codes[row]];
  /** @returns {Row} */
  const asIs = (/** @type {number} */ row) => {
    const line = rows.line[row];
    return {
      origin: row, sentence: rows.sentence[row], source: lines.source[line], target: lines.target[line], kind: lines.kind[line], relation: word(rows.relation, row), rule: word(rows.rule, row),
      confidence: rows.confidence[row], polarity: Math.sign(rows.polarity[row]) === lines.sign[line] ? rows.polarity[row] : lines.sign[line], status: rows.status[row], day: rows.day[row], marked: true,
    };
  };
  const all = fresh.map((row) => ({ ...row }));
  const away = new Set();
  for (const [row, change] of changed) {
    away.add(rows.line[row]);
    if (change) all.push({ ...asIs(row), ...change });
  }
  for (const row of all) {
    for (const line of base.linesOf(row.source)) if (lines.source[line] === row.source && lines.target[line] === row.target && lines.kind[line] === row.kind && lines.sign[line] === Math.sign(row.polarity)) away.add(line);
  }
  for (const line of away) for (let row = lines.rows[line]; row < lines.rows[line + 1]; row++) if (!changed.has(row)) all.push(asIs(row));
  const newest = new Int32Array(base.sentences.document.length).fill(-(2 ** 31));
  for (let row = 0; row < rows.size; row++) newest[rows.sentence[row]] = Math.max(newest[rows.sentence[row]], rows.day[row]);
  /** @type {Map<string, Row[]>} */
  const byLine = new Map();
  for (const row of all) {
    const key = `${row.source} ${row.target} ${row.kind} ${Math.sign(row.polarity)}`;
    byLine.set(key, [...(byLine.get(key) ?? []), row]);
  }
  const made = [...byLine.values()].map((own) => {
    const [{ source, target, kind, polarity }] = own;
    own.sort((a, b) => newest[b.sentence] - newest[a.sentence] || a.sentence - b.sentence || a.origin - b.origin);
    const weight = new Set(own.filter(({ status }) => status !== denied).map(({ sentence }) => sentence)).size;
    return { source, target, kind, sign: Math.sign(polarity), own, weight, strength: weight * (kind === together ? 1 : base.strength) };
  });
  made.sort((a, b) => b.strength - a.strength || a.source - b.source || a.target - b.target || a.kind - b.kind || a.sign - b.sign);
  return { away, made };
}

/**
 * How much each actor is linked, and how large it is drawn.
 * @param {Data} base
 * @param {Pick<Data, "lines" | "stated">} made
 */
export function standing({ actors, together, radius: [least, most] }, { lines, stated }) {
  const degree = new Uint32Array(actors.size);
  for (let line = 0; line < lines.size; line++) {
    if (stated && lines.kind[line] === together) continue;
    degree[lines.source[line]] += lines.weight[line];
    degree[lines.target[line]] += lines.weight[line];
  }
  const top = degree.reduce((more, one) => Math.max(more, one), 1);
  return { degree, radius: Array.from(degree, (one) => Math.round(10 * Math.max(least, most * Math.sqrt(one / top))) / 10) };
}
