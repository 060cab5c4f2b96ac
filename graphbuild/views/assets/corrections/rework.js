/** Corrections of single relations and mentions, applied row by row to the page's data before actors are merged. */

import { rebuilt, standing } from "./regroup.js";

/**
 * @typedef {import("../data/payload.js").Data} Data
 * @typedef {import("./correct.js").Correction} Correction
 * @typedef {import("./identities.js").Identities} Identities
 * @typedef {import("./regroup.js").Row} Row
 */

/** What makes relations by hand, as the tables call it. */
export const BY_HAND = "by_hand";
const CORRECTED = "corrected";
const CROWD = 40; // so many actors in a sentence are a list, and no company
const ROWWISE = new Set(["relink", "reclass", "confirm", "add"]);

/**
 * The data with single relations and mentions set right; the same object where nothing is.
 * @param {Data} base
 * @param {Correction[]} list
 * @param {Identities} who whose `idle` learns what fits nothing
 * @returns {Data}
 */
export function rework(base, list, who) {
  const asked = list.map((one, at) => ({ ...one, at })).filter(({ action, at }) => ROWWISE.has(action) && !who.idle[at]);
  if (!asked.length) return base;
  const place = new Map(base.actors.id.map((id, at) => [id, at]));
  const of = (/** @type {string} */ action) => asked.filter((one) => one.action === action);
  const now = relinked(base, of("relink"), place, who);
  /** @type {Map<number, Partial<Row> | null>} changes by row; null takes it out */
  const changed = new Map();
  /** @type {Row[]} */
  const fresh = [];
  if (now) moveEnds(base, now, changed, fresh);
  for (const { action, subject, object, at } of asked) {
    if (action !== "reclass" && action !== "confirm") continue;
    const row = base.rows.place(subject);
    if (row < 0) who.idle[at] = true;
    else if (changed.get(row) !== null) changed.set(row, { ...changed.get(row), confidence: 100, ...(action === "reclass" ? { relation: object, rule: CORRECTED, ...ofClass(base, object) } : {}) });
  }
  for (const one of of("add")) {
    const row = added(base, one, place);
    if (row) fresh.push(row);
    else who.idle[one.at] = true;
  }
  if (!changed.size && !fresh.length && !now) return base;
  const made = rebuilt(base, changed, fresh);
  return { ...base, ...made, actors: { ...(now ? counted(base, now) : base.actors), ...standing(base, made) } };
}

/**
 * Kind and polarity of a class of relation.
 * @param {Data} base
 * @param {string} relation
 */
function ofClass({ classes }, relation) {
  const [polarity, kind] = classes.get(relation) ?? [0, 0];
  return { polarity, kind };
}

/**
 * Whom each mention stands for after the corrections, -1 for nobody; null where nothing changes.
 * @param {Data} base
 * @param {(Correction & { at: number })[]} list
 * @param {Map<string, number>} place
 * @param {Identities} who
 */
function relinked({ spans }, list, place, { idle, heir }) {
  if (!list.length) return null;
  const { actor, back, named } = spans();
  const now = Int32Array.from(actor);
  const same = (/** @type {number} */ one, /** @type {number} */ other) => one === other || (one >= 0 && other >= 0 && heir[one] === heir[other]);
  let moved = false;
  for (const { subject, object, at } of list) {
    const first = spans().place(subject);
    const to = object === "none" ? -1 : place.get(object) ?? -1;
    if (first < 0) {
      idle[at] = true;
      continue;
    }
    const from = now[first];
    if (same(from, to)) continue;
    const taken = new Set([first]);
    for (let size = 0; size < taken.size;) { // what is no name and refers back to it, however far
      size = taken.size;
      const near = Math.min(...taken);
      for (let one = Math.max(0, near - 4096); one < Math.min(now.length, near + 4096); one++) {
        if (!named[one] && back[one] && taken.has(one - back[one]) && same(now[one], from)) taken.add(one);
      }
    }
    for (const one of taken) now[one] = to;
    moved = true;
  }
  return moved ? now : null;
}

/**
 * Rows whose mentions stand for another actor now.
 * @param {Data} base
 * @param {Int32Array} now
 * @param {Map<number, Partial<Row> | null>} changed
 * @param {Row[]} fresh
 */
function moveEnds(base, now, changed, fresh) {
  const { actor, source, target, document, sentence } = base.spans();
  const { rows, lines, together } = base;
  for (let row = 0, at = 0; row < rows.size; row++) {
    const line = rows.line[row];
    if (lines.kind[line] === together) continue;
    const ends = [source[at] - 1, target[at] - 1];
    at++;
    if (!ends.some((end) => end >= 0 && now[end] !== actor[end])) continue;
    const [from, to] = ends.map((end, side) => (end >= 0 && now[end] !== actor[end] ? now[end] : (side ? lines.target : lines.source)[line]));
    changed.set(row, from < 0 || to < 0 || from === to ? null : { source: from, target: to });
  }
  /** @type {Map<string, { before: Set<number>, after: Set<number> }>} */
  const places = new Map();
  for (let one = 0; one < now.length; one++) if (now[one] !== actor[one]) places.set(`${document[one]} ${sentence[one]}`, { before: new Set(), after: new Set() });
  for (let one = 0; one < now.length; one++) {
    const here = places.get(`${document[one]} ${sentence[one]}`);
    if (!here) continue;
    here.before.add(actor[one]);
    if (now[one] >= 0) here.after.add(now[one]);
  }
  company(base, places, changed, fresh);
}

/**
 * Who is mentioned together in the sentences in which somebody came or went.
 * @param {Data} base
 * @param {Map<string, { before: Set<number>, after: Set<number> }>} places
 * @param {Map<number, Partial<Row> | null>} changed
 * @param {Row[]} fresh
 */
function company(base, places, changed, fresh) {
  const { rows, lines, sentences, together, documents } = base;
  /** @type {Map<string, number>} a row of each place, whose sentence the page has */
  const row0 = new Map();
  for (let row = 0; row < rows.size; row++) {
    const at = rows.sentence[row];
    const key = `${sentences.document[at]} ${sentences.number[at]}`;
    const here = places.get(key);
    const rule = rows.rule.words[rows.rule.codes[row]];
    if (!here || rule === "window") continue;
    row0.set(key, row);
    if (lines.kind[rows.line[row]] !== together) continue;
    const ends = [lines.source[rows.line[row]], lines.target[rows.line[row]]];
    if (ends.some((end) => here.before.has(end) && !here.after.has(end))) changed.set(row, null);
  }
  const silent = (/** @type {number} */ actor) => base.linesOf(actor).every((line) => lines.kind[line] !== together);
  for (const [key, { before, after }] of places) {
    const like = row0.get(key);
    if (like === undefined || after.size > CROWD || before.size > CROWD) continue;
    const sentence = rows.sentence[like];
    const come = [...after].filter((actor) => !before.has(actor));
    const pairs = new Set(come.flatMap((actor) => [...after].filter((other) => other !== actor && !silent(other)).map((other) => `${Math.min(actor, other)} ${Math.max(actor, other)}`)));
    for (const pair of pairs) {
      const [source, target] = pair.split(" ").map(Number);
      fresh.push({
        origin: -1, sentence, source, target, kind: together, relation: "", rule: "same_sentence", confidence: 100, polarity: 0,
        status: base.statuses.indexOf("asserted"), day: dayOf(documents, sentences.document[sentence], base.noDay), marked: false,
      });
    }
  }
}

/**
 * @param {Data["documents"]} documents
 * @param {number} document
 * @param {number} noDay
 */
function dayOf(documents, document, noDay) {
  return document < 0 ? noDay : documents.day[document];
}

/**
 * The relation that a correction adds; null where its sentence is not in the page, or is read so without it.
 * @param {Data} base
 * @param {Correction} correction
 * @param {Map<string, number>} place
 * @returns {Row | null}
 */
function added(base, { subject, object, relation = "", evidence = "" }, place) {
  const { rows, lines, sentences } = base;
  const [source, target] = [place.get(subject) ?? -1, place.get(object) ?? -1];
  const cut = evidence.lastIndexOf(":");
  const document = base.documentOf(evidence.slice(0, cut));
  const number = Number(evidence.slice(cut + 1));
  const asserted = base.statuses.indexOf("asserted");
  let sentence = -1;
  for (let row = 0; row < rows.size; row++) {
    const at = rows.sentence[row];
    if (sentences.document[at] !== document || sentences.number[at] !== number || rows.rule.words[rows.rule.codes[row]] === "window") continue;
    sentence = at;
    const line = rows.line[row];
    if (lines.source[line] === source && lines.target[line] === target && rows.relation.words[rows.relation.codes[row]] === relation && rows.status[row] === asserted) return null;
  }
  if (sentence < 0 || source < 0 || target < 0 || source === target || !base.classes.has(relation)) return null;
  return {
    origin: -1, sentence, source, target, relation, rule: BY_HAND, confidence: 100, status: asserted,
    day: dayOf(base.documents, document, base.noDay), marked: false, ...ofClass(base, relation),
  };
}

/**
 * The actors with the mentions that they have now.
 * @param {Data} base
 * @param {Int32Array} now
 * @returns {import("../data/payload.js").Actors}
 */
function counted({ actors, documents, noDay, spans }, now) {
  const { actor, document } = spans();
  const touched = new Set();
  for (let one = 0; one < now.length; one++) if (now[one] !== actor[one]) for (const end of [now[one], actor[one]]) if (end >= 0) touched.add(end);
  const papers = new Map([...touched].map((who) => [who, new Set()]));
  const [mentions, inDocuments, first, last] = [actors.mentions, actors.documents, actors.first, actors.last].map((column) => Int32Array.from(column));
  for (const who of touched) mentions[who] = 0;
  for (let one = 0; one < now.length; one++) {
    if (!touched.has(now[one])) continue;
    mentions[now[one]]++;
    papers.get(now[one])?.add(document[one]);
  }
  const gone = Uint8Array.from(actors.gone);
  for (const [who, own] of papers) {
    const days = [...own].map((paper) => documents.day[paper]).filter((day) => day !== noDay);
    inDocuments[who] = own.size;
    [first[who], last[who]] = days.length ? [Math.min(...days), Math.max(...days)] : [noDay, noDay];
    if (!own.size) gone[who] = 1;
  }
  return { ...actors, mentions, documents: inDocuments, first, last, gone, live: gone.reduce((sum, one) => sum - one, actors.size), papers: (who) => (papers.has(who) ? Uint32Array.from(papers.get(who) ?? []) : actors.papers(who)) };
}
