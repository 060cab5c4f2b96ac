import assert from "node:assert/strict";
import test from "node:test";

import { firstFilters } from "../../graphbuild/views/assets/data/filters.js";
import { findings } from "../../graphbuild/views/assets/data/findings.js";
import { verbsOf } from "../../graphbuild/views/assets/data/lines.js";
import { passing } from "../../graphbuild/views/assets/data/passing.js";
import { dice, lineKey, press, pressOf } from "./press.js";

/** @typedef {import("./press.js").Told} Told */

/** @param {Told[]} rows */
const spread = (rows) => ({ sentences: new Set(rows.map(({ sentence }) => sentence)).size, documents: new Set(rows.map(({ document }) => document)).size });

test("findings are what a plain count finds", () => {
  const kinds = new Set();
  for (let seed = 0; seed < 60; seed++) {
    const { told, data } = press(seed, { people: 9, sentences: 160 });
    const passed = passing(data, firstFilters(data));
    const acts = told.filter(({ kind, status }) => kind === "verb" && status !== "negated");
    const lines = [...new Set(acts.map(lineKey))].map((key) => acts.filter((row) => lineKey(row) === key));
    const most = Math.max(...lines.map((rows) => spread(rows).sentences));
    for (const found of findings(data, passed)) {
      kinds.add(found.kind);
      const { source, target, sign, pair, kind } = data.lines;
      if (found.kind === "act") {
        const own = lines.find(([row]) => row.source === source[found.line] && row.target === target[found.line] && row.sign === sign[found.line]) ?? [];
        assert.deepEqual(spread(own), { sentences: found.sentences, documents: found.documents });
        const able = lines.map(spread).filter(({ sentences }) => 2 * sentences >= most);
        assert.equal(found.documents, Math.max(...able.map(({ documents }) => documents)));
      } else if (found.kind !== "contested" && found.kind !== "turn") {
        const tone = found.kind === "target" ? -1 : 1;
        const withOne = (/** @type {number} */ actor) => acts.filter((row) => row.sign === tone && (row.target === actor || (tone > 0 && row.source === actor)));
        const own = withOne(found.actor);
        assert.equal(found.others, new Set(own.map((row) => (row.target === found.actor ? row.source : row.target))).size);
        assert.equal(found.sentences, spread(own).sentences);
      } else {
        const own = acts.filter((row) => Array.from(pair).some((one, line) => one === found.pair && kind[line] === 0 && row.source === source[line] && row.target === target[line]));
        if (found.kind === "contested") {
          assert.deepEqual([-1, 1].map((tone) => spread(own.filter((row) => row.sign === tone)).sentences), [found.conflict, found.cooperation]);
        } else {
          const dated = own.filter(({ day }) => day !== data.noDay);
          const mean = (/** @type {Told[]} */ rows) => rows.reduce((sum, { polarity }) => sum + polarity, 0) / rows.length;
          const [before, after] = [dated.filter(({ day }) => day < found.day), dated.filter(({ day }) => day >= found.day)];
          assert.deepEqual([before.length, after.length], [found.before, found.after]);
          assert.ok(mean(before) * mean(after) < 0 && Math.sign(mean(before)) === found.from);
        }
      }
    }
  }
  for (const kind of ["act", "contested", "partner", "target"]) assert.ok(kinds.has(kind), kind);
});

test("a change of tone is found with its day", () => {
  const { pick } = dice(4);
  const persons = Array.from({ length: 6 }, () => ({ type: "country", role: "GOV", country: "" }));
  /** @type {Told[]} */
  const told = [];
  for (let day = 0; day < 40; day++) {
    const told_ = (/** @type {number} */ source, /** @type {number} */ target, /** @type {number} */ polarity) => told.push({
      id: `r${told.length}`, source, target, kind: "verb", polarity, sign: Math.sign(polarity), status: "asserted", relation: "meet", verb: polarity < 0 ? "hit" : "backed", speaker: "",
      sentence: told.length, document: 0, outlet: "", day: 100 + day, published: 100, confidence: 90,
    });
    told_(2, 3, pick([-80, 80])); // now so, now so
    if (day % 3 === 0) told_(day % 2, 1 - (day % 2), day < 20 ? 60 : -70);
  }
  const data = pressOf(persons, told, [{ outlet: "", day: 100 }], told.length);
  const passed = passing(data, firstFilters(data));
  const turn = findings(data, passed).find(({ kind }) => kind === "turn");
  assert.ok(turn?.kind === "turn");
  assert.deepEqual([turn.day, turn.from], [121, 1]);
  const line = data.linesOfPair(turn.pair).find((one) => data.lines.sign[one] < 0) ?? -1;
  assert.deepEqual(verbsOf(data, passed, line), ["hit"]);
});

test("where nothing passes nothing is found", () => {
  const { data } = press(1);
  assert.deepEqual(findings(data, passing(data, { ...firstFilters(data), minimum: 10000 })), []);
});
