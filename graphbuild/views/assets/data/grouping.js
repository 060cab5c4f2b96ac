/** The graph by community, country or type: actors folded into groups, the lines between groups summed. */

import { shorten } from "../lib/dom.js";
import { coded, grouped } from "./payload.js";

/**
 * @typedef {import("./payload.js").Data} Data
 * @typedef {import("./payload.js").Coded} Coded
 * @typedef {import("./payload.js").Ints} Ints
 * @typedef {import("./passing.js").Passing} Passing
 * @typedef {"communities" | "countries" | "types"} Fold
 * @typedef {{ actors: { size: number, name: string[], type: Coded, degree: Ints, radius: ArrayLike<number> },
 *   lines: { size: number, source: Ints, target: Ints, pair: Ints, kind: Ints, sign: Ints, weight: Ints },
 *   kinds: string[], polarity?: Float64Array, linesOf: (actor: number) => Uint32Array, linesOfPair: (pair: number) => Uint32Array }} Scene
 *   What a drawing needs to know, of actors or of groups; `polarity` of lines where it has degrees.
 * @typedef {{ by: Fold, keys: string[], sizes: Uint32Array, place: Map<string, number>, of: Int32Array, members: (group: number) => Uint32Array,
 *   parts: (line: number) => Uint32Array, polarity: Float64Array, within: { weight: Uint32Array, polarity: Float64Array } }} Groups
 *   Groups have numbers in the order of their sentences, those among their own members too; a key stays when the data is built again. `of` leads from
 *   actors to groups (-1: the actor does not pass), `sizes` counts the members, `degree` the distinct sentences of a group's lines, `parts` from a group's line to the lines that it sums, `within`
 *   sums what the members of a group do to each other. Polarity is -1 conflict .. 1 cooperation.
 * @typedef {Scene & Groups} Folded
 * @typedef {{ actor: number } | { pair: number, line: number | null } | { from: number, to: number } | { actors: number[] }} Highlight
 *   What a drawing puts in the light, by the numbers of its scene.
 */

/** @type {Fold[]} */
export const FOLDS = ["communities", "countries", "types"];

const MOST = { groups: 60, lines: 40, ofEach: 2 }; // lines: so many, or so many for each group, and one of each
const NAMES = { one: 22, all: 36 }; // letters
const [LEAST, MOST_RADIUS] = [6, 26];

/**
 * A key for the group of each actor. By country a government takes in its officials and the bodies of its state;
 * who serves no state stands for itself, so that rebels are not their government.
 * @param {Data} data
 * @param {Fold} by
 * @returns {string[]}
 */
export function keysOf({ actors, communities, stateRoles, countries }, by) {
  const type = (/** @type {number} */ actor) => actors.type.words[actors.type.codes[actor]];
  if (by === "types") return actors.id.map((_, actor) => type(actor));
  if (by === "countries") {
    // A code that no country has, such as that of the United Nations, is no state's.
    const states = new Set(Object.keys(countries));
    for (let actor = 0; actor < actors.size; actor++) if (type(actor) === "country") states.add(actors.country.words[actors.country.codes[actor]]);
    return actors.id.map((id, actor) => {
      const country = actors.country.words[actors.country.codes[actor]];
      const role = actors.role.words[actors.role.codes[actor]];
      return country && states.has(country) && (type(actor) === "country" || type(actor) === "official" || stateRoles.includes(role)) ? country : id;
    });
  }
  /** @type {Map<number, number>} */
  const head = new Map();
  for (let actor = 0; actor < actors.size; actor++) {
    const first = head.get(communities[actor]);
    if (first === undefined || actors.degree[actor] > actors.degree[first]) head.set(communities[actor], actor);
  }
  return actors.id.map((_, actor) => actors.id[head.get(communities[actor]) ?? actor]);
}

/**
 * Fold what passes. A group's line has as weight the distinct sentences behind it and as polarity the mean over
 * its relations, as an edge of the tables has; mere co-occurrence counts only where nothing else is said.
 * @param {Data} data
 * @param {Passing} passed
 * @param {Fold} by
 * @returns {Folded}
 */
export function fold(data, passed, by) {
  const { of, keys } = numbered(data, passed, keysOf(data, by));
  const all = summed(data, passed, of, keys.length);
  const { together } = data;
  const pairOf = pairsOf(all.source, all.target, keys.length);
  const stated = new Uint8Array(all.weight.length);
  all.weight.forEach((_, at) => { if (all.kind[at] !== together) stated[pairOf[at]] = 1; });
  const counting = (/** @type {number} */ at) => all.kind[at] !== together || !stated[pairOf[at]];
  const degree = sentencesOf(data, passed, all, keys.length, counting).weight;
  const order = keys.map((_, at) => at).sort((a, b) => degree[b] - degree[a] || (keys[a] < keys[b] ? -1 : 1));
  const rank = new Int32Array(keys.length);
  order.forEach((old, at) => { rank[old] = at; });

  const inner = sentencesOf(data, passed, all, keys.length, (at) => all.source[at] === all.target[at] && all.kind[at] !== together);
  const within = { weight: Uint32Array.from(order, (old) => inner.weight[old]), polarity: Float64Array.from(order, (old) => inner.polarity[old]) };
  const kept = all.source.map((_, at) => at).filter((at) => all.source[at] !== all.target[at] && counting(at));
  // Strongest first, sorted as plain numbers: strength above, place below.
  const sorted = new Float64Array(kept.length);
  kept.forEach((at, n) => { sorted[n] = at - all.weight[at] * (all.kind[at] === together ? 1 : data.strength) * 2 ** 32; });
  sorted.sort().forEach((key, n) => { kept[n] = ((key % 2 ** 32) + 2 ** 32) % 2 ** 32; });
  const column = (/** @type {(at: number) => number} */ value) => {
    const made = new Int32Array(kept.length); // many times faster than Int32Array.from
    for (let at = 0; at < kept.length; at++) made[at] = value(kept[at]);
    return made;
  };
  const lines = {
    size: kept.length, source: column((at) => rank[all.source[at]]), target: column((at) => rank[all.target[at]]), pair: column((at) => pairOf[at]),
    kind: column((at) => all.kind[at]), weight: column((at) => all.weight[at]), sign: column((at) => toneOf(all.polarity[at])),
  };
  const named = order.map((old) => keys[old]);
  const number = of.map((group) => (group < 0 ? -1 : rank[group]));
  const spare = keys.length; // where actors go that do not pass
  const members = grouped(keys.length + 1, number.map((group) => (group < 0 ? spare : group)));
  const sizes = Uint32Array.from(keys, (_, group) => members(group).length);
  const top = degree.reduce((most, one) => Math.max(most, one), 1);
  const ownType = (/** @type {number} */ actor) => data.actors.type.words[data.actors.type.codes[actor]];
  return {
    by, keys: named, sizes, place: new Map(named.map((key, at) => [key, at])), of: number,
    members: (group) => members(group).slice().sort((a, b) => data.actors.degree[b] - data.actors.degree[a] || a - b),
    parts: (line) => all.parts(kept[line]), polarity: Float64Array.from(kept.map((at) => all.polarity[at])), within,
    actors: {
      size: keys.length, degree: Float64Array.from(order, (old) => degree[old]),
      name: named.map((key, at) => nameOf(data, by, key, members(at))),
      type: coded(named.map((key, at) => (by === "types" ? key : by === "communities" ? "community" : data.actors.id[members(at)[0]] === key ? ownType(members(at)[0]) : "country"))),
      radius: Float64Array.from(order, (old) => Math.max(LEAST, MOST_RADIUS * Math.sqrt(degree[old] / top))),
    },
    lines, kinds: data.kinds, linesOf: grouped(keys.length, lines.source, lines.target), linesOfPair: grouped(all.weight.length, lines.pair),
  };
}

/**
 * Of each group the distinct sentences behind some of its lines, and the mean polarity of their relations.
 * @param {Data} data
 * @param {Passing} passed
 * @param {ReturnType<typeof summed>} all
 * @param {number} groups
 * @param {(at: number) => boolean} counting
 */
function sentencesOf({ rows, lines, sentences, denied }, { rowOk }, all, groups, counting) {
  const [weight, polarity] = [new Uint32Array(groups), new Float64Array(groups)];
  const seen = new Int32Array(sentences.document.length).fill(-1);
  const own = grouped(groups, Int32Array.from(all.source), Int32Array.from(all.target));
  for (let group = 0; group < groups; group++) {
    let [sum, size] = [0, 0];
    for (const at of own(group)) {
      if (!counting(at)) continue;
      for (const line of all.parts(at)) {
        for (let row = lines.rows[line]; row < lines.rows[line + 1]; row++) {
          if (!rowOk[row] || rows.status[row] === denied) continue;
          sum += rows.polarity[row];
          size++;
          if (seen[rows.sentence[row]] === group) continue;
          seen[rows.sentence[row]] = group;
          weight[group]++;
        }
      }
    }
    polarity[group] = size ? sum / size / 100 : 0;
  }
  return { weight, polarity };
}

/**
 * A number for the two ends of each line, whichever is the source.
 * @param {number[]} source
 * @param {number[]} target
 * @param {number} size of the groups
 */
function pairsOf(source, target, size) {
  const lower = Int32Array.from(source.map((one, at) => Math.min(one, target[at])));
  const own = grouped(size, lower);
  const seen = new Int32Array(size).fill(-1); // the pair with a higher group, valid from `begin` on
  const pair = new Int32Array(source.length);
  let next = 0;
  for (let low = 0; low < size; low++) {
    const begin = next;
    for (const at of own(low)) {
      const high = Math.max(source[at], target[at]);
      if (seen[high] < begin) seen[high] = next++;
      pair[at] = seen[high];
    }
  }
  return pair;
}

/** @param {number} polarity */
export function toneOf(polarity) {
  return polarity < -0.05 ? -1 : polarity > 0.05 ? 1 : 0;
}

/**
 * Types are named by the page, communities after the most linked of their actors that have a name.
 * @param {Data} data
 * @param {Fold} by
 * @param {string} key
 * @param {Uint32Array} members
 */
function nameOf({ actors, countries }, by, key, members) {
  if (by === "types") return key;
  if (by === "countries" && countries[key]) return countries[key];
  const country = actors.type.words.indexOf("country");
  const worth = (/** @type {number} */ actor) => actors.degree[actor] + (by === "countries" && actors.type.codes[actor] === country ? 2 ** 32 : 0);
  const names = [...members].sort((a, b) => worth(b) - worth(a) || a - b).map((actor) => actors.name[actor]);
  if (by === "countries") return names[0];
  const own = names.filter((name) => /[\p{Lu}\p{Lo}]/u.test(name)); // "soldiers" is no name
  const told = (own.length ? own : names).filter((name, at, all) => !all.slice(0, at).some((one) => name.includes(one) || one.includes(name)));
  const few = told.slice(0, 3).map((name) => shorten(name, NAMES.one));
  const all = few.join(", ");
  return all.length <= NAMES.all ? all : few.slice(0, 2).join(", ");
}

/**
 * Numbers for the groups that have an actor that passes.
 * @param {Data} data
 * @param {Passing} passed
 * @param {string[]} keyOf
 */
function numbered({ actors }, { actorOk }, keyOf) {
  /** @type {Map<string, number>} */
  const number = new Map();
  const of = new Int32Array(actors.size).fill(-1);
  for (let actor = 0; actor < actors.size; actor++) {
    if (!actorOk[actor]) continue;
    let at = number.get(keyOf[actor]);
    if (at === undefined) number.set(keyOf[actor], at = number.size);
    of[actor] = at;
  }
  return { of, keys: [...number.keys()] };
}

/**
 * Lines by source, target and kind, those inside a group too.
 * @param {Data} data
 * @param {Passing} passed
 * @param {Int32Array} of
 * @param {number} groups
 */
function summed({ lines, rows, kinds, denied, together, sentences }, { lineOk, rowOk }, of, groups) {
  const lineOf = new Int32Array(lines.size).fill(-1);
  const [froms, tos] = [new Int32Array(lines.size).fill(groups), new Int32Array(lines.size)];
  for (let line = 0; line < lines.size; line++) {
    if (!lineOk[line]) continue;
    froms[line] = of[lines.source[line]];
    tos[line] = of[lines.target[line]];
    if (lines.kind[line] === together && froms[line] > tos[line]) [froms[line], tos[line]] = [tos[line], froms[line]];
  }
  const [source, target, kind] = [/** @type {number[]} */ ([]), /** @type {number[]} */ ([]), /** @type {number[]} */ ([])];
  const own = grouped(groups + 1, froms);
  const number = new Int32Array(groups * kinds.length).fill(-1); // of a target and kind, valid from `begin` on
  for (let from = 0; from < groups; from++) {
    const begin = source.length;
    for (const line of own(from)) {
      const slot = tos[line] * kinds.length + lines.kind[line];
      if (number[slot] < begin) {
        number[slot] = source.length;
        source.push(from);
        target.push(tos[line]);
        kind.push(lines.kind[line]);
      }
      lineOf[line] = number[slot];
    }
  }
  const size = source.length;
  const parts = grouped(size + 1, lineOf.map((line) => (line < 0 ? size : line)));
  const weight = new Uint32Array(size);
  const polarity = new Float64Array(size);
  const seen = new Int32Array(sentences.document.length).fill(-1);
  const empty = new Uint8Array(size);
  for (let at = 0; at < size; at++) {
    let [sum, count] = [0, 0];
    for (const line of parts(at)) {
      for (let row = lines.rows[line]; row < lines.rows[line + 1]; row++) {
        if (!rowOk[row] || rows.status[row] === denied) continue;
        sum += rows.polarity[row];
        count++;
        if (seen[rows.sentence[row]] === at) continue;
        seen[rows.sentence[row]] = at;
        weight[at]++;
      }
    }
    if (count) polarity[at] = sum / count / 100;
    else empty[at] = 1; // only ever denied: no edge
  }
  const kept = source.map((_, at) => at).filter((at) => !empty[at]);
  const pick = (/** @type {ArrayLike<number>} */ column) => kept.map((at) => column[at]);
  return { source: pick(source), target: pick(target), kind: pick(kind), weight: pick(weight), polarity: pick(polarity), parts: (/** @type {number} */ at) => parts(kept[at]) };
}

/**
 * What is drawn of the groups: those with most sentences that are linked, and the strongest lines between them, one of
 * each group at least. An actor that is in no community makes none of its own.
 * @param {Folded} folded
 * @returns {import("./drawn.js").Drawn}
 */
export function drawnGroups({ by, actors, sizes, lines }) {
  const able = Array.from({ length: actors.size }, (_, group) => group).filter((group) => by !== "communities" || sizes[group] > 1);
  const drawn = new Set(able.slice(0, MOST.groups));
  const among = [];
  for (let line = 0; line < lines.size; line++) if (drawn.has(lines.source[line]) && drawn.has(lines.target[line])) among.push(line);
  const has = new Set();
  const most = Math.max(MOST.lines, MOST.ofEach * drawn.size);
  const strongest = among.filter((line, at) => {
    const first = !has.has(lines.source[line]) || !has.has(lines.target[line]);
    if (at >= most && !first) return false;
    has.add(lines.source[line]).add(lines.target[line]);
    return true;
  });
  const chosen = among.length ? [...drawn].filter((group) => has.has(group)) : [...drawn];
  return { actors: chosen, lines: strongest, among: among.length, of: { actors: able.length, lines: lines.size } };
}

/**
 * What a selection is in the drawing that is shown, of actors or of groups.
 * @param {Data} data
 * @param {import("../state/store.js").Selection | null} selected
 * @param {Folded | null} folded what is drawn, null for actors
 * @param {(by: Fold) => Folded} foldedBy
 * @returns {Highlight | null}
 */
export function highlightOf({ lines, linesOfPair }, selected, folded, foldedBy) {
  if (!selected) return null;
  if ("groups" in selected) {
    const own = foldedBy(selected.by);
    const groups = selected.groups.map((key) => own.place.get(key) ?? -1).filter((group) => group >= 0);
    if (groups.length < selected.groups.length) return null; // an old address, or filters that leave a group out
    if (folded === own) return groups.length === 1 ? { actor: groups[0] } : between(folded, groups);
    const members = groups.flatMap((group) => [...own.members(group)]);
    return { actors: folded ? [...new Set(members.map((actor) => folded.of[actor]))] : members };
  }
  if (!folded) return selected;
  if ("actor" in selected) return { actor: folded.of[selected.actor] };
  const ends = "from" in selected ? [selected.from, selected.to] : [lines.source[linesOfPair(selected.pair)[0]], lines.target[linesOfPair(selected.pair)[0]]];
  const groups = [...new Set(ends.map((actor) => folded.of[actor]))].filter((group) => group >= 0);
  return groups.length === 1 ? { actor: groups[0] } : between(folded, groups);
}

/**
 * @param {Folded} folded
 * @param {number[]} groups
 * @returns {Highlight}
 */
function between({ lines, linesOf }, groups) {
  const [one, other] = groups;
  const line = groups.length < 2 ? undefined : linesOf(one).find((at) => lines.source[at] === other || lines.target[at] === other);
  return line === undefined ? { actors: groups } : { pair: lines.pair[line], line: null };
}

/**
 * Actors or groups linked to one, those with the strongest lines first, each once.
 * @param {Scene} data
 * @param {number} actor
 * @returns {number[]}
 */
export function neighbours(data, actor) {
  const found = new Set();
  for (const line of data.linesOf(actor)) {
    const other = data.lines.source[line] === actor ? data.lines.target[line] : data.lines.source[line];
    if (other !== actor) found.add(other);
  }
  return [...found];
}
