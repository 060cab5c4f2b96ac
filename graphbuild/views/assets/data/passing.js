/** What passes the filters: the one place that decides it, from which every number of the page is taken. */

import { backbone } from "./backbone.js";
import { clockOf } from "./clock.js";
import { BITS, createFlags } from "./flags.js";
import { GROUPS, firstFilters, isFiltered, isOn, noFilters, same, wordsOf } from "./filters.js";
import { weightsOf } from "./ranking.js";
import { TOGETHER } from "./words.js";

/**
 * @typedef {import("./payload.js").Data} Data
 * @typedef {import("./filters.js").Filters} Filters
 * @typedef {import("./filters.js").Group} Group
 * @typedef {import("./flags.js").Flags} Flags
 * @typedef {{ rowOk: Uint8Array, lineOk: Uint8Array, actorOk: Uint8Array, weight: Uint32Array, lines: number, whole: number }} Sifted
 *   `weight` are the sentences of each line that passes, those not that deny it; `whole` counts the lines that would
 *   pass without the backbone.
 * @typedef {Sifted & { degree: Float64Array, counts: Record<Group, Map<string, number>>, perDay: Uint32Array, days: [number, number], actors: number,
 *   relations: number, sentences: number, documents: number, inTime: number, apart: number, unsure: number }} Passing
 *   `degree` is the weighted degree of each actor over lines that pass; `actors`, `lines`, `relations`, and the
 *   `sentences` and `documents` behind these, count what passes, `inTime` the relations with a day. `apart` counts the
 *   co-occurrences that would pass if they were not left out as such, `unsure` the relations that would without the
 *   least confidence. `counts` tells of a choice that is ticked how many relations, or actors, pass that have it; of
 *   one that is not, how many would with all of its group ticked. `perDay` does so for the days, in and outside
 *   the chosen time: `perDay[TONES * (day - days[0]) + tone]`, `tone` by `toneOf`, `days` being the first and the last.
 */

/** Tones that relations have over time: conflict, neither, cooperation, and mere mention together. */
export const TONES = 4;

/**
 * @param {Data} data
 * @param {number} line
 */
export function toneOf({ lines, together }, line) {
  return lines.kind[line] === together ? TONES - 1 : lines.sign[line] + 1;
}

/**
 * What passes, from scratch.
 * @param {Data} data
 * @param {Filters} filters
 * @returns {Passing}
 */
export function passing(data, filters) {
  return createSieve(data)(filters);
}

/**
 * A relation passes when no filter is against it, nor against its line: a line passes with enough sentences, a
 * co-occurrence only where nothing else is said between the two, and what the backbone leaves. An actor passes
 * with a line that does.
 * @param {Data} data
 * @returns {(filters: Filters) => Passing}
 */
export function createSieve(data) {
  const flagged = createFlags(data);
  /** @type {Passing | null} what passes as the page opens: every reset comes back to it */
  let unfiltered = null;
  return (filters) => {
    if (unfiltered && !isFiltered(filters, data)) return unfiltered;
    const flags = flagged(filters);
    const sifted = sift(data, filters, flags, 0);
    const passed = { ...sifted, degree: weightsOf(data, sifted), ...totals(data, sifted.rowOk, clockOf(data, filters.told)), ...counted(data, filters, flags, sifted) };
    if (!isFiltered(filters, data)) unfiltered = passed;
    return passed;
  };
}

/**
 * @param {Data} data
 * @param {Filters} filters
 * @param {Flags} flags
 * @param {number} open bits of the filters that are left aside
 * @param {number} [kind] the kind of line for which they are; -1 for all
 * @returns {Sifted}
 */
export function sift({ lines, rows, actors, denied, together }, { minimum, backbone: level }, { ofLine, ofRow }, open, kind = -1) {
  const { source, target, pair, kind: kindOf, rows: start } = lines;
  const { status, sentence } = rows;
  const rowOk = new Uint8Array(rows.size);
  const lineOk = new Uint8Array(lines.size);
  const weight = new Uint32Array(lines.size);
  const said = new Uint8Array(lines.size + 1);
  for (let line = 0; line < lines.size; line++) {
    const against = kind < 0 || kindOf[line] === kind ? ~open : -1;
    if (ofLine[line] & against) continue;
    let [last, own, passes] = [-1, 0, 0];
    for (let row = start[line]; row < start[line + 1]; row++) {
      if (ofRow[row] & against) continue;
      rowOk[row] = 1;
      passes = 1;
      if (status[row] === denied || sentence[row] === last) continue;
      last = sentence[row];
      own++;
    }
    weight[line] = own;
    if (!passes || (own < minimum && (own > 0 || minimum > 1))) continue;
    lineOk[line] = 1;
    if (kindOf[line] !== together) said[pair[line]] = 1;
  }
  let whole = 0;
  for (let line = 0; line < lines.size; line++) {
    if (kindOf[line] === together && said[pair[line]]) lineOk[line] = 0;
    whole += lineOk[line];
  }
  const gone = level < 1 ? backbone(lines, lineOk, weight, actors.size, level) : 0;
  const actorOk = new Uint8Array(actors.size);
  for (let line = 0; line < lines.size; line++) {
    if (lineOk[line]) actorOk[source[line]] = actorOk[target[line]] = 1;
    else {
      weight[line] = 0;
      rowOk.fill(0, start[line], start[line + 1]);
    }
  }
  return { rowOk, lineOk, actorOk, weight, lines: whole - gone, whole };
}

/**
 * @param {Data} data
 * @param {Uint8Array} rowOk
 * @param {import("./clock.js").Clock} clock
 */
function totals({ rows, sentences, documents, noDay }, rowOk, { dayOf }) {
  const [spoken, papers] = [new Uint8Array(sentences.document.length), new Uint8Array(documents.size)];
  const made = { relations: 0, sentences: 0, documents: 0, inTime: 0 };
  for (let row = 0; row < rows.size; row++) {
    if (!rowOk[row]) continue;
    made.relations++;
    if (dayOf(row) !== noDay) made.inTime++;
    const sentence = rows.sentence[row];
    if (spoken[sentence]) continue;
    spoken[sentence] = 1;
    made.sentences++;
    const paper = sentences.document[sentence];
    if (paper < 0 || papers[paper]) continue;
    papers[paper] = 1;
    made.documents++;
  }
  return made;
}

/**
 * How many each choice has or would give. What a group leaves out is seen by sifting once without it.
 * @param {Data} data
 * @param {Filters} filters
 * @param {Flags} flags
 * @param {Sifted} sifted changed: where no line passes, actors may that have none
 */
function counted(data, filters, flags, sifted) {
  const filtered = (/** @type {Group} */ group) => filters[group].only !== null || filters[group].off.length > 0;
  const alone = sifted.lines === 0 && onlyActorsFiltered(filters);
  if (alone) sifted.actorOk = unlinked(data, flags.ofActor, 0);
  const groups = GROUPS.filter((group) => group !== "kinds").map((group) => {
    const tally = (/** @type {Sifted} */ some) => tallied(data, group, flags, some);
    const own = tally(sifted);
    if (!filtered(group)) return [group, own];
    const open = sift(data, filters, flags, BITS[group]);
    if (alone && open.lines === 0) open.actorOk = unlinked(data, flags.ofActor, BITS[group]);
    const all = tally(open);
    return [group, new Map([...own].map(([word, size]) => [word, isOn(filters[group], word) ? size : all.get(word) ?? 0]))];
  });
  const kinds = tallied(data, "kinds", flags, sifted);
  let apart = 0;
  data.kinds.forEach((word, kind) => {
    if (isOn(filters.kinds, word)) return;
    const open = sift(data, filters, flags, BITS.kinds, kind);
    kinds.set(word, tallied(data, "kinds", flags, open).get(word) ?? 0);
    if (word === TOGETHER) for (let line = 0; line < open.lineOk.length; line++) apart += Number(open.lineOk[line] && data.lines.kind[line] === kind);
  });
  const clock = clockOf(data, filters.told);
  const perDay = daily(data, sifted.rowOk, clock);
  if (filters.days) {
    const [from, to] = filters.days.map((day) => TONES * (day - clock.days[0]));
    daily(data, sift(data, filters, flags, BITS.days).rowOk, clock).forEach((size, at) => { if (at < from || at >= to + TONES) perDay[at] = size; });
  }
  const size = (/** @type {Uint8Array} */ rowOk) => rowOk.reduce((sum, one) => sum + one, 0);
  const unsure = filters.confidence ? size(sift(data, filters, flags, BITS.confidence).rowOk) - size(sifted.rowOk) : 0;
  return {
    actorOk: sifted.actorOk, actors: sifted.actorOk.reduce((sum, one) => sum + one, 0), perDay, days: clock.days, apart, unsure,
    counts: /** @type {Record<Group, Map<string, number>>} */ ({ ...Object.fromEntries(groups), kinds }),
  };
}

/**
 * By choice of a group, the relations or, where it is a property of these, the actors that pass.
 * @param {Data} data
 * @param {Group} group
 * @param {Flags} flags
 * @param {Sifted} sifted
 * @returns {Map<string, number>}
 */
function tallied(data, group, { outletOf }, { rowOk, actorOk, lineOk }) {
  const { rows, lines, actors } = data;
  const words = wordsOf(data, group);
  const sums = new Uint32Array(words.length);
  const ofActors = group === "types" ? actors.type : group === "countries" ? actors.country : group === "roles" ? actors.role : null;
  if (ofActors) {
    for (let actor = 0; actor < actors.size; actor++) if (actorOk[actor]) sums[ofActors.codes[actor]]++;
  } else if (group === "kinds" || group === "signs") {
    for (let line = 0; line < lines.size; line++) {
      if (!lineOk[line]) continue;
      let size = 0;
      for (let row = lines.rows[line]; row < lines.rows[line + 1]; row++) size += rowOk[row];
      sums[group === "kinds" ? lines.kind[line] : lines.sign[line] + 1] += size;
    }
  } else {
    const codes = group === "statuses" ? rows.status : group === "relations" ? rows.relation.codes : group === "speakers" ? rows.speaker.codes : outletOf;
    for (let row = 0; row < rows.size; row++) if (rowOk[row]) sums[codes[row]]++;
  }
  return new Map(words.map((word, at) => [word, sums[at]]));
}

/**
 * @param {Data} data
 * @param {Uint8Array} rowOk
 * @param {import("./clock.js").Clock} clock
 */
function daily(data, rowOk, { days, dayOf }) {
  const { lines, noDay } = data;
  const perDay = new Uint32Array(days[0] <= days[1] ? TONES * (days[1] - days[0] + 1) : 0);
  for (let line = 0; line < lines.size; line++) {
    const tone = toneOf(data, line);
    for (let row = lines.rows[line]; row < lines.rows[line + 1]; row++) if (rowOk[row] && dayOf(row) !== noDay) perDay[TONES * (dayOf(row) - days[0]) + tone]++;
  }
  return perDay;
}

/**
 * Whether actors may pass that have no link: nothing but their own properties, and co-occurrence, is filtered.
 * @param {Filters} filters
 */
function onlyActorsFiltered(filters) {
  const all = noFilters();
  const { types, countries, roles } = all;
  const kinds = same(filters.kinds, firstFilters({ stated: true }).kinds) ? all.kinds : filters.kinds;
  return same({ ...filters, types, countries, roles, kinds }, all);
}

/**
 * @param {Data} data
 * @param {Uint16Array} ofActor
 * @param {number} open bits that are left aside
 */
function unlinked({ actors }, ofActor, open) {
  return Uint8Array.from(ofActor, (flags, actor) => Number(!(flags & ~open) && !actors.gone[actor]));
}
