/** Which relations, lines and actors pass, how many each choice would give, and what is drawn of them. */

/**
 * @typedef {import("./data.js").Data} Data
 * @typedef {"types" | "kinds" | "signs" | "statuses" | "relations" | "roles" | "countries" | "outlets" | "speakers"} Group
 * @typedef {{ off: string[], only: string[] | null }} Choice  What is not ticked or, where `only` is a list, what alone is.
 * @typedef {Record<Group, Choice> & { minimum: number, days: [number, number] | null }} Filters
 * @typedef {{ rowOk: Uint8Array, weight: Uint32Array, lineOk: Uint8Array, actorOk: Uint8Array,
 *   counts: Record<Group, Map<string, number>>, perDay: Uint32Array, actors: number, lines: number }} Passing
 *   `perDay` counts relations by day and tone: `perDay[3 * (day - data.days[0]) + sign + 1]`.
 * @typedef {{ actors: number[], lines: number[] }} Drawn
 */

/** @type {Group[]} */
export const GROUPS = ["types", "kinds", "signs", "statuses", "relations", "speakers", "outlets", "countries", "roles"];
export const MOST_LINES = 700;

const TOGETHER = "cooccurrence";
const STATED = 2;
const SIGNS = ["-1", "0", "1"];

/** @returns {Filters} */
export function noFilters() {
  const all = () => ({ off: /** @type {string[]} */ ([]), only: null });
  return {
    types: all(), kinds: all(), signs: all(), statuses: { off: ["negated"], only: null }, relations: all(),
    roles: all(), countries: all(), outlets: all(), speakers: all(), minimum: 1, days: null,
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
 * One pass over the relations. Every group that does not let a relation pass leaves its own bit, so that a
 * relation counts for a choice when no *other* group is against it.
 * @param {Data} data
 * @param {Filters} filters
 * @returns {Passing}
 */
export function passing(data, filters) {
  const { rows, lines, actors, sentences, documents } = data;
  const flags = (/** @type {Group} */ group) => {
    const { off, only } = filters[group];
    const listed = new Set(only ?? off);
    const bit = 1 << GROUPS.indexOf(group);
    return Uint16Array.from(wordsOf(data, group), (word) => (listed.has(word) === (only !== null) ? 0 : bit));
  };
  const [types, kinds, signs, statuses, relations, speakers, outlets, countries, roles] = GROUPS.map(flags);
  const [TYPES, KINDS, SIGN, STATUSES, RELATIONS, SPEAKERS, OUTLETS, COUNTRIES, ROLES, DAYS] = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512];
  const [from, to] = filters.days ?? [-Infinity, Infinity];
  const denied = data.statuses.indexOf("negated");
  const firstDay = data.days[0];
  const perDay = new Uint32Array(data.days[0] <= data.days[1] ? 3 * (data.days[1] - firstDay + 1) : 0);
  const tally = () => GROUPS.map((group) => new Uint32Array(wordsOf(data, group).length));
  const [, kindCount, signCount, statusCount, relationCount, speakerCount, outletCount] = tally();
  const touched = { types: new Uint8Array(actors.size), countries: new Uint8Array(actors.size), roles: new Uint8Array(actors.size) };
  const rowOk = new Uint8Array(rows.size);
  const weight = new Uint32Array(lines.size);
  const present = new Uint8Array(lines.size);
  const ofActor = (/** @type {number} */ actor) => types[actors.type.codes[actor]] | countries[actors.country.codes[actor]] | roles[actors.role.codes[actor]];

  for (let line = 0; line < lines.size; line++) {
    const source = lines.source[line];
    const target = lines.target[line];
    const kind = lines.kind[line];
    const sign = lines.sign[line] + 1;
    const ofLine = ofActor(source) | ofActor(target) | kinds[kind] | signs[sign];
    let last = -1;
    for (let row = lines.rows[line]; row < lines.rows[line + 1]; row++) {
      const status = rows.status[row];
      const relation = rows.relation.codes[row];
      const speaker = rows.speaker.codes[row];
      const day = rows.day[row];
      const paper = sentences.document[rows.sentence[row]];
      const outlet = paper < 0 ? 0 : documents.outlet.codes[paper];
      const fails = ofLine | statuses[status] | relations[relation] | speakers[speaker] | outlets[outlet] | (day < from || day > to ? DAYS : 0);
      if (fails === 0) {
        rowOk[row] = 1;
        present[line] = 1;
        if (status !== denied && rows.sentence[row] !== last) {
          weight[line]++;
          last = rows.sentence[row];
        }
      }
      if ((fails & ~TYPES) === 0) touched.types[source] = touched.types[target] = 1;
      if ((fails & ~COUNTRIES) === 0) touched.countries[source] = touched.countries[target] = 1;
      if ((fails & ~ROLES) === 0) touched.roles[source] = touched.roles[target] = 1;
      if ((fails & ~KINDS) === 0) kindCount[kind]++;
      if ((fails & ~SIGN) === 0) signCount[sign]++;
      if ((fails & ~STATUSES) === 0) statusCount[status]++;
      if ((fails & ~RELATIONS) === 0) relationCount[relation]++;
      if ((fails & ~SPEAKERS) === 0) speakerCount[speaker]++;
      if ((fails & ~OUTLETS) === 0) outletCount[outlet]++;
      if ((fails & ~DAYS) === 0 && day !== data.noDay) perDay[3 * (day - firstDay) + sign]++;
    }
  }
  const alone = onlyActorsFiltered(filters);
  const actorCounts = (/** @type {"types" | "countries" | "roles"} */ group, /** @type {import("./data.js").Coded} */ column) => {
    const counts = new Uint32Array(column.words.length);
    for (let actor = 0; actor < actors.size; actor++) if (alone || touched[group][actor]) counts[column.codes[actor]]++;
    return named(column.words, counts);
  };
  return {
    rowOk, weight, perDay, ...ends(data, filters, weight, present, (actor) => alone && ofActor(actor) === 0),
    counts: {
      types: actorCounts("types", actors.type), countries: actorCounts("countries", actors.country), roles: actorCounts("roles", actors.role),
      kinds: named(data.kinds, kindCount), signs: named(SIGNS, signCount), statuses: named(data.statuses, statusCount),
      relations: named(rows.relation.words, relationCount), speakers: named(rows.speaker.words, speakerCount),
      outlets: named(documents.outlet.words, outletCount),
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
 * @param {(actor: number) => boolean} unlinked whether an actor passes even without a link
 */
function ends({ lines, actors, kinds }, filters, weight, present, unlinked) {
  const together = kinds.indexOf(TOGETHER);
  const lineOk = new Uint8Array(lines.size);
  const actorOk = new Uint8Array(actors.size);
  const said = new Uint8Array(lines.size + 1);
  const enough = (/** @type {number} */ line) => present[line] && (weight[line] >= filters.minimum || (weight[line] === 0 && filters.minimum <= 1));
  let passed = 0;
  for (let line = 0; line < lines.size; line++) {
    if (lines.kind[line] !== together && enough(line)) {
      lineOk[line] = said[lines.pair[line]] = 1;
      passed++;
    }
  }
  for (let line = 0; line < lines.size; line++) {
    if (lines.kind[line] === together && enough(line) && !said[lines.pair[line]]) {
      lineOk[line] = 1;
      passed++;
    }
    if (lineOk[line]) actorOk[lines.source[line]] = actorOk[lines.target[line]] = 1;
  }
  let some = 0;
  for (let actor = 0; actor < actors.size; actor++) {
    if (unlinked(actor)) actorOk[actor] = 1;
    some += actorOk[actor];
  }
  return { lineOk, actorOk, actors: some, lines: passed };
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
export function ranked({ lines, kinds }, passed) {
  const together = kinds.indexOf(TOGETHER);
  const keys = new Float64Array(passed.lines);
  let size = 0;
  for (let line = 0; line < lines.size; line++) {
    if (!passed.lineOk[line]) continue;
    keys[size++] = line - passed.weight[line] * (lines.kind[line] === together ? 1 : STATED) * 2 ** 32;
  }
  return Uint32Array.from(keys.sort(), (key) => ((key % 2 ** 32) + 2 ** 32) % 2 ** 32);
}

/**
 * What is drawn: the `limit` most linked actors that pass, the actors asked for, and of the lines between
 * them the strongest, at least one an actor.
 * @param {Data} data
 * @param {Passing} passed
 * @param {{ limit: number, added: number[], hidden: number[], ego?: { actor: number, depth: number } | null }} view
 * @returns {Drawn}
 */
export function drawn(data, passed, { limit, added, hidden, ego = null }) {
  const { lines, actors } = data;
  const order = ranked(data, passed);
  const away = new Set(hidden);
  const degree = new Float64Array(actors.size);
  for (const line of order) {
    degree[lines.source[line]] += passed.weight[line];
    degree[lines.target[line]] += passed.weight[line];
  }
  const near = ego && around(data, passed, ego.actor, ego.depth);
  const able = [];
  for (let actor = 0; actor < actors.size; actor++) if (passed.actorOk[actor] && !away.has(actor) && (!near || near.has(actor))) able.push(actor);
  if (able.length > limit) able.sort((a, b) => Number(b === ego?.actor) - Number(a === ego?.actor) || degree[b] - degree[a] || a - b);
  const asked = new Set(near ? [] : added);
  const chosen = new Set([...able.slice(0, limit), ...[...asked].filter((actor) => !away.has(actor))]);
  if (ego) chosen.add(ego.actor);
  const linked = new Set();
  const among = [];
  for (const line of order) {
    const [source, target] = [lines.source[line], lines.target[line]];
    if (!chosen.has(source) || !chosen.has(target)) continue;
    if (among.length < MOST_LINES || !linked.has(source) || !linked.has(target) || asked.has(source) || asked.has(target)) {
      among.push(line);
      linked.add(source).add(target);
    }
  }
  return { actors: [...chosen].sort((a, b) => a - b), lines: among.sort((a, b) => a - b) };
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
