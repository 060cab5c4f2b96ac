/** Finding actors by name or alias, forgiving of accents, word order and typos. */

/**
 * @typedef {{ text: string, actor: number, alias: string }} Entry
 * @typedef {{ entries: Entry[], words: Map<string, number[]>, degree: (actor: number) => number }} Index
 * @typedef {{ actor: number, alias: string }} Hit  `alias` is the name that matched, empty for the first name.
 */

const LETTERS = /** @type {Record<string, string>} */ ({ ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", ł: "l", þ: "th", ı: "i" });

/**
 * Lower case without accents, apostrophes or full stops: a word that is folded is in it where it is in the folded text.
 * @param {string} text
 */
export function plainly(text) {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[ßæœøđðłþı]/g, (letter) => LETTERS[letter])
    .replace(/['’ʼ`.]/g, "");
}

/**
 * Lower case without accents, punctuation or doubled spaces.
 * @param {string} text
 */
export function fold(text) {
  return plainly(text)
    .replace(/[^\p{L}\p{N}\p{S}]+/gu, " ")
    .trim();
}

/**
 * @param {{ size: number, name: string[], aliases: string[], degree: ArrayLike<number>, gone?: ArrayLike<number> }} actors
 * @returns {Index}
 */
export function buildIndex(actors) {
  /** @type {Entry[]} */
  const entries = [];
  /** @type {Map<string, number[]>} */
  const words = new Map();
  for (let actor = 0; actor < actors.size; actor++) {
    if (actors.gone?.[actor]) continue;
    const aliases = actors.aliases[actor] ? actors.aliases[actor].split(" | ") : [];
    for (const [place, name] of [actors.name[actor], ...aliases].entries()) {
      const text = fold(name.slice(0, 200));
      const entry = entries.push({ text, actor, alias: place ? name : "" }) - 1;
      for (const word of new Set(text.split(" "))) {
        const known = words.get(word);
        if (known) known.push(entry);
        else words.set(word, [entry]);
      }
    }
  }
  return { entries, words, degree: (actor) => actors.degree[actor] };
}

/**
 * The best actors for what was typed, best first.
 * @param {Index} index
 * @param {string} query
 * @param {number} [most]
 * @returns {Hit[]}
 */
export function search(index, query, most = 12) {
  const wanted = fold(query);
  if (!wanted) return [];
  /** @type {Map<number, { score: number, alias: string }>} */
  const best = new Map();
  const offer = (/** @type {number} */ at, /** @type {number} */ score) => {
    const { actor, alias } = index.entries[at];
    const value = score - (alias ? 4 : 0);
    const before = best.get(actor);
    if (!before || before.score < value) best.set(actor, { score: value, alias });
  };
  index.entries.forEach(({ text }, at) => {
    const score = closeness(text, wanted);
    if (score) offer(at, score);
  });
  if (best.size < 5) {
    for (const [at, distance] of misspelt(index, wanted)) offer(at, 40 - 8 * distance);
  }
  return [...best]
    .sort(([a, x], [b, y]) => y.score - x.score || index.degree(b) - index.degree(a) || a - b)
    .slice(0, most)
    .map(([actor, { alias }]) => ({ actor, alias }));
}

/**
 * @param {string} text
 * @param {string} wanted
 */
function closeness(text, wanted) {
  const at = text.indexOf(wanted);
  if (at === 0) return text.length === wanted.length ? 100 : text[wanted.length] === " " ? 92 : 88;
  if (at > 0) return text[at - 1] === " " ? 80 : 55;
  const parts = wanted.split(" ");
  if (parts.length < 2) return 0;
  const words = text.split(" ");
  return parts.every((part) => words.some((word) => word.startsWith(part))) ? 70 : 0;
}

/**
 * Entries in which every typed word is nearly the start of some word, with the number of slips.
 * @param {Index} index
 * @param {string} wanted
 * @returns {Map<number, number>}
 */
function misspelt(index, wanted) {
  /** @type {Map<number, number> | null} */
  let found = null;
  for (const part of wanted.split(" ")) {
    const allowed = part.length < 4 ? 0 : part.length < 7 ? 1 : 2;
    /** @type {Map<number, number>} */
    const here = new Map();
    for (const [word, entries] of index.words) {
      const slips = slipsToPrefix(part, word, allowed);
      if (slips > allowed) continue;
      for (const at of entries) {
        const before = found ? found.get(at) : 0;
        if (before === undefined) continue;
        here.set(at, Math.min(here.get(at) ?? Infinity, before + slips));
      }
    }
    found = here;
  }
  return found ?? new Map();
}

/**
 * Slips (letter left out, put in, changed, or two swapped) between what was typed and the nearest prefix of
 * a word: optimal string alignment distance, given up past `allowed`.
 * @param {string} typed
 * @param {string} word
 * @param {number} allowed
 */
export function slipsToPrefix(typed, word, allowed) {
  if (word.length < typed.length - allowed) return allowed + 1;
  const width = Math.min(word.length, typed.length + allowed);
  let beforeLast = new Array(width + 1).fill(0);
  let last = Array.from({ length: width + 1 }, (_, at) => at);
  for (let row = 1; row <= typed.length; row++) {
    const now = [row];
    let least = row;
    for (let at = 1; at <= width; at++) {
      const same = typed[row - 1] === word[at - 1] ? 0 : 1;
      let cost = Math.min(last[at] + 1, now[at - 1] + 1, last[at - 1] + same);
      if (row > 1 && at > 1 && typed[row - 1] === word[at - 2] && typed[row - 2] === word[at - 1]) {
        cost = Math.min(cost, beforeLast[at - 2] + 1);
      }
      now.push(cost);
      least = Math.min(least, cost);
    }
    if (least > allowed) return allowed + 1;
    [beforeLast, last] = [last, now];
  }
  return Math.min(...last);
}
