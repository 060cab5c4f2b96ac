/** Two sides of the same data, told apart: periods, outlets or actors. As `graphbuild diff` counts it. */

import { clockOf } from "./clock.js";
import { corrected, fisher } from "./chance.js";
import { createFlags } from "./flags.js";
import { sift } from "./passing.js";

/**
 * @typedef {import("./payload.js").Data} Data
 * @typedef {import("./filters.js").Filters} Filters
 * @typedef {import("./passing.js").Sifted} Sifted
 * @typedef {{ by: "days", one: [number, number], other: [number, number] } | { by: "outlets", one: string, other: string }
 *   | { by: "actors", one: number, other: number }} Compared
 * @typedef {Sifted & { papers: Uint8Array }} Side  What passes on a side, and which documents are its own.
 * @typedef {"added" | "lost" | "stronger" | "weaker" | "same"} Change
 * @typedef {{ at: number, stories: [number, number], change: Change, q: number, polarity: [number, number], turned: boolean, turnQ: number }} Told
 *   `at` is a pair or an actor; `stories` are the reports of each side in which it is, those that tell the same counted once;
 *   `polarity` is the mean over the stories. `turned` tells whether it has another sign.
 * @typedef {{ links: Told[], actors: Told[], of: [number, number], same: boolean }} Comparison  Of how many stories a side is; whether
 *   both have the same documents.
 */

export const LEVEL = 0.05;
const TONE = 0.05; // polarity that is conflict or cooperation

/**
 * What passes of each side. For periods the days that are chosen elsewhere do not count, for outlets the outlets.
 * @param {Data} data
 * @param {Filters} filters
 * @param {Extract<Compared, { by: "days" | "outlets" }>} compared
 * @returns {[Side, Side]}
 */
export function sidesOf(data, filters, compared) {
  const narrowed = compared.by === "days"
    ? [compared.one, compared.other].map((days) => ({ ...filters, days }))
    : [compared.one, compared.other].map((outlet) => ({ ...filters, outlets: { off: [], only: [outlet] } }));
  const own = narrowed.map((some) => papersOf(data, some, compared.by));
  // What both have proves no difference, unless a side has nothing else.
  const apart = own.map((papers, at) => papers.map((one, paper) => Number(one && !own[1 - at][paper])));
  const same = own[0].every((one, paper) => one === own[1][paper]);
  const [one, other] = narrowed.map((some, at) => {
    const papers = !same && apart[at].some(Boolean) ? apart[at] : own[at];
    return { ...sift(data, some, createFlags(data)(some), 0), papers };
  });
  return [one, other];
}

/**
 * The documents of a period or an outlet, whatever is in them; by days told, those that tell of some.
 * @param {Data} data
 * @param {Filters} filters
 * @param {"days" | "outlets"} by
 */
function papersOf(data, filters, by) {
  const { documents: { outlet, day, size, dated }, rows, sentences } = data;
  const papers = new Uint8Array(size);
  if (by === "outlets") {
    const code = outlet.words.indexOf(/** @type {string[]} */ (filters.outlets.only)[0]);
    for (let paper = 0; paper < size; paper++) papers[paper] = Number(outlet.codes[paper] === code);
    return papers;
  }
  const [from, to] = /** @type {[number, number]} */ (filters.days);
  if (dated && !filters.told) {
    for (let paper = 0; paper < size; paper++) papers[paper] = Number(day[paper] >= from && day[paper] <= to);
    return papers;
  }
  const { dayOf } = clockOf(data, filters.told);
  for (let row = 0; row < rows.size; row++) {
    const paper = sentences.document[rows.sentence[row]];
    if (paper >= 0 && dayOf(row) >= from && dayOf(row) <= to) papers[paper] = 1;
  }
  return papers;
}

/**
 * Every link of two actors of whom something is stated on a side, and every actor that is mentioned on one: in what
 * share of the stories, and whether that differs by more than chance.
 * @param {Data} data
 * @param {[Side, Side]} sides
 * @returns {Comparison}
 */
export function comparison(data, sides) {
  const { story } = data.documents;
  const of = /** @type {[number, number]} */ (sides.map(({ papers }) => new Set(Array.from(papers).flatMap((own, paper) => (own ? [story[paper]] : []))).size));
  const same = sides[0].papers.every((one, paper) => one === sides[1].papers[paper]);
  const links = told(sides.map((side) => linkStories(data, side)), of);
  const actors = told(sides.map((side) => actorStories(data, side)), of);
  return { links, actors, of, same };
}

/**
 * @typedef {{ stories: number, hostile: number, friendly: number, polarity: number }} Counted
 */

/**
 * @param {Map<number, Counted>[]} counted by pair or actor, of each side
 * @param {[number, number]} of
 * @returns {Told[]} surest first, then by how far the shares are apart
 */
function told([one, other], of) {
  const none = { stories: 0, hostile: 0, friendly: 0, polarity: 0 };
  const all = [...new Set([...one.keys(), ...other.keys()])].sort((a, b) => a - b);
  const pairs = all.map((at) => [one.get(at) ?? none, other.get(at) ?? none]);
  const q = corrected(pairs.map(([a, b]) => fisher([a.stories, b.stories], of)), LEVEL);
  const toned = pairs.map((both) => /** @type {[number, number]} */ (both.map(({ hostile, friendly }) => hostile + friendly)));
  const turnQ = corrected(pairs.map(([a, b], at) => fisher([a.hostile, b.hostile], toned[at])), LEVEL);
  const share = (/** @type {Counted[]} */ both, /** @type {number} */ side) => both[side].stories / Math.max(of[side], 1);
  const made = all.map((at, n) => {
    const [a, b] = pairs[n];
    const apart = share(pairs[n], 1) - share(pairs[n], 0);
    const turned = Math.min(a.polarity, b.polarity) < -TONE && Math.max(a.polarity, b.polarity) > TONE;
    /** @type {Change} */
    const change = apart === 0 ? "same" : a.stories === 0 ? "added" : b.stories === 0 ? "lost" : apart > 0 ? "stronger" : "weaker";
    return { at, stories: /** @type {[number, number]} */ ([a.stories, b.stories]), change, q: q[n], polarity: /** @type {[number, number]} */ ([a.polarity, b.polarity]), turned, turnQ: turned ? turnQ[n] : 1 };
  });
  const apart = (/** @type {Told} */ { stories: [a, b] }) => Math.abs(b / Math.max(of[1], 1) - a / Math.max(of[0], 1));
  return made.sort((a, b) => Math.min(a.q, a.turnQ) - Math.min(b.q, b.turnQ) || apart(b) - apart(a) || b.stories[0] + b.stories[1] - a.stories[0] - a.stories[1] || a.at - b.at);
}

/**
 * The stories of each pair of whom something is stated that passes and is not denied; the tone of a story is the mean over
 * the acts in it.
 * @param {Data} data
 * @param {Side} side
 * @returns {Map<number, Counted>}
 */
function linkStories({ lines, rows, sentences, documents, denied, together, stated, kinds }, { rowOk, papers }) {
  /** @type {Map<number, Map<number, { sum: number, acts: number }>>} */
  const found = new Map();
  const verb = kinds.indexOf("verb");
  for (let line = 0; line < lines.size; line++) {
    if (stated && lines.kind[line] === together) continue;
    for (let row = lines.rows[line]; row < lines.rows[line + 1]; row++) {
      const paper = sentences.document[rows.sentence[row]];
      if (!rowOk[row] || rows.status[row] === denied || paper < 0 || !papers[paper]) continue;
      const own = found.get(lines.pair[line]) ?? new Map();
      const story = own.get(documents.story[paper]) ?? { sum: 0, acts: 0 };
      if (lines.kind[line] === verb) story.sum += rows.polarity[row] / 100;
      if (lines.kind[line] === verb) story.acts++;
      own.set(documents.story[paper], story);
      found.set(lines.pair[line], own);
    }
  }
  return new Map([...found].map(([pair, own]) => {
    const tones = [...own.values()].flatMap(({ sum, acts }) => (acts ? [sum / acts] : []));
    const polarity = tones.length ? tones.reduce((sum, one) => sum + one, 0) / tones.length : 0;
    return [pair, { stories: own.size, hostile: tones.filter((tone) => tone < -TONE).length, friendly: tones.filter((tone) => tone > TONE).length, polarity }];
  }));
}

/**
 * The stories that mention each actor.
 * @param {Data} data
 * @param {Side} side
 * @returns {Map<number, Counted>}
 */
function actorStories({ actors, documents }, { papers }) {
  const found = new Map();
  for (let actor = 0; actor < actors.size; actor++) {
    if (actors.gone[actor]) continue;
    const stories = new Set();
    for (const paper of actors.papers(actor)) if (papers[paper]) stories.add(documents.story[paper]);
    if (stories.size) found.set(actor, { stories: stories.size, hostile: 0, friendly: 0, polarity: 0 });
  }
  return found;
}

/**
 * @typedef {{ at: number, lines: [number[], number[]], sentences: [number, number], polarity: [number, number] }} Shared  With whom two actors have to do:
 *   the lines of each to it that pass, their distinct sentences, and their mean polarity.
 */

/**
 * With whom either of two actors has a line that passes, but for each other; most sentences first.
 * @param {Data} data
 * @param {import("./passing.js").Passing} passed
 * @param {[number, number]} two
 * @returns {Shared[]}
 */
export function companies(data, passed, two) {
  const { lines, linesOf, rows, denied } = data;
  /** @type {Map<number, [number[], number[]]>} */
  const found = new Map();
  two.forEach((actor, side) => {
    for (const line of linesOf(actor)) {
      const end = lines.source[line] === actor ? lines.target[line] : lines.source[line];
      if (!passed.lineOk[line] || !passed.weight[line] || two.includes(end)) continue;
      const own = found.get(end) ?? [[], []];
      own[side].push(line);
      found.set(end, own);
    }
  });
  const measured = (/** @type {number[]} */ some) => {
    const spoken = new Set();
    let [sum, size] = [0, 0];
    for (const line of some) {
      for (let row = lines.rows[line]; row < lines.rows[line + 1]; row++) {
        if (!passed.rowOk[row] || rows.status[row] === denied) continue;
        spoken.add(rows.sentence[row]);
        sum += rows.polarity[row] / 100;
        size++;
      }
    }
    return { sentences: spoken.size, polarity: size ? sum / size : 0 };
  };
  const made = [...found].map(([at, own]) => {
    const [a, b] = own.map(measured);
    return { at, lines: own, sentences: /** @type {[number, number]} */ ([a.sentences, b.sentences]), polarity: /** @type {[number, number]} */ ([a.polarity, b.polarity]) };
  });
  const worth = (/** @type {Shared} */ { sentences: [a, b] }) => a + b;
  return made.sort((a, b) => worth(b) - worth(a) || a.at - b.at);
}
