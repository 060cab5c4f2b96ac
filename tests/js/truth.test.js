/** Every number that the page shows, against a plain count over the relations, for random filters. */

import assert from "node:assert/strict";
import test from "node:test";

import { LEVELS } from "../../graphbuild/views/assets/data/backbone.js";
import { companies } from "../../graphbuild/views/assets/data/comparison.js";
import { course } from "../../graphbuild/views/assets/data/course.js";
import { drawn } from "../../graphbuild/views/assets/data/drawn.js";
import { GROUPS, choices, isOn, noFilters } from "../../graphbuild/views/assets/data/filters.js";
import { classesOf, polarityOf } from "../../graphbuild/views/assets/data/lines.js";
import { matrix } from "../../graphbuild/views/assets/data/matrix.js";
import { TONES, createSieve, passing } from "../../graphbuild/views/assets/data/passing.js";
import { mostLinked, strongest } from "../../graphbuild/views/assets/data/ranking.js";
import { shownRows } from "../../graphbuild/views/assets/takeaway/tables.js";
import { dice, lineKey, press } from "./press.js";
import { words } from "./words.js";

/**
 * @typedef {import("./press.js").Told} Told
 * @typedef {import("./press.js").Person} Person
 * @typedef {import("../../graphbuild/views/assets/data/filters.js").Filters} Filters
 * @typedef {import("../../graphbuild/views/assets/data/filters.js").Group} Group
 */

/**
 * What a relation, or who is at its ends, has of each group.
 * @param {Person[]} persons
 * @param {Told} row
 * @returns {Record<Group, string[]>}
 */
const worn = (persons, { source, target, kind, sign, status, relation, speaker, outlet }) => ({
  types: [persons[source].type, persons[target].type], roles: [persons[source].role, persons[target].role], countries: [persons[source].country, persons[target].country],
  kinds: [kind], signs: [String(sign)], statuses: [status], relations: [relation], speakers: [speaker], outlets: [outlet],
});

/**
 * The day that counts: of the article where any has one, unless those told are asked for.
 * @param {Told[]} all
 * @param {Filters} filters
 */
const clock = (all, { told }) => {
  const dated = papersOf(all).some((day) => day !== words.noDay);
  return (/** @type {Told} */ row) => (dated && !told ? row.published : row.day);
};

/** @type {WeakMap<Told[], number[]>} the days of all articles, those too in which nothing is told */
const papers = new WeakMap();
const papersOf = (/** @type {Told[]} */ all) => papers.get(all) ?? [];

/**
 * The relations that pass, by the words of `data/passing.js`.
 * @param {Person[]} persons
 * @param {Told[]} told
 * @param {Filters} filters
 */
function plainly(persons, told, filters) {
  const dayOf = clock(told, filters);
  const able = told.filter((row) => {
    const has = worn(persons, row);
    return GROUPS.every((group) => has[group].every((word) => isOn(filters[group], word)))
      && (!filters.days || (dayOf(row) >= filters.days[0] && dayOf(row) <= filters.days[1]))
      && (row.kind === "cooccurrence" || row.confidence >= filters.confidence);
  });
  /** @type {Map<string, Told[]>} */
  const lines = new Map();
  for (const row of able) lines.set(lineKey(row), [...(lines.get(lineKey(row)) ?? []), row]);
  for (const [key, rows] of lines) if (weigh(rows) < filters.minimum && (weigh(rows) > 0 || filters.minimum > 1)) lines.delete(key);
  const pair = (/** @type {Told[]} */ [{ source, target }]) => [source, target].sort((a, b) => a - b).join();
  const stated = new Set([...lines.values()].filter(([{ kind }]) => kind !== "cooccurrence").map(pair));
  for (const [key, rows] of lines) if (rows[0].kind === "cooccurrence" && stated.has(pair(rows))) lines.delete(key);
  const whole = lines.size;
  if (filters.backbone < 1) {
    /** @type {Map<string, Told[][]>} */
    const links = new Map();
    for (const rows of lines.values()) links.set(pair(rows), [...(links.get(pair(rows)) ?? []), rows]);
    const sum = (/** @type {string} */ link) => (links.get(link) ?? []).reduce((all, rows) => all + weigh(rows), 0);
    const own = (/** @type {number} */ actor) => [...links.keys()].filter((link) => sum(link) > 0 && link.split(",").includes(String(actor)));
    const stands = (/** @type {string} */ link) => link.split(",").map(Number).some((actor) => {
      const all = own(actor).reduce((total, one) => total + sum(one), 0);
      return own(actor).length > 1 && (1 - sum(link) / all) ** (own(actor).length - 1) < filters.backbone;
    });
    const kept = new Set([...links.keys()].filter((link) => sum(link) > 0 && stands(link)));
    for (const [key, rows] of lines) if (!kept.has(pair(rows))) lines.delete(key);
  }
  return { lines, whole, rows: [...lines.values()].flat() };
}

/** @param {Told[]} rows */
const weigh = (rows) => new Set(rows.filter(({ status }) => status !== "negated").map(({ sentence }) => sentence)).size;

/** @param {Told[]} rows */
const actorsOf = (rows) => new Set(rows.flatMap(({ source, target }) => [source, target]));

/**
 * @param {import("../../graphbuild/views/assets/data/payload.js").Data} data
 * @param {ReturnType<typeof dice>} chance
 * @returns {Filters}
 */
function drawnFilters(data, { random, below, pick }) {
  const filters = noFilters();
  for (const group of GROUPS) {
    if (random() < 0.6) continue;
    const some = choices(data, group).filter(() => random() < 0.5);
    filters[group] = random() < 0.6 ? { off: some, only: null } : { off: [], only: some };
  }
  if (random() < 0.3) filters.minimum = 1 + below(3);
  if (random() < 0.3) filters.backbone = pick(LEVELS);
  if (random() < 0.3) filters.confidence = pick([0, 50, 70, 90]);
  filters.told = random() < 0.3;
  if (random() < 0.3) filters.days = [105 + below(10), 118 + below(20)];
  return filters;
}

for (const seed of Array.from({ length: 40 }, (_, at) => at)) {
  test(`all that is counted is what a plain count gives (press ${seed})`, () => {
    const { persons, told, papers: days, data } = press(seed);
    papers.set(told, days.map(({ day }) => day));
    const chance = dice(1000 + seed);
    const sieve = createSieve(data);
    const rowOf = new Map(told.map((row) => [row.id, row]));
    for (let round = 0; round < 15; round++) {
      const filters = drawnFilters(data, chance);
      const passed = sieve(filters);
      const plain = plainly(persons, told, filters);
      const dayOf = clock(told, filters);
      const ids = Array.from(passed.rowOk).flatMap((ok, row) => (ok ? [data.rows.id(row)] : []));
      assert.deepEqual(ids.sort(), plain.rows.map(({ id }) => id).sort());
      assert.deepEqual(
        [passed.relations, passed.sentences, passed.documents, passed.lines, passed.whole, passed.inTime],
        [plain.rows.length, new Set(plain.rows.map(({ sentence }) => sentence)).size, new Set(plain.rows.map(({ document }) => document)).size, plain.lines.size, plain.whole, plain.rows.filter((row) => dayOf(row) !== words.noDay).length],
      );
      const without = (/** @type {Partial<Filters>} */ change) => plainly(persons, told, { ...filters, ...change });
      const all = () => ({ off: [], only: null });
      const unlinked = plain.lines.size === 0 && passed.actors > 0;
      if (!unlinked) assert.equal(passed.actors, actorsOf(plain.rows).size);

      // Lines and what is told of them; weighted degrees.
      const key = (/** @type {number} */ line) => `${data.lines.source[line]} ${data.lines.target[line]} ${data.kinds[data.lines.kind[line]]} ${data.lines.sign[line]}`;
      const passing = Array.from(passed.lineOk).flatMap((ok, line) => (ok ? [line] : []));
      assert.deepEqual(passing.map(key).sort(), [...plain.lines.keys()].sort());
      const degree = persons.map(() => 0);
      const stated = [...plain.lines.values()].filter((rows) => rows[0].kind !== "cooccurrence" && weigh(rows) > 0);
      for (const rows of stated.length ? stated : plain.lines.values()) for (const end of [rows[0].source, rows[0].target]) degree[end] += weigh(rows);
      assert.deepEqual([...passed.degree], degree);
      for (let line = 0; line < data.lines.size; line++) {
        const rows = plain.lines.get(key(line)) ?? [];
        assert.equal(passed.weight[line], weigh(rows));
        const held = rows.filter(({ status }) => status !== "negated");
        assert.ok(Math.abs(polarityOf(data, passed, line) - (held.length ? held.reduce((sum, { polarity }) => sum + polarity, 0) / held.length / 100 : 0)) < 1e-4);
        if (!rows.length || rows[0].kind === "cooccurrence") continue;
        const classes = new Set((held.length ? held : rows).map(({ relation }) => relation));
        assert.deepEqual(new Set(classesOf(data, passed, line).replace(" …", "").split(", ")), classes);
      }

      // Rankings and what is taken away.
      const weights = strongest(data, passed, 5).map((line) => passed.weight[line]);
      assert.deepEqual(weights, passing.map((line) => passed.weight[line]).filter(Boolean).sort((a, b) => b - a).slice(0, 5));
      assert.deepEqual(mostLinked(passed, 5).map((actor) => degree[actor]), degree.filter(Boolean).sort((a, b) => b - a).slice(0, 5));
      const taken = shownRows(data, passed, { actors: [...actorsOf(plain.rows)], lines: passing });
      for (const row of taken.actors) assert.equal(row.weighted_degree, degree[Number(row.id.slice(1))]);
      for (const row of taken.links) {
        const own = [...plain.lines.values()].find(([one]) => `a${one.source}` === row.source && `a${one.target}` === row.target && one.kind === row.kind && ["conflict", "neither", "cooperation"][one.sign + 1] === row.tone) ?? [];
        assert.equal(row.weight, weigh(own));
        assert.equal(row.relations, [...new Set(own.map(({ relation }) => relation))].filter(Boolean).sort().join(" | "));
      }

      // With whom two actors have to do, each and both.
      const two = /** @type {[number, number]} */ ([chance.below(persons.length), chance.below(persons.length)]);
      const besides = (/** @type {number} */ one) => plain.rows.filter((row) => row.status !== "negated" && [row.source, row.target].includes(one) && ![row.source, row.target].every((end) => two.includes(end)));
      const sides = two.map((one) => {
        /** @type {Map<number, Set<number>>} */
        const found = new Map();
        for (const row of besides(one)) {
          const end = row.source === one ? row.target : row.source;
          found.set(end, (found.get(end) ?? new Set()).add(row.sentence));
        }
        return found;
      });
      const shared = companies(data, passed, two);
      assert.deepEqual(shared.map(({ at }) => at).sort((a, b) => a - b), [...new Set([...sides[0].keys(), ...sides[1].keys()])].sort((a, b) => a - b));
      for (const { at, sentences } of shared) assert.deepEqual(sentences, sides.map((side) => side.get(at)?.size ?? 0));

      // Actors by actors: the distinct sentences of what one does to the other, either way where it has no direction.
      const some = [...actorsOf(plain.rows)].filter(() => chance.random() < 0.8);
      const table = matrix(data, passed, some);
      assert.deepEqual([...table.actors].sort((a, b) => a - b), [...some].sort((a, b) => a - b));
      /** @type {Map<string, Set<number>>} */
      const expected = new Map();
      for (const { source, target, kind, status, sentence } of plain.rows) {
        if (status === "negated" || !some.includes(source) || !some.includes(target)) continue;
        for (const cell of kind === "cooccurrence" ? [`${source} ${target}`, `${target} ${source}`] : [`${source} ${target}`]) expected.set(cell, (expected.get(cell) ?? new Set()).add(sentence));
      }
      const counted = Object.fromEntries(table.cells.map(({ row, column, sentences }) => [`${table.actors[row]} ${table.actors[column]}`, sentences]));
      assert.deepEqual(counted, Object.fromEntries([...expected].map(([cell, all]) => [cell, all.size])));
      const blockOf = table.actors.map((actor) => data.communities[actor]);
      assert.equal(new Set(blockOf).size, blockOf.filter((group, at) => group !== blockOf[at - 1]).length, "each community stands together");

      // The course of a pair: every relation that passes, in the stretch of its day; those denied not counted.
      const chosen = chance.below(data.lines.size);
      const both = [data.lines.source[chosen], data.lines.target[chosen]];
      const between = plain.rows.filter(({ source, target }) => both.includes(source) && both.includes(target));
      const said = between.filter(({ kind }) => kind !== "cooccurrence");
      const own = said.length ? said : between;
      const way = course(data, passed, data.lines.pair[chosen], filters.told, [0, 100, 110, 125, 200]);
      way.stretches.forEach(({ from, to, rows, ways, polarity }) => {
        const inside = own.filter((row) => dayOf(row) >= from && dayOf(row) < to);
        assert.deepEqual(rows.map((row) => data.rows.id(row)).sort(), inside.map(({ id }) => id).sort());
        const held = inside.filter(({ status }) => status !== "negated");
        const by = (/** @type {number} */ sign) => way.ends.map((end) => held.filter((row) => row.sign === sign && row.source === end).length);
        assert.deepEqual([ways.map(({ conflict }) => conflict), ways.map(({ neutral }) => neutral), ways.map(({ cooperation }) => cooperation)], [by(-1), by(0), by(1)]);
        const acts = held.filter(({ kind }) => kind === "verb");
        assert.ok(acts.length ? Math.abs(Number(polarity) - acts.reduce((sum, row) => sum + row.polarity, 0) / acts.length / 100) < 1e-9 : polarity === null);
      });
      assert.deepEqual(way.undated.map((row) => data.rows.id(row)).sort(), own.filter((row) => dayOf(row) === words.noDay).map(({ id }) => id).sort());

      // Choices: of one that is ticked what passes, of another what would.
      for (const group of GROUPS) {
        for (const word of choices(data, group)) {
          const on = isOn(filters[group], word);
          const opened = group === "kinds" ? { off: [], only: [...data.kinds.filter((kind) => isOn(filters.kinds, kind)), word] } : all();
          const { rows } = on ? plain : without({ [group]: opened });
          const property = /** @type {Record<string, keyof Person>} */ ({ types: "type", roles: "role", countries: "country" })[group];
          if (rows.length === 0 && property) continue; // who has no link may pass then
          const size = property
            ? [...actorsOf(rows)].filter((actor) => persons[actor][property] === word).length
            : rows.filter((row) => worn(persons, row)[group].includes(word)).length;
          assert.equal(passed.counts[group].get(word), size, `${group} ${word} ${JSON.stringify(filters)}`);
        }
      }
      const together = { off: [], only: data.kinds.filter((kind) => kind === "cooccurrence" || isOn(filters.kinds, kind)) };
      const apart = isOn(filters.kinds, "cooccurrence") ? 0 : [...without({ kinds: together }).lines.values()].filter(([{ kind }]) => kind === "cooccurrence").length;
      assert.equal(passed.apart, apart);
      assert.equal(passed.unsure, without({ confidence: 0 }).rows.length - plain.rows.length);

      // Time: in the chosen days what passes, outside what would.
      const ever = without({ days: null }).rows;
      const perDay = new Uint32Array(passed.perDay.length);
      const inside = (/** @type {number} */ day) => !filters.days || (day >= filters.days[0] && day <= filters.days[1]);
      for (const row of [...plain.rows, ...ever.filter((row) => !inside(dayOf(row)))]) {
        if (dayOf(row) !== words.noDay) perDay[TONES * (dayOf(row) - passed.days[0]) + (row.kind === "cooccurrence" ? 3 : row.sign + 1)]++;
      }
      assert.deepEqual(passed.perDay, perDay);
      assert.ok(ids.every((id) => rowOf.has(id)));
    }
  });
}

test("nobody is drawn without a line while lines pass, and how many there are is told", () => {
  for (let seed = 0; seed < 40; seed++) {
    const { data } = press(seed, { people: 40, sentences: 80 });
    const chance = dice(seed);
    for (let round = 0; round < 15; round++) {
      const passed = passing(data, drawnFilters(data, chance));
      const ego = chance.random() < 0.3 ? { actor: chance.below(40), depth: 1 } : null;
      const hidden = chance.random() < 0.3 ? [chance.below(40)] : [];
      const limit = 2 + chance.below(20);
      const { actors, lines, among, of } = drawn(data, passed, { limit, added: [chance.below(40)], hidden, ego });
      const linked = new Set(lines.flatMap((line) => [data.lines.source[line], data.lines.target[line]]));
      const away = new Set([...hidden, ...(ego ? [ego.actor] : [])]);
      const open = Array.from(passed.lineOk).some((ok, line) => ok && !hidden.includes(data.lines.source[line]) && !hidden.includes(data.lines.target[line]));
      if (open && !ego) assert.ok(actors.length > 0);
      if (open) assert.deepEqual(actors.filter((actor) => !linked.has(actor) && !away.has(actor)), []);
      assert.ok(lines.length <= among && among <= of.lines && actors.length <= of.actors && lines.every((line) => passed.lineOk[line]));
      if (!ego && !hidden.length) assert.deepEqual(of, { actors: passed.actors, lines: passed.lines });
    }
  }
});
