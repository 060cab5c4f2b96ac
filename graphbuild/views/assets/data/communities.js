/** The communities among actors: who is in each, after whom it is called, and what unites it. */

import { rowsOf } from "./lines.js";

/**
 * @typedef {import("./payload.js").Data} Data
 * @typedef {import("./passing.js").Passing} Passing
 * @typedef {{ number: number, members: number[], names: number[], country: string, relation: string }} Community
 *   `names` are up to three members with most links inside, `country` is that of most members or "", `relation` the
 *   class of most relations between them or "".
 */

const LEAST = 3; // members
const NAMES = 3;

/** @type {WeakMap<number[], Community[]>} */
const known = new WeakMap();

/**
 * Communities of at least three of some actors, the largest first.
 * @param {Data} data
 * @param {Passing} passed
 * @param {number[]} actors
 * @returns {Community[]}
 */
export function communitiesIn(data, passed, actors) {
  const made = known.get(actors) ?? found(data, passed, actors);
  known.set(actors, made);
  return made;
}

/**
 * @param {Data} data
 * @param {Passing} passed
 * @param {number[]} actors
 */
function found(data, passed, actors) {
  /** @type {Map<number, number[]>} */
  const members = new Map();
  for (const actor of actors) members.set(data.communities[actor], [...(members.get(data.communities[actor]) ?? []), actor]);
  const large = [...members].filter(([, some]) => some.length >= LEAST).sort(([a, x], [b, y]) => y.length - x.length || a - b);
  return large.map(([number, some]) => {
    const inside = new Set(some);
    const worth = new Map(some.map((actor) => [actor, 0]));
    /** @type {Map<number, number>} */
    const classes = new Map();
    for (const actor of some) {
      for (const line of data.linesOf(actor)) {
        const [from, to] = [data.lines.source[line], data.lines.target[line]];
        if (!passed.lineOk[line] || !inside.has(from) || !inside.has(to)) continue;
        worth.set(actor, (worth.get(actor) ?? 0) + passed.weight[line]);
        if (from !== actor || data.lines.kind[line] === data.together) continue;
        for (const row of rowsOf(data, passed, line)) classes.set(data.rows.relation.codes[row], (classes.get(data.rows.relation.codes[row]) ?? 0) + 1);
      }
    }
    const names = [...some].sort((a, b) => Number(data.actors.minor[a]) - Number(data.actors.minor[b]) || (worth.get(b) ?? 0) - (worth.get(a) ?? 0) || a - b).slice(0, NAMES);
    const [relation] = most(classes);
    return { number, members: some, names, country: countryOf(data, some), relation: relation === undefined ? "" : data.rows.relation.words[relation] };
  });
}

/**
 * The country that more than half of those have that have one, if these are half of all.
 * @param {Data} data
 * @param {number[]} some
 */
function countryOf({ actors, countries }, some) {
  /** @type {Map<number, number>} */
  const counts = new Map();
  let all = 0;
  for (const actor of some) {
    const code = actors.country.codes[actor];
    if (!(actors.country.words[code] in countries)) continue;
    counts.set(code, (counts.get(code) ?? 0) + 1);
    all++;
  }
  const [code, size] = most(counts);
  return code !== undefined && 2 * size > all && 2 * all >= some.length ? countries[actors.country.words[code]] : "";
}

/**
 * @param {Map<number, number>} counts
 * @returns {[number | undefined, number]} the key that counts most, and how much
 */
function most(counts) {
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0] ?? [undefined, 0];
}
