import assert from "node:assert/strict";
import test from "node:test";

import { noFilters } from "../../graphbuild/views/assets/data/filters.js";
import { library, relationsIn, saidIn } from "../../graphbuild/views/assets/data/library.js";
import { passing } from "../../graphbuild/views/assets/data/passing.js";
import { fold, plainly } from "../../graphbuild/views/assets/data/search.js";
import { findSentences, hits, sentencesOf, wordsOf } from "../../graphbuild/views/assets/data/sentences.js";
import { segments } from "../../graphbuild/views/assets/reading/segments.js";
import { fromHash, toHash } from "../../graphbuild/views/assets/state/address.js";
import { initialState } from "../../graphbuild/views/assets/state/store.js";
import { dice, press } from "./press.js";
import { small } from "./small.js";

test("every span is the pieces that it lies over, however spans cross, and the pieces are the text", () => {
  for (let seed = 0; seed < 200; seed++) {
    const { below } = dice(seed);
    const length = 1 + below(60);
    const spans = Array.from({ length: below(12) }, (_, tag) => {
      const start = below(length + 6) - 3;
      return { start, end: start + below(25) - 2, tag };
    });
    const cuts = Array.from({ length: below(4) }, () => below(length + 2));
    const made = segments(length, spans, cuts);
    assert.equal(made[0].start, 0);
    assert.equal(made.at(-1)?.end, length);
    made.forEach(({ start, end }, at) => {
      assert.ok(start < end);
      if (at) assert.equal(start, made[at - 1].end);
    });
    for (const { start, end, tag } of spans) {
      const covered = made.filter(({ tags }) => tags.includes(tag)).flatMap((piece) => Array.from({ length: piece.end - piece.start }, (_, n) => piece.start + n));
      assert.deepEqual(covered, Array.from({ length: Math.max(Math.min(end, length) - Math.max(start, 0), 0) }, (_, n) => Math.max(start, 0) + n), `${start}-${end} of ${length}`);
    }
    for (const { tags } of made) assert.deepEqual(tags, [...tags].sort((a, b) => a - b)); // in the order of the spans
    for (const cut of cuts) if (cut > 0 && cut < length) assert.ok(made.some(({ end }) => end === cut));
  }
  assert.deepEqual(segments(0, []), []);
});

test("a text is unpacked once, and one that is not in the page is empty", async () => {
  /** @type {number[]} */
  const asked = [];
  const texts = library({ chunk: Int8Array.from([0, -1, 0, 1]), place: Uint8Array.from([0, 0, 1, 0]), left: 1 }, async (chunk) => {
    asked.push(chunk);
    return JSON.stringify(chunk ? ["third"] : ["first", "sec\u202eond"]);
  });
  assert.deepEqual([0, 1, 2, 3].map(texts.has), [true, false, true, true]);
  assert.deepEqual(await Promise.all([0, 1, 2, 3, 0].map(texts.of)), ["first", "", "sec\ufffdond", "third", "first"]);
  assert.deepEqual(asked, [0, 1]);
  assert.deepEqual([texts.size, texts.left], [3, 1]);
  const none = library(null, async () => "");
  assert.deepEqual([none.size, none.has(0), await none.of(0)], [0, false, ""]);
});

test("what is said in an article is what passes of it, and its sentences stand in order", () => {
  for (let seed = 0; seed < 12; seed++) {
    const { data } = press(seed);
    const filters = seed % 2 ? { ...noFilters(), kinds: { off: ["affiliation"], only: null } } : noFilters();
    const passed = passing(data, filters);
    const counts = relationsIn(data, passed);
    for (let document = 0; document < data.documents.size; document++) {
      const expected = Array.from({ length: data.rows.size }, (_, row) => row).filter((row) =>
        passed.rowOk[row] && data.lines.kind[data.rows.line[row]] !== data.together && data.sentences.document[data.rows.sentence[row]] === document);
      const said = saidIn(data, passed, document);
      assert.deepEqual(said.flatMap(({ rows }) => rows).sort((a, b) => a - b), expected);
      assert.equal(counts[document], expected.length);
      assert.ok(said.every(({ rows, sentence }) => rows.every((row) => data.rows.sentence[row] === sentence)));
      assert.deepEqual(said.map(({ start }) => start), said.map(({ start }) => start).sort((a, b) => a - b));
    }
  }
});

/** @param {string[]} articles @param {number} [without] those after this one have no text */
function library_(articles, without = articles.length) {
  const data = small();
  Object.assign(data, {
    documents: { ...data.documents, size: articles.length },
    texts: { has: (/** @type {number} */ at) => at < without, of: async (/** @type {number} */ at) => (at < without ? articles[at] : ""), size: without, left: 0 },
    sentences: { ...data.sentences, document: Uint8Array.from([0, 1, 1, 0]), start: Uint8Array.from([0, 0, 1, 2]) },
    evidence: async (/** @type {number} */ sentence) => ({ text: `Sentence ${sentence} of cobalt.`, marks: () => null }),
  });
  return data;
}

/** @param {import("../../graphbuild/views/assets/data/payload.js").Data} data @param {string} query */
async function found(data, query) {
  let last;
  await findSentences(data, wordsOf(query), (finding) => {
    last = finding;
    return true;
  });
  return /** @type {import("../../graphbuild/views/assets/data/sentences.js").Finding} */ (/** @type {unknown} */ (last));
}

test("sentences are found by all their words, wherever they stand, and counted", async () => {
  const data = library_(["They mine Cobalt here. They sell it there.\nNo more cobalt, said Erdoğan.", "Copper."]);
  const all = await found(data, "cobalt");
  assert.deepEqual(all.found.map(({ document, text, start }) => [document, text, start]), [[0, "They mine Cobalt here.", 0], [0, "No more cobalt, said Erdoğan.", 43]]);
  assert.deepEqual([all.sentences, all.documents, all.done], [2, 1, true]);
  assert.deepEqual((await found(data, "erdogan COBALT")).found.map(({ start }) => start), [43]);
  assert.deepEqual((await found(data, "sell cobalt")).found, []); // in one article, in no sentence
  assert.equal((await found(library_(Array.from({ length: 300 }, () => "Cobalt.")), "cobalt")).sentences, 300);
  assert.equal((await found(library_(Array.from({ length: 300 }, () => "Cobalt.")), "cobalt")).found.length, 200);
});

test("of articles without text those sentences are found that a relation is in", async () => {
  const data = library_(["Tin and cobalt.", "", ""], 1);
  const { found: some, documents } = await found(data, "cobalt");
  assert.deepEqual(some.map(({ document, start }) => [document, start]), [[0, 0], [1, -2], [1, -3]]);
  assert.equal(documents, 2);
});

test("a search that another takes the place of stops", async () => {
  let told = 0;
  const slow = library_(Array.from({ length: 40 }, () => "Cobalt."));
  const { of } = slow.texts;
  slow.texts.of = async (at) => {
    await new Promise((next) => { setTimeout(next, 5); });
    return of(at);
  };
  await findSentences(slow, ["cobalt"], (finding) => {
    told += 1;
    assert.ok(!finding.done);
    return false;
  });
  assert.equal(told, 1);
});

test("words that were looked for are shown with accents, in capitals and inside others", () => {
  const text = "Erdoğan’s cobalt-rich COBALTS.";
  assert.deepEqual(hits(text, wordsOf("erdogan cobalt")).map(([start, end]) => text.slice(start, end)), ["Erdoğan’s", "cobalt", "COBALTS."]);
  assert.deepEqual(sentencesOf("One. Two!\n\nThree").map(({ text: one, start }) => [one, start]), [["One. ", 0], ["Two!", 5], ["Three", 11]]);
});

test("a folded word is in the plain text where it is in the folded one", () => {
  const { below, pick } = dice(3);
  const signs = ["a", "É", "ß", ".", "’", " ", "-", "\n", "İ", "€", "ق", "8", "“", "Ǆ"];
  for (let round = 0; round < 500; round++) {
    const text = Array.from({ length: below(14) }, () => pick(signs)).join("");
    for (const word of fold(Array.from({ length: 1 + below(3) }, () => pick(signs)).join("")).split(" ").filter(Boolean)) {
      assert.equal(plainly(text).includes(word), fold(text).includes(word), `${JSON.stringify(text)} ${word}`);
    }
  }
});

test("the article that is read, what in it is in the light and what was looked for are in the address", () => {
  const data = { ...small(), papers: { of: () => ({ title: "", date: "", outlet: "", url: "" }), id: (/** @type {number} */ at) => `paper${at}`, place: (/** @type {string} */ id) => ["paper0", "paper1"].indexOf(id) } };
  const start = initialState(4, noFilters());
  for (const reading of [null, { document: 1, relation: "r3", start: null }, { document: 0, relation: null, start: 17 }, { document: 0, relation: null, start: -3 }]) {
    const state = { ...start, view: /** @type {const} */ ("text"), reading, query: reading ? "tin & cobalt" : "" };
    const back = fromHash(toHash(state, data, 4), data, start);
    assert.deepEqual([back.view, back.reading, back.query], ["text", reading, state.query]);
  }
  assert.equal(fromHash("read=gone&relation=x", data, start).reading, null);
  assert.equal(fromHash("view=nothing", data, start).view, "graph");
});
