/** A generated press: relations as plain rows, and the same as the page's data. */

import { readData } from "../../graphbuild/views/assets/data/payload.js";
import { pack } from "./small.js";
import { words } from "./words.js";

/**
 * @typedef {{ id: string, source: number, target: number, kind: string, sign: number, polarity: number, status: string, relation: string,
 *   verb: string, speaker: string, sentence: number, document: number, outlet: string, day: number, published: number, confidence: number }} Told
 *   `day` is the one told, `published` that of the article.
 * @typedef {{ type: string, role: string, country: string }} Person
 */

/** @param {number} seed */
export function dice(seed) {
  let now = seed + 1;
  const random = () => (now = (now * 16807) % 2147483647) / 2147483647;
  for (let turn = 0; turn < 5; turn++) random();
  const below = (/** @type {number} */ size) => Math.floor(random() * size);
  return { random, below, pick: /** @type {<T>(some: T[]) => T} */ ((some) => some[below(some.length)]) };
}

/** @param {string[]} column */
function coded(column) {
  const all = [...new Set(column)];
  return { words: all, ...pack(column.map((word) => all.indexOf(word))) };
}

/**
 * @param {number} seed
 * @param {{ people?: number, sentences?: number }} [size]
 */
export function press(seed, { people = 14, sentences = 60 } = {}) {
  const { random, below, pick } = dice(seed);
  const persons = Array.from({ length: people }, () => ({ type: pick(words.types), role: pick(["", "GOV", "REB"]), country: pick(["", "FRA", "MLI"]) }));
  const papers = Array.from({ length: 1 + below(6) }, () => ({ outlet: pick(["", "Daily", "Radio"]), day: below(4) ? 100 + below(40) : words.noDay }));
  /** @type {Told[]} */
  const told = [];
  for (let sentence = 0; sentence < sentences; sentence++) {
    const document = Math.floor((sentence * papers.length) / sentences);
    for (let turn = below(5); turn > 0; turn--) {
      let [source, target] = [Math.floor(people * random() ** 2), below(people)]; // some are in much of it
      if (source === target) continue;
      const kind = pick(["verb", "verb", "affiliation", "cooccurrence"]);
      const apart = kind === "cooccurrence";
      if (apart && source > target) [source, target] = [target, source];
      if (apart && told.some((row) => row.sentence === sentence && row.kind === kind && row.source === source && row.target === target)) continue;
      const polarity = kind === "verb" ? pick([-100, -40, 0, 25, 80]) : 0;
      told.push({
        id: `r${told.length}`, source, target, kind, polarity, sign: Math.sign(polarity), status: apart ? "asserted" : pick(["asserted", "asserted", "asserted", "possible", "intended", "negated"]),
        relation: apart ? "" : pick(["attack", "support", "meet"]), verb: apart ? "" : pick(["hit", "backed", "saw"]), speaker: apart ? "" : pick(["", "", "Ada", "Bo"]), sentence, document, outlet: papers[document].outlet,
        published: papers[document].day, day: pick([papers[document].day, papers[document].day, 90 + below(60), words.noDay]), confidence: apart ? 0 : 30 + below(70),
      });
    }
  }
  return { persons, told, papers, data: pressOf(persons, told, papers, sentences) };
}

/** @param {Told} row */
export const lineKey = ({ source, target, kind, sign }) => `${source} ${target} ${kind} ${sign}`;

/**
 * @param {Person[]} persons
 * @param {Told[]} told
 * @param {{ outlet: string, day: number }[]} papers
 * @param {number} sentences
 */
export function pressOf(persons, told, papers, sentences) {
  /** @type {Map<string, Told[]>} */
  const byLine = new Map();
  for (const row of told) byLine.set(lineKey(row), [...(byLine.get(lineKey(row)) ?? []), row]);
  const weightOf = (/** @type {Told[]} */ own) => new Set(own.filter(({ status }) => status !== "negated").map(({ sentence }) => sentence)).size;
  const lines = [...byLine.values()].map((own) => own.sort((a, b) => a.sentence - b.sentence)).sort((a, b) => weightOf(b) - weightOf(a) || (lineKey(a[0]) < lineKey(b[0]) ? -1 : 1));
  const rows = lines.flatMap((own, line) => own.map((row) => ({ ...row, line })));
  const pairs = [...new Set(lines.map(([{ source, target }]) => [source, target].sort().join()))];
  const of = (/** @type {(row: Told & { line: number }) => number} */ value) => pack(rows.map(value));
  const ends = (/** @type {(row: Told) => number} */ value) => pack(lines.map(([row]) => value(row)));
  const none = persons.map(() => 0);
  const data = readData({
    actors: {
      size: persons.length, id: persons.map((_, at) => `a${at}`), name: persons.map((_, at) => `Actor ${at}`), titles: persons.map(() => ""), aliases: persons.map(() => ""),
      type: coded(persons.map(({ type }) => type)), role: coded(persons.map(({ role }) => role)), country: coded(persons.map(({ country }) => country)),
      mentions: pack(none), documents: pack(none), degree: pack(none), first: pack(none), last: pack(none), radius: none, papers: { size: pack(none), document: pack([]) }, offices: {}, unsaid: [], minor: [],
    },
    ...words, stated: told.some(({ kind }) => kind !== "cooccurrence"), countries: { FRA: "France", MLI: "Mali" },
    lines: {
      size: lines.length, source: ends(({ source }) => source), target: ends(({ target }) => target), pair: pack(lines.map(([{ source, target }]) => pairs.indexOf([source, target].sort().join()))),
      kind: ends(({ kind }) => words.kinds.indexOf(kind)), sign: ends(({ sign }) => sign), weight: pack(lines.map(weightOf)), association: pack(lines.map(() => 0)), rarity: pack(lines.map(() => 0)),
    },
    rows: {
      size: rows.length, line: of(({ line }) => line), sentence: of(({ sentence }) => sentence), day: of(({ day }) => day), status: of(({ status }) => words.statuses.indexOf(status)),
      relation: coded(rows.map(({ relation }) => relation)), verb: coded(rows.map(({ verb }) => verb)), speaker: { ...coded(rows.map(({ speaker }) => speaker)), actors: [...new Set(rows.map(({ speaker }) => speaker))].map(() => -1) },
      id: { type: "words", words: rows.map(({ id }) => id) }, rule: coded(rows.map(() => "")), confidence: of(({ confidence }) => confidence), polarity: of(({ polarity }) => polarity),
    },
    sentences: { size: sentences, chunk: 2, document: pack(Array.from({ length: sentences }, (_, at) => Math.floor((at * papers.length) / sentences))), number: pack(Array.from({ length: sentences }, (_, at) => at)) },
    communities: persons.map((_, at) => at % 4), outlets: [...new Set(papers.map(({ outlet }) => outlet))], documents: { day: pack(papers.map(({ day }) => day)), outlet: pack(papers.map(({ outlet }, _, all) => [...new Set(all.map((one) => one.outlet))].indexOf(outlet))) },
  }, () => "");
  return data;
}
