import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import test from "node:test";

import { speech } from "../../graphbuild/views/assets/lib/speech.js";
import { WORDS as english } from "../../graphbuild/views/assets/texts/en.js";

const folder = new URL("../../graphbuild/views/assets/texts/", import.meta.url);
const others = readdirSync(folder).map((name) => name.replace(".js", "")).filter((name) => name !== "en");
/** @type {Record<string, { LANGUAGE: string, WORDS: typeof english }>} */
const modules = Object.fromEntries(await Promise.all(others.map(async (name) => [name, await import(new URL(`${name}.js`, folder).href)])));
const OWN = ["classes", "rules"]; // a language has what the data does not say in it

/** @typedef {[string, unknown][]} Leaves */

/**
 * Every text or function with the path of its keys.
 * @param {any} words
 * @param {string} path
 * @returns {Leaves}
 */
function leaves(words, path = "") {
  if (typeof words !== "object") return [[path, words]];
  return Object.entries(words).filter(([key]) => path || !OWN.includes(key)).flatMap(([key, value]) => leaves(value, `${path}.${key}`));
}

/**
 * What a function is given: numbers and names that nothing else brings in; the first arguments as one would call it.
 * @param {(...given: any[]) => string} text
 * @param {number} round
 */
function arguments_(text, round) {
  return Array.from({ length: text.length }, (_, at) => (at === 0 || round === 0 ? 31 + 2 * at + 7 * round : `name${at}x`));
}

test("every language has the texts of English, as text or function, none empty where English is not", () => {
  for (const [name, { LANGUAGE, WORDS }] of Object.entries(modules)) {
    assert.equal(LANGUAGE, name);
    const there = new Map(leaves(WORDS));
    for (const [path, text] of leaves(english)) {
      assert.ok(there.has(path), `${name} lacks ${path}`);
      assert.equal(typeof there.get(path), typeof text, `${name} ${path}`);
      if (typeof text === "string") assert.equal(!there.get(path), !text, `${name} ${path}`);
      else assert.equal(/** @type {Function} */ (there.get(path)).length, /** @type {Function} */ (text).length, `${name} ${path}`);
    }
    assert.equal(there.size, leaves(english).length, `${name} has more than English`);
  }
});

test("what a text is told of, each language tells", () => {
  for (const [name, { WORDS }] of Object.entries(modules)) {
    const there = new Map(leaves(WORDS));
    for (const [path, text] of leaves(english)) {
      if (typeof text !== "function") continue;
      for (const round of [0, 1]) {
        const given = arguments_(/** @type {any} */ (text), round);
        /** @type {string} */
        let ours;
        try {
          ours = text(...given);
        } catch {
          continue; // a name where a day is wanted
        }
        const theirs = String(/** @type {any} */ (there.get(path))(...given));
        for (const one of given.map(String)) {
          if (ours.includes(one)) assert.ok(theirs.includes(one), `${name} ${path}: ${theirs} says nothing of ${one}`);
        }
        assert.ok(!/undefined|NaN/.test(theirs) || /undefined|NaN/.test(ours), `${name} ${path}: ${theirs}`);
      }
    }
  }
});

test("a text that counts one thing has the forms of its language", () => {
  for (const [name, { WORDS }] of Object.entries({ en: { WORDS: english }, ...modules })) {
    const rules = new Intl.PluralRules(name);
    const form = (/** @type {string} */ text, /** @type {number} */ n) => text.replace(String(n), "#");
    let counted = 0;
    for (const [path, text] of leaves(WORDS)) {
      if (typeof text !== "function" || text.length !== 1) continue;
      const [none, one, two, three] = [0, 1, 2, 3].map((n) => form(String(text(n)), n));
      if (one === two || !one.includes("#") || !two.includes("#")) continue;
      counted += 1;
      assert.equal(two, three, `${name} ${path}`);
      if (none.includes("#")) assert.equal(none, rules.select(0) === "one" ? one : two, `${name} ${path}`);
    }
    assert.ok(counted > 8, `${name} has ${counted}`);
  }
});

test("numbers, plurals and months are written as the language writes them", () => {
  const [en, fr] = [speech("en"), speech("fr")];
  assert.equal(en.plural(0, "sentence", "sentences"), "0 sentences");
  assert.equal(fr.plural(0, "phrase", "phrases"), "0 phrase");
  assert.equal(fr.plural(2, "phrase", "phrases"), "2 phrases");
  assert.deepEqual([en.count(12345), fr.count(12345).replace(/\s/g, " ")], ["12,345", "12 345"]);
  assert.deepEqual([en.signed(0.25), fr.signed(-0.25), en.signed(-0.001), en.signed(1, 1)], ["+0.25", "−0,25", "0.00", "+1.0"]);
  assert.deepEqual([en.monthOf(18688), fr.monthOf(18688)], ["March 2021", "mars 2021"]);
  assert.deepEqual(["a10", "É", "a9"].sort(fr.order.compare), ["a9", "a10", "É"]);
});

test("a language that has its own classes has its own rules, too", () => {
  for (const [name, { WORDS }] of Object.entries(modules)) {
    assert.ok(Object.keys(WORDS.classes).length > 30, name);
    assert.ok(Object.keys(WORDS.rules).length > 50, name);
  }
});
