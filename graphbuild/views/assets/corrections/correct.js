/** What the user set right, applied to the page's data as a rebuild applies it to the corpus. */

import { coded, grouped, spoken } from "../data/payload.js";
import { identities } from "./identities.js";
import { rework } from "./rework.js";

/**
 * @typedef {import("../data/payload.js").Data} Data
 * @typedef {import("../data/payload.js").Ints} Ints
 * @typedef {import("../state/store.js").Selection} Selection
 * @typedef {"merge" | "split" | "rename" | "retype" | "country" | "role" | "ignore" | "different" | "relink" | "drop" | "confirm" | "reclass" | "add"} Action
 * @typedef {{ action: Action, subject: string, object: string, relation?: string, evidence?: string }} Correction
 *   `subject` is an actor's id (of `relink` a mention's, of `drop`, `confirm` and `reclass` a relation's), `object` an actor's id, an
 *   alias, a name, a type, a country, a role or a class; `relation` and `evidence` are the class and the sentence of what is added.
 * @typedef {import("./identities.js").Identities} Identities
 * @typedef {{ data: Data, idle: boolean[] }} Corrected  `idle` tells which corrections fit nothing (any more).
 */

/** What changes nothing that is shown, beside what `rework` has done. */
const NOTED = new Set(["split", "different", "relink", "confirm", "reclass", "add"]);

/**
 * The data as a rebuild with these corrections would give it. Actors keep their numbers, so that places,
 * pins and selections hold; those that are gone have no lines and no name in any list. What is split off is
 * only noted: which mentions bear an alias is not in the page.
 * @param {Data} page as it came
 * @param {Correction[]} list top to bottom
 * @returns {Corrected}
 */
export function correct(page, list) {
  const who = identities(page, list);
  const base = rework(page, list, who);
  if (base !== page) for (const id of who.dropped.keys()) who.dropped.set(id, base.rows.place(id));
  const dropped = new Set(who.dropped.values());
  if (list.every(({ action }, at) => who.idle[at] || NOTED.has(action))) return { data: base, idle: who.idle };
  if (!who.dropped.size && !who.gone.includes(1)) return { data: { ...base, ...renamedOnly(base, who) }, idle: who.idle };
  const rows = keptRows(base, { heir: who.heir, dropped });
  const lines = sortedLines(base, rows);
  return { data: { ...base, ...assembled(base, who, rows, lines) }, idle: who.idle };
}

/**
 * @typedef {{ first: Uint32Array, kept: Uint32Array, turned: Uint8Array, source: number[],
 *   target: number[], kind: number[], sign: number[], only: number[] }} Grown
 *   `first[line] .. first[line + 1]` are its places in `kept`, which holds old numbers of rows; `only` is the old
 *   line where a line is made of one, else -1.
 */

/**
 * The rows that stay, gathered to lines between those who the ends are now.
 * @param {Data} base
 * @param {{ heir: Int32Array, dropped: Set<number> }} who
 * @returns {Grown}
 */
function keptRows({ actors, lines, rows, sentences, kinds, together }, { heir, dropped }) {
  const alone = aloneOf(heir);
  const number = new Map();
  const [source, target, kind, sign, only] = [/** @type {number[]} */ ([]), /** @type {number[]} */ ([]), /** @type {number[]} */ ([]), /** @type {number[]} */ ([]), /** @type {number[]} */ ([])];
  const lineOf = new Int32Array(lines.size).fill(-1);
  const turned = new Uint8Array(lines.size);
  for (let line = 0; line < lines.size; line++) {
    let [from, to] = [heir[lines.source[line]], heir[lines.target[line]]];
    if (from < 0 || to < 0 || from === to) continue;
    if (lines.kind[line] === together && from > to) {
      [from, to] = [to, from];
      turned[line] = 1;
    }
    const mixed = !alone[from] || !alone[to]; // else no other line is like this one
    const key = mixed ? ((from * actors.size + to) * kinds.length + lines.kind[line]) * 3 + lines.sign[line] + 1 : -1;
    let at = mixed ? number.get(key) : undefined;
    if (at === undefined) {
      at = source.length;
      if (mixed) number.set(key, at);
      source.push(from);
      target.push(to);
      kind.push(lines.kind[line]);
      sign.push(lines.sign[line]);
      only.push(line);
    } else only[at] = -1;
    lineOf[line] = at;
  }
  for (let line = 0; line < lineOf.length; line++) if (lineOf[line] < 0) lineOf[line] = source.length;
  const parts = grouped(source.length + 1, lineOf);
  const newest = only.includes(-1) ? newestOf(rows, sentences.document.length) : null;
  const kept = new Uint32Array(rows.size);
  const first = new Uint32Array(source.length + 1);
  let size = 0;
  for (let line = 0; line < source.length; line++) {
    const begin = size;
    for (const part of parts(line)) {
      for (let row = lines.rows[part]; row < lines.rows[part + 1]; row++) if (!dropped.size || !dropped.has(row)) kept[size++] = row;
    }
    if (only[line] < 0 && newest) {
      const own = kept.subarray(begin, size).sort((a, b) => newest[rows.sentence[b]] - newest[rows.sentence[a]] || rows.sentence[a] - rows.sentence[b] || a - b);
      if (kind[line] === together) size = begin + withoutTwins(own, rows.sentence, sentences);
    }
    first[line + 1] = size;
  }
  return { first, kept: kept.slice(0, size), turned, source, target, kind, sign, only };
}

/**
 * Keep one row for each place where two actors are mentioned together, however many names they have there.
 * @param {Uint32Array} own rows, changed: those that stay come first
 * @param {Ints} sentence
 * @param {Data["sentences"]} sentences
 */
function withoutTwins(own, sentence, { document, number }) {
  const seen = new Set();
  let size = 0;
  for (const row of own) {
    const place = document[sentence[row]] * 2 ** 24 + number[sentence[row]];
    if (seen.has(place)) continue;
    seen.add(place);
    own[size++] = row;
  }
  return size;
}

/**
 * @param {Data["rows"]} rows
 * @param {number} size of the sentences
 */
function newestOf(rows, size) {
  const newest = new Int32Array(size).fill(-(2 ** 31));
  for (let row = 0; row < rows.size; row++) newest[rows.sentence[row]] = Math.max(newest[rows.sentence[row]], rows.day[row]);
  return newest;
}

/**
 * @typedef {{ order: number[], weight: Uint32Array, degree: Float64Array }} Sorted  New lines that have rows, the
 *   strongest first; `weight` by new line as `Grown` numbers it.
 */

/**
 * @param {Data} base
 * @param {Grown} grown
 * @returns {Sorted}
 */
function sortedLines({ actors, rows, denied, together, strength: stronger }, { first, kept, source, target, kind, sign }) {
  const weight = new Uint32Array(source.length);
  const order = [];
  for (let line = 0; line < source.length; line++) {
    if (first[line] === first[line + 1]) continue;
    order.push(line);
    let last = -1;
    for (let at = first[line]; at < first[line + 1]; at++) {
      if (rows.status[kept[at]] === denied || rows.sentence[kept[at]] === last) continue;
      last = rows.sentence[kept[at]];
      weight[line]++;
    }
  }
  const stated = order.some((line) => kind[line] !== together && weight[line] > 0);
  const degree = new Float64Array(actors.size);
  for (const line of order) {
    if (stated && kind[line] === together) continue;
    degree[source[line]] += weight[line];
    degree[target[line]] += weight[line];
  }
  const strength = (/** @type {number} */ line) => weight[line] * (kind[line] === together ? 1 : stronger);
  const lesser = (/** @type {number} */ line) => Math.min(degree[source[line]], degree[target[line]]);
  order.sort((a, b) => strength(b) - strength(a) || lesser(b) - lesser(a) || source[a] - source[b] || target[a] - target[b] || kind[a] - kind[b] || sign[a] - sign[b]);
  return { order, weight, degree };
}

/**
 * @param {Data} base
 * @param {Identities} who
 * @param {Grown} grown
 * @param {Sorted} sorted
 */
function assembled(base, who, grown, { order, weight, degree }) {
  const { first, kept } = grown;
  const size = order.length;
  const of = (/** @type {ArrayLike<number>} */ column) => picked(column, order);
  const alone = aloneOf(who.heir);
  const association = (/** @type {Ints} */ column) => {
    const made = new Int32Array(size);
    order.forEach((line, at) => { if (grown.only[line] >= 0 && alone[grown.source[line]] && alone[grown.target[line]]) made[at] = column[grown.only[line]]; });
    return made;
  };
  const [source, target] = [of(grown.source), of(grown.target)];
  const bounds = new Uint32Array(size + 1);
  const origin = new Uint32Array(kept.length);
  const line = new Uint32Array(kept.length);
  for (let at = 0, row = 0; at < size; at++) {
    for (let own = first[order[at]]; own < first[order[at] + 1]; own++) {
      origin[row] = kept[own];
      line[row++] = at;
    }
    bounds[at + 1] = row;
  }
  const pair = pairsOf(source, target, base.actors.size);
  const rows = rowsOf(base, who, origin, line);
  const turnedRow = (/** @type {number} */ row) => grown.turned[base.rows.line[origin[row]]] === 1;
  const lines = {
    size, source, target, pair, kind: of(grown.kind), sign: of(grown.sign), weight: of(weight),
    association: association(base.lines.association), rarity: association(base.lines.rarity), rows: bounds,
  };
  return {
    actors: actorsOf(base, who, degree), rows, lines,
    sentences: { ...base.sentences, size: new Set(rows.sentence).size },
    linesOf: grouped(base.actors.size, source, target),
    linesOfPair: grouped(size ? pair.reduce((most, one) => Math.max(most, one), 0) + 1 : 0, pair),
    evidence: async (/** @type {number} */ sentence) => {
      const { text, marks } = await base.evidence(sentence);
      return { text, marks: (/** @type {number} */ row) => turnedMarks(marks(origin[row]), turnedRow(row)) };
    },
  };
}

/**
 * @param {number[] | null} marks
 * @param {boolean} turned
 */
function turnedMarks(marks, turned) {
  return marks && turned ? [marks[2], marks[3], marks[0], marks[1], marks[4], marks[5]] : marks;
}

/**
 * Whether an actor stands for itself only.
 * @param {Int32Array} heir
 */
function aloneOf(heir) {
  const alone = new Uint8Array(heir.length).fill(1);
  heir.forEach((to, at) => { if (to >= 0 && to !== at) alone[to] = 0; });
  return alone;
}

/**
 * @param {Int32Array} source
 * @param {Int32Array} target
 * @param {number} actors
 */
function pairsOf(source, target, actors) {
  /** @type {Map<number, number>} */
  const number = new Map();
  return source.map((from, line) => {
    const key = Math.min(from, target[line]) * actors + Math.max(from, target[line]);
    const known = number.get(key);
    if (known === undefined) number.set(key, number.size);
    return known ?? number.size - 1;
  });
}

/**
 * @param {Data} base
 * @param {Identities} who
 * @param {Uint32Array} origin
 * @param {Uint32Array} line
 * @returns {import("../data/payload.js").Rows}
 */
function rowsOf({ rows }, who, origin, line) {
  const of = (/** @type {Ints} */ column) => picked(column, origin);
  const same = (/** @type {import("../data/payload.js").Coded} */ { words, codes }) => ({ words, codes: of(codes) });
  const said = speakersOf(rows.speakers, who, of(rows.speakers.codes));
  return {
    size: origin.length, line, sentence: of(rows.sentence), day: of(rows.day), status: of(rows.status), relation: same(rows.relation),
    verb: same(rows.verb), rule: same(rows.rule), speakers: said, speaker: spoken(said), confidence: of(rows.confidence),
    polarity: of(rows.polarity), id: (row) => rows.id(origin[row]), told: (row) => rows.told(origin[row]), place: (id) => origin.indexOf(rows.place(id)), ends: (row) => rows.ends(origin[row]),
  };
}

/**
 * Values of a column at some places; many times faster than `Int32Array.from`.
 * @param {ArrayLike<number>} column
 * @param {ArrayLike<number>} places
 */
function picked(column, places) {
  const made = new Int32Array(places.length);
  for (let at = 0; at < made.length; at++) made[at] = column[places[at]];
  return made;
}

/**
 * Who speaks, by the names that they have now.
 * @param {import("../data/payload.js").Speakers} speakers
 * @param {Identities} who
 * @param {Ints} codes
 * @returns {import("../data/payload.js").Speakers}
 */
function speakersOf({ words, actors }, { heir, name }, codes) {
  const called = words.map((word, key) => {
    const who = actors[key];
    return who < 0 ? word : heir[who] < 0 ? "" : name[heir[who]];
  });
  return { words: called, actors: actors.map((who) => (who < 0 ? -1 : heir[who])), codes };
}

/**
 * Where nobody and no relation is gone, only names and types change.
 * @param {Data} base
 * @param {Identities} who
 */
function renamedOnly(base, who) {
  const said = speakersOf(base.rows.speakers, who, base.rows.speakers.codes);
  return {
    actors: { ...actorsOf(base, who, Float64Array.from(base.actors.degree)), degree: base.actors.degree, radius: base.actors.radius },
    rows: { ...base.rows, speakers: said, speaker: spoken(said) },
  };
}

/**
 * @param {Data} base
 * @param {Identities} who
 * @param {Float64Array} degree
 * @returns {import("../data/payload.js").Actors}
 */
function actorsOf({ actors, noDay, radius: [least, most] }, { heir, gone, name, type, role, country, renamed }, degree) {
  const away = gone.map((one, at) => one | actors.gone[at]); // or without a mention left
  const [mentions, documents, first, last] = [actors.mentions, actors.documents, actors.first, actors.last].map((column) => Int32Array.from(column));
  const minor = Uint8Array.from(actors.minor);
  const [titles, aliases] = [[...actors.titles], [...actors.aliases]];
  const offices = new Map(actors.offices);
  /** @type {Map<number, number[]>} */
  const members = new Map();
  heir.forEach((to, at) => { if (to >= 0 && to !== at) members.set(to, [...(members.get(to) ?? []), at]); });
  const list = (/** @type {string} */ text) => (text ? text.split(" | ") : []);
  const papersOf = new Map();
  for (const [to, own] of members) {
    const papers = new Set(actors.papers(to));
    for (const at of own) {
      mentions[to] += mentions[at];
      for (const paper of actors.papers(at)) papers.add(paper);
      if (first[at] !== noDay && (first[to] === noDay || first[at] < first[to])) first[to] = first[at];
      if (last[at] !== noDay && (last[to] === noDay || last[at] > last[to])) last[to] = last[at];
    }
    documents[to] = Math.max(papers.size, documents[to], ...own.map((at) => documents[at]));
    if (papers.size > 1 || own.some((at) => !minor[at])) minor[to] = 0;
    papersOf.set(to, [...papers]);
    titles[to] = [...new Set([to, ...own].flatMap((at) => list(actors.titles[at])))].join(" | ");
    offices.set(to, mergedOffices([to, ...own].flatMap((at) => actors.offices.get(at) ?? [])));
  }
  for (const to of new Set([...members.keys(), ...renamed.keys()])) {
    const told = [...(renamed.get(to) ?? []).map((old) => [to, old]), ...(members.get(to) ?? []).map((at) => [at, actors.name[at]])];
    // A name that no sentence has (the word lists' own) is no alias.
    const all = [...told.filter(([at, old]) => old !== actors.name[Number(at)] || !actors.unsaid.has(Number(at))).map(([, old]) => String(old)), ...[to, ...(members.get(to) ?? [])].flatMap((at) => list(actors.aliases[at]))];
    aliases[to] = [...new Set(all)].filter((alias) => alias !== name[to]).join(" | ");
  }
  const top = degree.reduce((more, one) => Math.max(more, one), 1);
  return {
    size: actors.size, live: away.reduce((sum, one) => sum - one, actors.size), gone: away, heir, id: actors.id, name, titles, aliases,
    type: coded(type, actors.type.words), role: coded(role, actors.role.words), country: coded(country, actors.country.words), mentions, documents, degree: Uint32Array.from(degree), first, last,
    radius: Array.from(degree, (one) => Math.round(10 * Math.max(least, most * Math.sqrt(one / top))) / 10),
    papers: (actor) => papersOf.get(actor) ?? actors.papers(actor), offices, unsaid: actors.unsaid, minor,
  };
}

/**
 * @param {import("../data/payload.js").Office[]} all
 * @returns {import("../data/payload.js").Office[]}
 */
function mergedOffices(all) {
  /** @type {Map<string, import("../data/payload.js").Office>} */
  const known = new Map();
  for (const office of all) {
    const key = office.title.toLowerCase();
    const other = known.get(key);
    const days = [office, other].flatMap((one) => (one?.first === null || !one ? [] : [Number(one.first), Number(one.last)]));
    known.set(key, other ? {
      title: other.title, first: days.length ? Math.min(...days) : null, last: days.length ? Math.max(...days) : null,
      sentences: other.sentences + office.sentences, bodies: [...new Set([...other.bodies, ...office.bodies])],
    } : office);
  }
  return [...known.values()].sort((a, b) => (a.first ?? Infinity) - (b.first ?? Infinity));
}

/**
 * What was selected before a correction, as it is called after it; null if it is no more.
 * @param {Selection | null} selection
 * @param {Pick<Data, "lines" | "linesOfPair">} before
 * @param {Data} after
 * @returns {Selection | null}
 */
export function follow(selection, before, after) {
  const heir = (/** @type {number} */ actor) => after.actors.heir[actor];
  if (!selection || "groups" in selection) return selection;
  if ("actor" in selection) return heir(selection.actor) < 0 ? null : { actor: heir(selection.actor) };
  if ("from" in selection) {
    const [from, to] = [heir(selection.from), heir(selection.to)];
    return from < 0 || to < 0 || from === to ? null : { ...selection, from, to };
  }
  const old = selection.line ?? before.linesOfPair(selection.pair)[0];
  const [source, target] = [heir(before.lines.source[old]), heir(before.lines.target[old])];
  if (source < 0 || target < 0 || source === target) return null;
  const { lines } = after;
  const between = [...after.linesOf(source)].filter((line) => lines.source[line] === target || lines.target[line] === target);
  if (!between.length) return null;
  const same = between.find((line) => lines.kind[line] === before.lines.kind[old] && lines.sign[line] === before.lines.sign[old]
    && (lines.source[line] === source || lines.kind[line] === after.together));
  return { pair: lines.pair[between[0]], line: selection.line === null ? null : same ?? null };
}
