import assert from "node:assert/strict";
import test from "node:test";

import { correct, follow } from "../../graphbuild/views/assets/corrections/correct.js";
import { noFilters } from "../../graphbuild/views/assets/data/filters.js";
import { createSieve } from "../../graphbuild/views/assets/data/passing.js";
import { EMPTY, amended, isUnsaved, keep, kept, keyOf, redone, toFile, undone, without } from "../../graphbuild/views/assets/corrections/history.js";
import { buildIndex, search } from "../../graphbuild/views/assets/data/search.js";
import { readData } from "../../graphbuild/views/assets/data/payload.js";
import { pack, small } from "./small.js";
import { words } from "./words.js";

const base = small();
const one = (/** @type {any} */ action, /** @type {string} */ subject, object = "") => ({ action, subject, object });
const linesOf = (/** @type {any} */ { lines, actors }) => Array.from({ length: lines.size }, (_, at) =>
  `${actors.id[lines.source[at]]} ${actors.id[lines.target[at]]} ${lines.kind[at]} ${lines.sign[at]} ${lines.weight[at]}`).sort();

test("nothing to correct leaves the data as it is", () => {
  assert.equal(correct(base, []).data, base);
  const { data, idle } = correct(base, [one("merge", "nobody", "a"), one("drop", "nothing"), one("rename", "x", "y"), one("merge", "a", "a")]);
  assert.equal(data, base);
  assert.deepEqual(idle, [true, true, true, true]);
});

test("a merge joins lines, drops what is between the two, and adds up the actor", () => {
  const { data } = correct(base, [one("merge", "c", "b")]);
  // Cy and Dee together become Bo and Dee; the denied aid of Cy to Ada joins the support of Bo for Ada.
  assert.deepEqual(linesOf(data), ["a b 0 -1 2", "a b 2 0 2", "b a 0 1 1", "b d 2 0 1"]);
  assert.equal(data.actors.live, 3);
  assert.deepEqual([...data.actors.heir], [0, 1, 1, 3]);
  assert.equal(data.actors.mentions[1], 3);
  assert.equal(data.actors.documents[1], 1); // the same document
  assert.equal(data.actors.aliases[1], "Cy | Cyrus | Kyros");
  assert.deepEqual([...data.linesOf(2)], []);
  assert.equal(correct(base, [one("merge", "d", "c")]).data.actors.aliases[2], "Cyrus | Kyros"); // no sentence says "Dee"
  assert.equal(correct(base, [one("merge", "a", "b")]).data.lines.size, 2); // all between Ada and Bo is gone
});

test("rename, retype, ignore, reject", () => {
  const { data } = correct(base, [one("rename", "a", "Ada King"), one("retype", "a", "official"), one("ignore", "d"), one("drop", "r2")]);
  assert.equal(data.actors.name[0], "Ada King");
  assert.equal(data.actors.aliases[0], "Ada Lovelace | Countess");
  assert.equal(data.actors.type.words[data.actors.type.codes[0]], "official");
  assert.deepEqual(linesOf(data), ["a b 0 -1 2", "a b 2 0 2", "b a 0 1 1", "c a 0 1 0"]);
  assert.equal(data.rows.size, base.rows.size - 2); // r2 and the one of Dee
  assert.equal(base.actors.name[0], "Ada Lovelace"); // the base stays
  const sieve = createSieve(data);
  assert.equal(sieve({ ...noFilters(), types: { off: [], only: ["place"] } }).counts.types.get("place"), 0);
  assert.deepEqual(search(buildIndex(data.actors), "dee").map(({ actor }) => actor), []);
  assert.deepEqual(search(buildIndex(data.actors), "king").map(({ actor }) => actor), [0]);
});

test("order counts: the lower of two renames wins, and what is ignored is not merged", () => {
  assert.equal(correct(base, [one("rename", "a", "X"), one("rename", "a", "Y")]).data.actors.name[0], "Y");
  assert.equal(correct(base, [one("rename", "a", "X"), one("rename", "a", "Y"), one("rename", "a", "X")]).data.actors.name[0], "X");
  assert.equal(correct(base, [one("rename", "c", "X"), one("merge", "c", "b")]).data.actors.name[1], "Bo");
  assert.equal(correct(base, [one("merge", "c", "b"), one("rename", "c", "X")]).data.actors.name[1], "X");
  assert.deepEqual(correct(base, [one("ignore", "c"), one("merge", "c", "b"), one("ignore", "c")]).idle, [true, false, false]);
  assert.deepEqual([...correct(base, [one("merge", "a", "b"), one("merge", "b", "c")]).data.actors.heir], [2, 2, 2, 3]);
  assert.deepEqual([...correct(base, [one("merge", "a", "b"), one("ignore", "a")]).data.actors.heir], [-1, -1, 2, 3]);
});

test("person and official merge to official; what is empty is filled", () => {
  const person = correct(base, [one("retype", "b", "official"), one("merge", "a", "b")]).data;
  assert.equal(person.actors.type.words[person.actors.type.codes[1]], "official");
  const group = correct(base, [one("merge", "a", "b")]).data;
  assert.equal(group.actors.type.words[group.actors.type.codes[1]], "group");
});

test("a split is noted and changes nothing yet", () => {
  const { data, idle } = correct(base, [one("split", "c", "Kyros")]);
  assert.equal(data, base);
  assert.deepEqual(idle, [false]);
});

/** Random actors, sentences and relations, as the page packs them, and the same flat. */
function random(/** @type {number} */ seed) {
  const next = (/** @type {number} */ below) => {
    seed = (seed * 16807) % 2147483647;
    return seed % below;
  };
  const size = 9;
  const flat = Array.from({ length: 70 }, (_, at) => {
    const [source, target] = [next(size), next(size)];
    const kind = next(3);
    const ends = kind === 2 && source > target ? [target, source] : [source, target];
    return { id: `r${at}`, source: ends[0], target: ends[1], kind, sign: kind === 2 ? 0 : next(3) - 1, sentence: next(25), status: kind === 2 ? 0 : next(4), day: next(9) };
  }).filter(({ source, target }) => source !== target);
  const once = new Map(flat.map((row) => [row.kind === 2 ? `${row.source} ${row.target} ${row.sentence}` : row.id, row]));
  const rows = [...once.values()];
  const key = (/** @type {any} */ { source, target, kind, sign }) => `${source} ${target} ${kind} ${sign}`;
  // As the page comes: a line's weight is its sentences that are not denied, and the strongest line comes first.
  const weight = (/** @type {string} */ text) => new Set(rows.filter((row) => key(row) === text && row.status !== 3).map((row) => row.sentence)).size;
  const strength = (/** @type {string} */ text) => weight(text) * (text.split(" ")[2] === "2" ? 1 : 2);
  const keys = [...new Set(rows.map(key))].sort((a, b) => strength(b) - strength(a));
  rows.sort((a, b) => keys.indexOf(key(a)) - keys.indexOf(key(b)) || a.sentence - b.sentence);
  const lines = keys.map((text) => text.split(" ").map(Number));
  const pairs = [...new Set(lines.map(([a, b]) => `${Math.min(a, b)} ${Math.max(a, b)}`))];
  const plain = { words: [""], ...pack(rows.map(() => 0)) };
  const none = { words: [""], ...pack(Array(size).fill(0)) };
  const zero = pack(Array(size).fill(0));
  const data = readData({
    actors: {
      size, id: Array.from({ length: size }, (_, at) => `a${at}`), name: Array.from({ length: size }, (_, at) => `A${at}`), titles: Array(size).fill(""),
      aliases: Array(size).fill(""), type: none, role: none, country: none, mentions: zero, documents: zero, degree: zero, first: zero, last: zero,
      radius: Array(size).fill(6), papers: { size: zero, document: pack([]) }, offices: {}, unsaid: [],
    },
    ...words, stated: true,
    lines: {
      size: lines.length, source: pack(lines.map(([a]) => a)), target: pack(lines.map(([, b]) => b)), kind: pack(lines.map(([, , kind]) => kind)),
      sign: pack(lines.map(([, , , sign]) => sign)), pair: pack(lines.map(([a, b]) => pairs.indexOf(`${Math.min(a, b)} ${Math.max(a, b)}`))),
      weight: pack(keys.map(weight)), association: pack(lines.map(() => 5)), rarity: pack(lines.map(() => 5)),
    },
    rows: {
      size: rows.length, line: pack(rows.map((row) => keys.indexOf(key(row)))), sentence: pack(rows.map((row) => row.sentence)),
      day: pack(rows.map((row) => row.day)), status: pack(rows.map((row) => row.status)), relation: plain, verb: plain, rule: plain,
      speaker: { ...plain, actors: [-1] }, id: { type: "words", words: rows.map(({ id }) => id) }, confidence: pack(rows.map(() => 80)), polarity: pack(rows.map(() => 0)),
    },
    sentences: { size: 25, chunk: 8, document: pack(Array(25).fill(0)), number: pack(Array.from({ length: 25 }, (_, at) => at)) },
    outlets: [""], documents: { outlet: pack([0]) },
  }, () => "");
  return { data, rows, next, size };
}

test("random corrections give the lines and weights that counting anew gives", () => {
  for (let seed = 1; seed <= 60; seed++) {
    const { data, rows, next, size } = random(seed);
    const list = Array.from({ length: 1 + next(5) }, () => {
      const who = `a${next(size)}`;
      return [one("merge", who, `a${next(size)}`), one("ignore", who), one("drop", rows[next(rows.length)].id), one("rename", who, "N")][next(4)];
    });
    const { data: made, idle } = correct(data, list);
    const applied = list.filter((_, at) => !idle[at]);
    // The oracle: follow each actor through the list, relation by relation.
    const into = new Map();
    const last = (/** @type {string} */ id) => {
      let at = id;
      while (into.has(at)) at = into.get(at);
      return at;
    };
    const away = new Set();
    for (const { action, subject, object } of applied) {
      if (action === "merge") into.set(last(subject), last(object));
      if (action === "ignore") away.add(last(subject));
    }
    const dropped = new Set(applied.filter(({ action }) => action === "drop").map(({ subject }) => subject));
    const lines = new Map();
    for (const { id, source, target, kind, sign, sentence, status } of rows) {
      let [from, to] = [last(`a${source}`), last(`a${target}`)];
      if (dropped.has(id) || away.has(from) || away.has(to) || from === to) continue;
      if (kind === 2 && from > to) [from, to] = [to, from];
      const key = `${from} ${to} ${kind} ${sign}`;
      if (!lines.has(key)) lines.set(key, new Set());
      if (status !== 3) lines.get(key).add(sentence);
    }
    if (made !== data) assert.deepEqual(linesOf(made), [...lines].map(([key, all]) => `${key} ${all.size}`).sort(), `seed ${seed}`);
    else assert.ok(idle.every(Boolean));
    assert.equal(made.rows.size, made.lines.rows[made.lines.size]);
    for (let line = 0; line < made.lines.size; line++) {
      for (let row = made.lines.rows[line]; row < made.lines.rows[line + 1]; row++) assert.equal(made.rows.line[row], line);
      if (made !== data && line) {
        const strength = (/** @type {number} */ at) => made.lines.weight[at] * (made.lines.kind[at] === 2 ? 1 : 2);
        assert.ok(strength(line - 1) >= strength(line));
      }
    }
    const passed = createSieve(made)(noFilters());
    for (let line = 0; line < made.lines.size; line++) if (made !== data && passed.lineOk[line]) assert.equal(passed.weight[line], made.lines.weight[line]);
  }
});

test("a selection follows what it was", () => {
  const { data } = correct(base, [one("merge", "c", "b"), one("drop", "r3")]);
  assert.deepEqual(follow({ actor: 2 }, base, data), { actor: 1 });
  assert.deepEqual(follow({ from: 0, to: 2 }, base, data), { from: 0, to: 1 });
  assert.equal(follow({ from: 1, to: 2 }, base, data), null);
  const attack = follow({ pair: 0, line: 0 }, base, data);
  assert.ok(attack && "pair" in attack && attack.line !== null);
  assert.deepEqual([data.lines.source[attack.line], data.lines.kind[attack.line], data.lines.sign[attack.line]], [0, 0, -1]);
  const { data: away } = correct(base, [one("ignore", "a")]);
  assert.equal(follow({ actor: 0 }, base, away), null);
  assert.equal(follow({ pair: 0, line: 0 }, base, away), null);
  const { data: rejected } = correct(base, [one("drop", "r0"), one("drop", "r1"), one("drop", "r2")]);
  const left = follow({ pair: 0, line: 0 }, base, rejected);
  assert.deepEqual(left && "pair" in left && left.line, null); // the pair is left, without that line
  assert.deepEqual(follow(attack, data, base), { pair: 0, line: 0 }); // and back
});

test("undo, redo and taking one out", () => {
  let history = EMPTY;
  assert.equal(undone(history), history);
  assert.equal(redone(history), history);
  history = amended(amended(amended(history, one("rename", "a", "X")), one("ignore", "b")), one("drop", "r1"));
  assert.deepEqual(history.list.map(({ action }) => action), ["rename", "ignore", "drop"]);
  const less = without(history, 1);
  assert.deepEqual(less.list.map(({ action }) => action), ["rename", "drop"]);
  assert.deepEqual(undone(less).list, history.list);
  assert.deepEqual(redone(undone(less)).list, less.list);
  assert.deepEqual(undone(undone(undone(undone(less)))).list, []);
  assert.deepEqual(amended(undone(less), one("retype", "a", "group")).future, []);
  assert.equal(amended(history, one("drop", "r1")), history); // a second click on the button does nothing
  assert.deepEqual(amended(history, one("rename", "a", "X")).list.map(({ action }) => action), ["ignore", "drop", "rename"]); // no row twice
});

test("the file is CSV that no spreadsheet runs", () => {
  const list = [one("merge", "a", "b"), one("rename", "a", '=1+1, "x"'), one("drop", "3f2a9c0d41be")];
  assert.equal(toFile(list), '\ufeffaction,subject,object\r\nmerge,a,b\r\nrename,a,"\'=1+1, ""x"""\r\ndrop,3f2a9c0d41be,\r\n');
  const history = amended(EMPTY, list[0]);
  assert.equal(isUnsaved(EMPTY), false);
  assert.equal(isUnsaved(history), true);
  assert.equal(isUnsaved({ ...history, saved: toFile(history.list) }), false);
});

test("what the browser keeps comes back, and what it does not keep does no harm", () => {
  const store = new Map();
  const fake = { getItem: (/** @type {string} */ key) => store.get(key) ?? null, setItem: (/** @type {string} */ key, /** @type {string} */ value) => store.set(key, value), removeItem: (/** @type {string} */ key) => store.delete(key) };
  Object.defineProperty(globalThis, "localStorage", { configurable: true, get: () => fake });
  const key = keyOf(base);
  assert.equal(kept(key, words.actions), EMPTY);
  const history = amended(amended(EMPTY, one("ignore", "a")), one("ignore", "b"));
  assert.equal(keep(key, history), true);
  assert.deepEqual(kept(key, words.actions).list, history.list);
  assert.deepEqual(undone(kept(key, words.actions)).list, [one("ignore", "a")]);
  assert.equal(kept(keyOf({ actors: { id: ["a"] }, rows: { size: 1 } }), words.actions), EMPTY); // another corpus
  for (const bad of ["{", "7", "null", '{"list":[{"action":"explode","subject":"a","object":""}]}', '{"list":[null]}']) {
    store.set(key, bad);
    assert.equal(kept(key, words.actions), EMPTY, bad);
  }
  keep(key, EMPTY);
  assert.equal(store.has(key), false);
  Object.defineProperty(globalThis, "localStorage", { configurable: true, get() { throw new Error("SecurityError"); } });
  assert.equal(keep(key, history), false);
  assert.equal(kept(key, words.actions), EMPTY);
});
