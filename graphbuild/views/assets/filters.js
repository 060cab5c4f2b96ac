/** Which relations, lines and actors pass, how many each choice would give, and what is drawn of them. */

/**
 * @typedef {import("./data.js").Data} Data
 * @typedef {"types" | "kinds" | "signs" | "statuses" | "relations"} Group
 * @typedef {{ off: Record<Group, string[]>, minimum: number }} Filters  `off` lists the choices not ticked.
 * @typedef {{ rowOk: Uint8Array, weight: Uint32Array, lineOk: Uint8Array, actorOk: Uint8Array,
 *   counts: Record<Group, Map<string, number>>, actors: number, lines: number }} Passing
 * @typedef {{ actors: number[], lines: number[] }} Drawn
 */

/** @type {Group[]} */
export const GROUPS = ["types", "kinds", "signs", "statuses", "relations"];
export const MOST_LINES = 1200;

const TOGETHER = "cooccurrence";
const STATED = 2;

/** @returns {Filters} */
export function noFilters() {
  return { off: { types: [], kinds: [], signs: [], statuses: ["negated"], relations: [] }, minimum: 1 };
}

/** @param {Filters} filters */
export function isFiltered(filters) {
  return JSON.stringify(filters) !== JSON.stringify(noFilters());
}

/**
 * The choices of a group, the most frequent first where their order carries no meaning.
 * @param {Data} data
 * @param {Group} group
 * @returns {string[]}
 */
export function choices(data, group) {
  if (group === "types") {
    const order = ["country", "organization", "group", "official", "person", "place"];
    return [...data.actors.type.words].sort((a, b) => (order.indexOf(a) + 7) % 7 - (order.indexOf(b) + 7) % 7);
  }
  if (group === "kinds") return data.kinds;
  if (group === "signs") return ["-1", "1", "0"];
  if (group === "statuses") return data.statuses;
  return data.rows.relation.words;
}

/**
 * One pass over the relations. A relation counts for a choice when every *other* group lets it pass.
 * @param {Data} data
 * @param {Filters} filters
 * @returns {Passing}
 */
export function passing(data, filters) {
  const { rows, lines, actors } = data;
  const on = (/** @type {Group} */ group, /** @type {string[]} */ words) =>
    Uint8Array.from(words, (word) => (filters.off[group].includes(word) ? 0 : 1));
  const typeOn = on("types", actors.type.words);
  const kindOn = on("kinds", data.kinds);
  const signOn = on("signs", ["-1", "0", "1"]);
  const statusOn = on("statuses", data.statuses);
  const relationOn = on("relations", rows.relation.words);
  const denied = data.statuses.indexOf("negated");

  const rowOk = new Uint8Array(rows.size);
  const weight = new Uint32Array(lines.size);
  const present = new Uint8Array(lines.size);
  const touched = new Uint8Array(actors.size);
  const counts = {
    kinds: new Uint32Array(data.kinds.length), signs: new Uint32Array(3),
    statuses: new Uint32Array(data.statuses.length), relations: new Uint32Array(rows.relation.words.length),
  };
  for (let line = 0; line < lines.size; line++) {
    const source = lines.source[line];
    const target = lines.target[line];
    const typesFail = typeOn[actors.type.codes[source]] && typeOn[actors.type.codes[target]] ? 0 : 1;
    const kind = lines.kind[line];
    const sign = lines.sign[line] + 1;
    const kindFail = kindOn[kind] ? 0 : 2;
    const signFail = signOn[sign] ? 0 : 4;
    let last = -1;
    for (let row = lines.rows[line]; row < lines.rows[line + 1]; row++) {
      const status = rows.status[row];
      const relation = rows.relation.codes[row];
      const fails = typesFail | kindFail | signFail | (statusOn[status] ? 0 : 8) | (relationOn[relation] ? 0 : 16);
      if ((fails & ~1) === 0) touched[source] = touched[target] = 1;
      if (fails === 0) {
        rowOk[row] = 1;
        present[line] = 1;
        if (status !== denied && rows.sentence[row] !== last) {
          weight[line]++;
          last = rows.sentence[row];
        }
      }
      if ((fails & ~2) === 0) counts.kinds[kind]++;
      if ((fails & ~4) === 0) counts.signs[sign]++;
      if ((fails & ~8) === 0) counts.statuses[status]++;
      if ((fails & ~16) === 0) counts.relations[relation]++;
    }
  }
  return {
    rowOk, weight, ...ends(data, filters, weight, present, typeOn),
    counts: {
      types: tally(actors.type.words, typeCounts(data, filters, touched)),
      kinds: tally(data.kinds, counts.kinds),
      signs: tally(["-1", "0", "1"], counts.signs),
      statuses: tally(data.statuses, counts.statuses),
      relations: tally(rows.relation.words, counts.relations),
    },
  };
}

/**
 * Lines that pass (co-occurrence only where nothing else is said between the two) and their actors.
 * @param {Data} data
 * @param {Filters} filters
 * @param {Uint32Array} weight
 * @param {Uint8Array} present
 * @param {Uint8Array} typeOn
 */
function ends({ lines, actors, kinds }, filters, weight, present, typeOn) {
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
  const alone = !isFiltered({ ...filters, off: { ...filters.off, types: [] } });
  let some = 0;
  for (let actor = 0; actor < actors.size; actor++) {
    if (alone && typeOn[actors.type.codes[actor]]) actorOk[actor] = 1;
    some += actorOk[actor];
  }
  return { lineOk, actorOk, actors: some, lines: passed };
}

/**
 * @param {Data} data
 * @param {Filters} filters
 * @param {Uint8Array} touched
 */
function typeCounts({ actors }, filters, touched) {
  const counts = new Uint32Array(actors.type.words.length);
  const alone = !isFiltered({ ...filters, off: { ...filters.off, types: [] } });
  for (let actor = 0; actor < actors.size; actor++) if (alone || touched[actor]) counts[actors.type.codes[actor]]++;
  return counts;
}

/**
 * @param {string[]} words
 * @param {Uint32Array} counts
 */
function tally(words, counts) {
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
 * What is drawn: the `limit` most strongly linked actors that pass, the actors asked for, and the
 * strongest lines among them.
 * @param {Data} data
 * @param {Passing} passed
 * @param {{ limit: number, added: number[], hidden: number[] }} view
 * @returns {Drawn}
 */
export function drawn(data, passed, { limit, added, hidden }) {
  const { lines, actors } = data;
  const order = ranked(data, passed);
  const away = new Set(hidden);
  const chosen = new Set();
  const keep = new Set();
  for (const line of order) {
    if (chosen.size >= limit) break;
    const [source, target] = [lines.source[line], lines.target[line]];
    if (away.has(source) || away.has(target)) continue;
    const fresh = new Set([source, target].filter((end) => !chosen.has(end)));
    if (fresh.size && chosen.size + fresh.size <= limit) {
      for (const end of fresh) chosen.add(end);
      keep.add(line);
    }
  }
  for (let actor = 0; actor < actors.size && chosen.size < limit; actor++) {
    if (passed.actorOk[actor] && !away.has(actor)) chosen.add(actor);
  }
  for (const actor of added) if (!away.has(actor)) chosen.add(actor);
  const among = [];
  for (const line of order) {
    if (!chosen.has(lines.source[line]) || !chosen.has(lines.target[line])) continue;
    if (among.length < MOST_LINES || keep.has(line) || added.includes(lines.source[line]) || added.includes(lines.target[line])) among.push(line);
  }
  return { actors: [...chosen].sort((a, b) => a - b), lines: among.sort((a, b) => a - b) };
}
