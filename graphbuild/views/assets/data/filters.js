/** Which relations, lines and actors pass, and how many each choice would give. */

import { backbone } from "./backbone.js";
import { DENIED, TOGETHER } from "./words.js";

/**
 * @typedef {import("./payload.js").Data} Data
 * @typedef {"types" | "kinds" | "signs" | "statuses" | "relations" | "roles" | "countries" | "outlets" | "speakers"} Group
 * @typedef {{ off: string[], only: string[] | null }} Choice  What is not ticked or, where `only` is a list, what alone is.
 * @typedef {Record<Group, Choice> & { minimum: number, backbone: number, days: [number, number] | null }} Filters
 *   `backbone` is the level of the disparity filter, 1 for none.
 * @typedef {{ rowOk: Uint8Array, weight: Uint32Array, lineOk: Uint8Array, actorOk: Uint8Array,
 *   counts: Record<Group, Map<string, number>>, perDay: Uint32Array, actors: number, lines: number, whole: number, apart: number }} Passing
 *   `lines` counts those that pass, `whole` those that would without the backbone, `apart` the co-occurrences that
 *   would pass if they were not left out as such.
 *   `perDay` counts relations by day and tone: `perDay[3 * (day - data.days[0]) + sign + 1]`.
 * @typedef {import("./drawn.js").Drawn} Drawn
 */

/** @type {Group[]} */
export const GROUPS = ["types", "kinds", "signs", "statuses", "relations", "speakers", "outlets", "countries", "roles"];

const SIGNS = ["-1", "0", "1"];
const [TYPES, KINDS, TONES, STATUSES, RELATIONS, SPEAKERS, OUTLETS, COUNTRIES, ROLES, DAYS] = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512];

/**
 * Nothing left out but denials.
 * @returns {Filters}
 */
export function noFilters() {
  const all = () => ({ off: /** @type {string[]} */ ([]), only: null });
  return {
    types: all(), kinds: all(), signs: all(), statuses: { off: [DENIED], only: null }, relations: all(),
    roles: all(), countries: all(), outlets: all(), speakers: all(), minimum: 1, backbone: 1, days: null,
  };
}

/**
 * How the page opens: where anything is stated, what is only mentioned together waits to be asked for.
 * @param {{ stated: boolean }} data
 * @returns {Filters}
 */
export function firstFilters({ stated }) {
  const filters = noFilters();
  return stated ? { ...filters, kinds: { off: [TOGETHER], only: null } } : filters;
}

/**
 * @param {Filters} filters
 * @param {{ stated: boolean }} data
 */
export function isFiltered(filters, data) {
  return !same(filters, firstFilters(data));
}

/**
 * @param {unknown} one
 * @param {unknown} other
 */
function same(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}

/**
 * @param {Choice} choice
 * @param {string} word
 */
export function isOn(choice, word) {
  return choice.only ? choice.only.includes(word) : !choice.off.includes(word);
}

/**
 * The words of a group as the data codes them.
 * @param {Data} data
 * @param {Group} group
 * @returns {string[]}
 */
function wordsOf(data, group) {
  const { actors, rows } = data;
  return {
    types: actors.type.words, roles: actors.role.words, countries: actors.country.words, kinds: data.kinds,
    signs: SIGNS, statuses: data.statuses, relations: rows.relation.words, speakers: rows.speaker.words,
    outlets: data.documents.outlet.words,
  }[group];
}

/**
 * The choices of a group in the order of the legend; the most frequent first where order carries no meaning.
 * @param {Data} data
 * @param {Group} group
 * @returns {string[]}
 */
export function choices(data, group) {
  if (group === "signs") return ["-1", "1", "0"];
  const words = wordsOf(data, group);
  if (group !== "types") return words;
  const place = (/** @type {string} */ word) => (data.types.includes(word) ? data.types.indexOf(word) : data.types.length);
  return [...words].sort((a, b) => place(a) - place(b));
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
 * Which relations, lines and actors pass. Every group that does not let a relation pass leaves its own bit, so
 * that a relation counts for a choice when no *other* group is against it. The bits stay from one call to the
 * next; only groups that changed are looked at again.
 * @param {Data} data
 * @returns {(filters: Filters) => Passing}
 */
export function createSieve(data) {
  const { rows, lines, actors, sentences, documents } = data;
  const ofActor = new Uint16Array(actors.size);
  const ofLine = new Uint16Array(lines.size);
  const ofRow = new Uint16Array(rows.size);
  const outletOf = new Uint32Array(rows.size);
  for (let row = 0; row < rows.size; row++) {
    const paper = sentences.document[rows.sentence[row]];
    outletOf[row] = paper < 0 ? 0 : documents.outlet.codes[paper];
  }
  /** @type {Filters | null} */
  let before = null;
  /** @type {Passing | null} what passes as the page opens: every reset comes back to it */
  let unfiltered = null;

  return (filters) => {
    if (unfiltered && !isFiltered(filters, data)) return unfiltered;
    const flags = (/** @type {Group} */ group) => {
      const { off, only } = filters[group];
      const listed = new Set(only ?? off);
      const bit = 1 << GROUPS.indexOf(group);
      return Uint16Array.from(wordsOf(data, group), (word) => (listed.has(word) === (only !== null) ? 0 : bit));
    };
    const changed = (/** @type {(keyof Filters)[]} */ ...names) => names.some((name) => before?.[name] !== filters[name]);
    const actorsToo = changed("types", "countries", "roles");
    if (actorsToo) flagActors(actors, ofActor, flags("types"), flags("countries"), flags("roles"));
    if (actorsToo || changed("kinds", "signs")) flagLines(lines, ofLine, ofActor, flags("kinds"), flags("signs"));
    if (changed("statuses", "relations", "speakers", "outlets", "days")) {
      flagRows(rows, ofRow, outletOf, flags("statuses"), flags("relations"), flags("speakers"), flags("outlets"), filters.days);
    }
    before = filters;
    const passed = counted(data, filters, ofActor, ofLine, ofRow, outletOf);
    if (!isFiltered(filters, data)) unfiltered = passed;
    return passed;
  };
}

/**
 * @param {import("./payload.js").Actors} actors
 * @param {Uint16Array} to
 * @param {Uint16Array} types
 * @param {Uint16Array} countries
 * @param {Uint16Array} roles
 */
function flagActors(actors, to, types, countries, roles) {
  const [type, country, role] = [actors.type.codes, actors.country.codes, actors.role.codes];
  for (let actor = 0; actor < to.length; actor++) to[actor] = types[type[actor]] | countries[country[actor]] | roles[role[actor]];
  actors.gone.forEach((gone, actor) => { if (gone) to[actor] = TYPES | COUNTRIES | ROLES; });
}

/**
 * @param {import("./payload.js").Lines} lines
 * @param {Uint16Array} to
 * @param {Uint16Array} ofActor
 * @param {Uint16Array} kinds
 * @param {Uint16Array} signs
 */
function flagLines({ source, target, kind, sign }, to, ofActor, kinds, signs) {
  for (let line = 0; line < to.length; line++) to[line] = ofActor[source[line]] | ofActor[target[line]] | kinds[kind[line]] | signs[sign[line] + 1];
}

/**
 * @param {import("./payload.js").Rows} rows
 * @param {Uint16Array} to
 * @param {Uint32Array} outletOf
 * @param {Uint16Array} statuses
 * @param {Uint16Array} relations
 * @param {Uint16Array} speakers
 * @param {Uint16Array} outlets
 * @param {[number, number] | null} days
 */
function flagRows({ status, relation, speaker, day }, to, outletOf, statuses, relations, speakers, outlets, days) {
  const [what, who] = [relation.codes, speaker.codes];
  for (let row = 0; row < to.length; row++) to[row] = statuses[status[row]] | relations[what[row]] | speakers[who[row]] | outlets[outletOf[row]];
  if (!days) return;
  const [from, last] = days;
  for (let row = 0; row < to.length; row++) if (day[row] < from || day[row] > last) to[row] |= DAYS;
}

/**
 * One pass over the relations: which pass, and how many each choice would give.
 * @param {Data} data
 * @param {Filters} filters
 * @param {Uint16Array} ofActor
 * @param {Uint16Array} ofLine
 * @param {Uint16Array} ofRow
 * @param {Uint32Array} outletOf
 * @returns {Passing}
 */
function counted(data, filters, ofActor, ofLine, ofRow, outletOf) {
  const { rows, lines, actors, documents } = data;
  const { source, target, kind: kindOf, sign: signOf, rows: start } = lines;
  const { status: statusOf, day: dayOf, sentence: sentenceOf } = rows;
  const [relationOf, speakerOf] = [rows.relation.codes, rows.speaker.codes];
  const firstDay = data.days[0];
  const perDay = new Uint32Array(data.days[0] <= data.days[1] ? 3 * (data.days[1] - firstDay + 1) : 0);
  const tally = (/** @type {Group} */ group) => new Uint32Array(wordsOf(data, group).length);
  const [kinds, signs, statuses, relations, speakers, outlets] = [tally("kinds"), tally("signs"), tally("statuses"), tally("relations"), tally("speakers"), tally("outlets")];
  const touched = new Uint16Array(actors.size);
  const rowOk = new Uint8Array(rows.size);
  const weight = new Uint32Array(lines.size);
  const present = new Uint8Array(lines.size);
  const apart = new Uint8Array(lines.size);
  // What is only mentioned together has no tone; beside what is stated it counts for neither tone nor time.
  const saying = data.stated && data.kinds.some((word) => word !== TOGETHER && isOn(filters.kinds, word));

  for (let line = 0; line < lines.size; line++) {
    const flags = ofLine[line];
    if (flags & (flags - 1)) continue; // two groups are against it, so that it counts for neither
    const kind = kindOf[line];
    const sign = signOf[line] + 1;
    const telling = kind !== data.together || !saying;
    let last = -1;
    let passes = 0; // relations that no group is against
    let nearly = 0; // those that only the group is against that is against the line
    let near = 0; // their sentences
    let bits = 0;
    for (let row = start[line]; row < start[line + 1]; row++) {
      const fails = flags | ofRow[row];
      if (fails & (fails - 1)) continue;
      if (fails === 0) {
        rowOk[row] = 1;
        passes++;
        const status = statusOf[row];
        statuses[status]++;
        relations[relationOf[row]]++;
        speakers[speakerOf[row]]++;
        outlets[outletOf[row]]++;
        if (telling && dayOf[row] !== data.noDay) perDay[3 * (dayOf[row] - firstDay) + sign]++;
        if (status !== data.denied && sentenceOf[row] !== last) {
          weight[line]++;
          last = sentenceOf[row];
        }
      } else if (fails === flags) {
        nearly++;
        if (statusOf[row] !== data.denied && sentenceOf[row] !== last) {
          near++;
          last = sentenceOf[row];
        }
      } else if (fails === STATUSES) statuses[statusOf[row]]++;
      else if (fails === RELATIONS) relations[relationOf[row]]++;
      else if (fails === SPEAKERS) speakers[speakerOf[row]]++;
      else if (fails === OUTLETS) outlets[outletOf[row]]++;
      else if (telling && fails === DAYS && dayOf[row] !== data.noDay) perDay[3 * (dayOf[row] - firstDay) + sign]++;
    }
    if (passes) {
      present[line] = 1;
      kinds[kind] += passes;
      if (telling) signs[sign] += passes;
      bits = TYPES | COUNTRIES | ROLES;
    } else if (nearly) {
      if (flags === KINDS) {
        kinds[kind] += nearly;
        if (kind === data.together && near >= filters.minimum) apart[line] = 1;
      } else if (flags === TONES) signs[sign] += telling ? nearly : 0;
      else bits = flags;
    }
    if (bits) {
      touched[source[line]] |= bits;
      touched[target[line]] |= bits;
    }
  }
  const alone = onlyActorsFiltered(filters);
  const actorCounts = (/** @type {number} */ bit, /** @type {import("./payload.js").Coded} */ { words, codes }) => {
    const counts = new Uint32Array(words.length);
    for (let actor = 0; actor < touched.length; actor++) if ((alone || touched[actor] & bit) && !actors.gone[actor]) counts[codes[actor]]++;
    return named(words, counts);
  };
  return {
    rowOk, weight, perDay, ...ends(data, filters, weight, present, apart, alone ? ofActor : null),
    counts: {
      types: actorCounts(TYPES, actors.type), countries: actorCounts(COUNTRIES, actors.country), roles: actorCounts(ROLES, actors.role),
      kinds: named(data.kinds, kinds), signs: named(SIGNS, signs), statuses: named(data.statuses, statuses),
      relations: named(rows.relation.words, relations), speakers: named(rows.speaker.words, speakers),
      outlets: named(documents.outlet.words, outlets),
    },
  };
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
 * Lines that pass (co-occurrence only where nothing else is said between the two) and their actors.
 * @param {Data} data
 * @param {Filters} filters
 * @param {Uint32Array} weight
 * @param {Uint8Array} present
 * @param {Uint8Array} apart co-occurrences that only their kind leaves out
 * @param {Uint16Array | null} unlinked actors without a bit pass even without a link; null: none do
 */
function ends({ lines, actors, together }, { minimum, backbone: level }, weight, present, apart, unlinked) {
  const { source, target, pair, kind } = lines;
  const lineOk = new Uint8Array(lines.size);
  const actorOk = new Uint8Array(actors.size);
  const said = new Uint8Array(lines.size + 1);
  let passed = 0;
  for (let line = 0; line < lines.size; line++) {
    if (!present[line] || (weight[line] < minimum && (weight[line] > 0 || minimum > 1))) present[line] = 0;
    else if (kind[line] !== together) said[pair[line]] = 1;
  }
  for (let line = 0; line < lines.size; line++) {
    if (!present[line] || (kind[line] === together && said[pair[line]])) continue;
    lineOk[line] = 1;
    passed++;
  }
  let waiting = 0;
  for (let line = 0; line < lines.size; line++) waiting += Number(apart[line] && !said[pair[line]]);
  const gone = level < 1 ? backbone(lines, lineOk, weight, actors.size, level) : 0;
  for (let line = 0; line < lines.size; line++) if (lineOk[line]) actorOk[source[line]] = actorOk[target[line]] = 1;
  let some = 0;
  for (let actor = 0; actor < actors.size; actor++) {
    if (unlinked && unlinked[actor] === 0) actorOk[actor] = 1;
    some += actorOk[actor];
  }
  return { lineOk, actorOk, actors: some, lines: passed - gone, whole: passed, apart: waiting };
}

/**
 * @param {string[]} words
 * @param {Uint32Array} counts
 */
function named(words, counts) {
  return new Map(words.map((word, at) => [word, counts[at]]));
}
