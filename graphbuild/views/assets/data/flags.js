/** What each filter is against: a bit a filter, for actors, lines and relations. */

import { clockOf } from "./clock.js";
import { GROUPS, wordsOf } from "./filters.js";

/**
 * @typedef {import("./payload.js").Data} Data
 * @typedef {import("./filters.js").Filters} Filters
 * @typedef {import("./filters.js").Group} Group
 * @typedef {{ ofActor: Uint16Array, ofLine: Uint16Array, ofRow: Uint16Array, outletOf: Uint32Array }} Flags
 *   `outletOf` is the code of the outlet of each relation.
 */

/** The bit of each filter; those of the groups stand in their order. */
export const BITS = /** @type {Record<Group | "days" | "confidence", number>} */ (Object.fromEntries([...GROUPS, "days", "confidence"].map((name, at) => [name, 1 << at])));

/**
 * Flags that stay from one call to the next: only filters that changed are looked at again.
 * @param {Data} data
 * @returns {(filters: Filters) => Flags}
 */
export function createFlags(data) {
  const { rows, lines, actors, sentences, documents } = data;
  const [ofActor, ofLine, ofRow, outletOf] = [new Uint16Array(actors.size), new Uint16Array(lines.size), new Uint16Array(rows.size), new Uint32Array(rows.size)];
  for (let row = 0; row < rows.size; row++) {
    const paper = sentences.document[rows.sentence[row]];
    outletOf[row] = paper < 0 ? 0 : documents.outlet.codes[paper];
  }
  /** @type {Filters | null} */
  let before = null;
  return (filters) => {
    const bitsOf = (/** @type {Group} */ group) => {
      const { off, only } = filters[group];
      const listed = new Set(only ?? off);
      return Uint16Array.from(wordsOf(data, group), (word) => (listed.has(word) === (only !== null) ? 0 : BITS[group]));
    };
    const changed = (/** @type {(keyof Filters)[]} */ ...names) => names.some((name) => before?.[name] !== filters[name]);
    const actorsToo = changed("types", "countries", "roles");
    if (actorsToo) flagActors(actors, ofActor, bitsOf("types"), bitsOf("countries"), bitsOf("roles"));
    if (actorsToo || changed("kinds", "signs")) flagLines(lines, ofLine, ofActor, bitsOf("kinds"), bitsOf("signs"));
    if (changed("statuses", "relations", "speakers", "outlets", "days", "told", "confidence")) {
      flagRows(data, ofRow, outletOf, bitsOf("statuses"), bitsOf("relations"), bitsOf("speakers"), bitsOf("outlets"), filters);
    }
    before = filters;
    return { ofActor, ofLine, ofRow, outletOf };
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
 * Nothing is so sure of what is only mentioned together, nor so unsure, that confidence would tell.
 * @param {Data} data
 * @param {Uint16Array} to
 * @param {Uint32Array} outletOf
 * @param {Uint16Array} statuses
 * @param {Uint16Array} relations
 * @param {Uint16Array} speakers
 * @param {Uint16Array} outlets
 * @param {Filters} filters
 */
function flagRows(data, to, outletOf, statuses, relations, speakers, outlets, { days, told, confidence: least }) {
  const { rows: { status, relation, speaker, confidence, line }, lines: { kind }, together } = data;
  const { dayOf } = clockOf(data, told);
  const [what, who] = [relation.codes, speaker.codes];
  for (let row = 0; row < to.length; row++) to[row] = statuses[status[row]] | relations[what[row]] | speakers[who[row]] | outlets[outletOf[row]];
  if (days) for (let row = 0; row < to.length; row++) if (dayOf(row) < days[0] || dayOf(row) > days[1]) to[row] |= BITS.days;
  if (least > 0) for (let row = 0; row < to.length; row++) if (confidence[row] < least && kind[line[row]] !== together) to[row] |= BITS.confidence;
}
