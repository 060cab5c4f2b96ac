/** Which relations, lines and actors pass, how many each choice would give, and what is drawn of them. */

import { backbone } from "./backbone.js";

/**
 * @typedef {import("./data.js").Data} Data
 * @typedef {"types" | "kinds" | "signs" | "statuses" | "relations" | "roles" | "countries" | "outlets" | "speakers"} Group
 * @typedef {{ off: string[], only: string[] | null }} Choice  What is not ticked or, where `only` is a list, what alone is.
 * @typedef {Record<Group, Choice> & { minimum: number, backbone: number, days: [number, number] | null }} Filters
 *   `backbone` is the level of the disparity filter, 1 for none.
 * @typedef {{ rowOk: Uint8Array, weight: Uint32Array, lineOk: Uint8Array, actorOk: Uint8Array,
 *   counts: Record<Group, Map<string, number>>, perDay: Uint32Array, actors: number, lines: number, whole: number }} Passing
 *   `lines` counts those that pass, `whole` those that would without the backbone.
 *   `perDay` counts relations by day and tone: `perDay[3 * (day - data.days[0]) + sign + 1]`.
 * @typedef {{ actors: number[], lines: number[] }} Drawn
 */

/** @type {Group[]} */
export const GROUPS = ["types", "kinds", "signs", "statuses", "relations", "speakers", "outlets", "countries", "roles"];
export const MOST_LINES = 700;

const TOGETHER = "cooccurrence";
const STATED = 2;
const SIGNS = ["-1", "0", "1"];
const [TYPES, KINDS, TONES, STATUSES, RELATIONS, SPEAKERS, OUTLETS, COUNTRIES, ROLES, DAYS] = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512];

/** @returns {Filters} */
export function noFilters() {
  const all = () => ({ off: /** @type {string[]} */ ([]), only: null });
  return {
    types: all(), kinds: all(), signs: all(), statuses: { off: ["negated"], only: null }, relations: all(),
    roles: all(), countries: all(), outlets: all(), speakers: all(), minimum: 1, backbone: 1, days: null,
  };
}

/** @param {Filters} filters */
export function isFiltered(filters) {
  return JSON.stringify(filters) !== JSON.stringify(noFilters());
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
  const order = ["country", "organization", "group", "official", "person", "place"];
  return [...words].sort((a, b) => ((order.indexOf(a) + 7) % 7) - ((order.indexOf(b) + 7) % 7));
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
  /** @type {Passing | null} what passes where nothing is filtered: every reset comes back to it */
  let unfiltered = null;

  return (filters) => {
    if (unfiltered && !isFiltered(filters)) return unfiltered;
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
    if (!isFiltered(filters)) unfiltered = passed;
    return passed;
  };
}

/**
 * @param {import("./data.js").Actors} actors
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
 * @param {import("./data.js").Lines} lines
 * @param {Uint16Array} to
 * @param {Uint16Array} ofActor
 * @param {Uint16Array} kinds
 * @param {Uint16Array} signs
 */
function flagLines({ source, target, kind, sign }, to, ofActor, kinds, signs) {
  for (let line = 0; line < to.length; line++) to[line] = ofActor[source[line]] | ofActor[target[line]] | kinds[kind[line]] | signs[sign[line] + 1];
}

/**
 * @param {import("./data.js").Rows} rows
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
  const denied = data.statuses.indexOf("negated");
  const firstDay = data.days[0];
  const perDay = new Uint32Array(data.days[0] <= data.days[1] ? 3 * (data.days[1] - firstDay + 1) : 0);
  const tally = (/** @type {Group} */ group) => new Uint32Array(wordsOf(data, group).length);
  const [kinds, signs, statuses, relations, speakers, outlets] = [tally("kinds"), tally("signs"), tally("statuses"), tally("relations"), tally("speakers"), tally("outlets")];
  const touched = new Uint16Array(actors.size);
  const rowOk = new Uint8Array(rows.size);
  const weight = new Uint32Array(lines.size);
  const present = new Uint8Array(lines.size);

  for (let line = 0; line < lines.size; line++) {
    const flags = ofLine[line];
    if (flags & (flags - 1)) continue; // two groups are against it, so that it counts for neither
    const kind = kindOf[line];
    const sign = signOf[line] + 1;
    let last = -1;
    let passes = 0; // relations that no group is against
    let nearly = 0; // those that only the group is against that is against the line
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
        if (dayOf[row] !== data.noDay) perDay[3 * (dayOf[row] - firstDay) + sign]++;
        if (status !== denied && sentenceOf[row] !== last) {
          weight[line]++;
          last = sentenceOf[row];
        }
      } else if (fails === flags) nearly++;
      else if (fails === STATUSES) statuses[statusOf[row]]++;
      else if (fails === RELATIONS) relations[relationOf[row]]++;
      else if (fails === SPEAKERS) speakers[speakerOf[row]]++;
      else if (fails === OUTLETS) outlets[outletOf[row]]++;
      else if (fails === DAYS && dayOf[row] !== data.noDay) perDay[3 * (dayOf[row] - firstDay) + sign]++;
    }
    if (passes) {
      present[line] = 1;
      kinds[kind] += passes;
      signs[sign] += passes;
      bits = TYPES | COUNTRIES | ROLES;
    } else if (nearly) {
      if (flags === KINDS) kinds[kind] += nearly;
      else if (flags === TONES) signs[sign] += nearly;
      else bits = flags;
    }
    if (bits) {
      touched[source[line]] |= bits;
      touched[target[line]] |= bits;
    }
  }
  const alone = onlyActorsFiltered(filters);
  const actorCounts = (/** @type {number} */ bit, /** @type {import("./data.js").Coded} */ { words, codes }) => {
    const counts = new Uint32Array(words.length);
    for (let actor = 0; actor < touched.length; actor++) if ((alone || touched[actor] & bit) && !actors.gone[actor]) counts[codes[actor]]++;
    return named(words, counts);
  };
  return {
    rowOk, weight, perDay, ...ends(data, filters, weight, present, alone ? ofActor : null),
    counts: {
      types: actorCounts(TYPES, actors.type), countries: actorCounts(COUNTRIES, actors.country), roles: actorCounts(ROLES, actors.role),
      kinds: named(data.kinds, kinds), signs: named(SIGNS, signs), statuses: named(data.statuses, statuses),
      relations: named(rows.relation.words, relations), speakers: named(rows.speaker.words, speakers),
      outlets: named(documents.outlet.words, outlets),
    },
  };
}

/**
 * Whether actors may pass that have no link: nothing but their own properties is filtered.
 * @param {Filters} filters
 */
function onlyActorsFiltered(filters) {
  const { types, countries, roles } = noFilters();
  return !isFiltered({ ...filters, types, countries, roles });
}

/**
 * Lines that pass (co-occurrence only where nothing else is said between the two) and their actors.
 * @param {Data} data
 * @param {Filters} filters
 * @param {Uint32Array} weight
 * @param {Uint8Array} present
 * @param {Uint16Array | null} unlinked actors without a bit pass even without a link; null: none do
 */
function ends({ lines, actors, kinds }, { minimum, backbone: level }, weight, present, unlinked) {
  const { source, target, pair, kind } = lines;
  const together = kinds.indexOf(TOGETHER);
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
  const gone = level < 1 ? backbone(lines, lineOk, weight, actors.size, level) : 0;
  for (let line = 0; line < lines.size; line++) if (lineOk[line]) actorOk[source[line]] = actorOk[target[line]] = 1;
  let some = 0;
  for (let actor = 0; actor < actors.size; actor++) {
    if (unlinked && unlinked[actor] === 0) actorOk[actor] = 1;
    some += actorOk[actor];
  }
  return { lineOk, actorOk, actors: some, lines: passed - gone, whole: passed };
}

/**
 * @param {string[]} words
 * @param {Uint32Array} counts
 */
function named(words, counts) {
  return new Map(words.map((word, at) => [word, counts[at]]));
}

/**
 * The lines that pass, strongest first: by sentences that pass, stated relations counting double, then as
 * the page has them.
 * @param {Data} data
 * @param {Passing} passed
 */
export function ranked({ lines, kinds }, { lineOk, weight, lines: size }) {
  const together = kinds.indexOf(TOGETHER);
  const strength = new Uint32Array(lines.size);
  let most = 0;
  for (let line = 0; line < lines.size; line++) {
    if (!lineOk[line]) continue;
    strength[line] = weight[line] * (lines.kind[line] === together ? 1 : STATED);
    if (strength[line] > most) most = strength[line];
  }
  // Sorted by counting: how many are stronger is where the lines of a strength begin.
  const next = new Uint32Array(most + 2);
  for (let line = 0; line < lines.size; line++) if (lineOk[line]) next[most - strength[line] + 1]++;
  for (let at = 0; at <= most; at++) next[at + 1] += next[at];
  const order = new Uint32Array(size);
  for (let line = 0; line < lines.size; line++) if (lineOk[line]) order[next[most - strength[line]]++] = line;
  return order;
}

/**
 * What is drawn: the `limit` most linked actors that pass, the actors asked for, and of the lines between
 * them the strongest, at least one an actor.
 * @param {Data} data
 * @param {Passing} passed
 * @param {{ limit: number, added: number[], hidden: number[], pinned?: number[], ego?: { actor: number, depth: number } | null }} view
 * @returns {Drawn}
 */
export function drawn(data, passed, { limit, added, hidden, pinned = [], ego = null }) {
  const { lines: { source, target }, actors } = data;
  const order = ranked(data, passed);
  const degree = new Float64Array(actors.size);
  for (let at = 0; at < order.length; at++) {
    const line = order[at];
    degree[source[line]] += passed.weight[line];
    degree[target[line]] += passed.weight[line];
  }
  const able = Uint8Array.from(passed.actorOk);
  for (const actor of hidden) able[actor] = 0;
  if (ego) {
    const near = around(data, passed, ego.actor, ego.depth);
    for (let actor = 0; actor < actors.size; actor++) if (able[actor] && !near.has(actor)) able[actor] = 0;
  }
  const chosen = mostLinked(able, degree, limit, ego ? ego.actor : -1);
  const asked = new Uint8Array(actors.size);
  if (!ego) for (const actor of added) asked[actor] = 1;
  for (const actor of pinned) asked[actor] = 1;
  for (const actor of hidden) asked[actor] = 0;
  if (ego) chosen[ego.actor] = 1;
  for (let actor = 0; actor < actors.size; actor++) if (asked[actor]) chosen[actor] = 1;
  const linked = new Uint8Array(actors.size);
  const among = [];
  for (let at = 0; at < order.length; at++) {
    const line = order[at];
    const [one, other] = [source[line], target[line]];
    if (!chosen[one] || !chosen[other]) continue;
    if (among.length < MOST_LINES || !linked[one] || !linked[other] || asked[one] || asked[other]) {
      among.push(line);
      linked[one] = linked[other] = 1;
    }
  }
  const some = [];
  for (let actor = 0; actor < actors.size; actor++) if (chosen[actor]) some.push(actor);
  return { actors: some, lines: among.sort((a, b) => a - b) };
}

/**
 * Marks the `limit` most linked of the able actors, one of them before all others.
 * @param {Uint8Array} able
 * @param {Float64Array} degree whole numbers
 * @param {number} limit
 * @param {number} first
 */
function mostLinked(able, degree, limit, first) {
  let size = 0;
  for (let actor = 0; actor < able.length; actor++) size += able[actor];
  if (size <= limit) return able;
  const keys = new Float64Array(size);
  let at = 0;
  for (let actor = 0; actor < able.length; actor++) if (able[actor]) keys[at++] = actor - (actor === first ? 2 ** 52 : degree[actor] * 2 ** 24);
  const chosen = new Uint8Array(able.length);
  for (const key of keys.sort().subarray(0, limit)) chosen[((key % 2 ** 24) + 2 ** 24) % 2 ** 24] = 1;
  return chosen;
}

/**
 * The actors within so many links of one, along lines that pass.
 * @param {Data} data
 * @param {Passing} passed
 * @param {number} actor
 * @param {number} depth
 * @returns {Set<number>}
 */
export function around({ lines, linesOf }, passed, actor, depth) {
  const found = new Set([actor]);
  let edge = [actor];
  for (let step = 0; step < depth; step++) {
    const next = new Set();
    for (const one of edge) {
      for (const line of linesOf(one)) {
        if (!passed.lineOk[line]) continue;
        for (const other of [lines.source[line], lines.target[line]]) if (!found.has(other)) next.add(other);
      }
    }
    edge = [...next];
    for (const one of edge) found.add(one);
  }
  return found;
}
