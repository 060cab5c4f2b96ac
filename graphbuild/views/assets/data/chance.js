/** Whether two shares differ by more than chance: Fisher's exact test, and what is left of it over many tests. */

/**
 * Twice the smaller tail of Fisher's exact test, and the least that it could be with these margins.
 * @param {[number, number]} few how many of each side
 * @param {[number, number]} of how many there are on each side
 * @returns {{ p: number, best: number }}
 */
export function fisher([few, others], [of, ofOthers]) {
  const [both, total] = [few + others, of + ofOthers];
  const [least, most] = [Math.max(both - ofOthers, 0), Math.min(of, both)];
  const log = logs(total);
  const choose = (/** @type {number} */ n, /** @type {number} */ k) => log[n] - log[k] - log[n - k];
  const all = choose(total, of);
  const chance = (/** @type {number} */ k) => Math.exp(choose(both, k) + choose(total - both, of - k) - all);
  let [lower, upper] = [0, 0];
  for (let k = least; k <= few; k++) lower += chance(k);
  for (let k = few; k <= most; k++) upper += chance(k);
  return { p: Math.min(2 * Math.min(lower, upper), 1), best: 2 * Math.min(chance(most), chance(least)) };
}

/**
 * The q values of tests that could come out at all at this level (Gilbert 2005, doi:10.1111/j.1467-9876.2005.00475.x), by
 * Benjamini and Hochberg (1995, doi:10.1111/j.2517-6161.1995.tb02031.x); 1 for the others.
 * @param {{ p: number, best: number }[]} tests
 * @param {number} level
 */
export function corrected(tests, level) {
  const q = new Float64Array(tests.length).fill(1);
  const order = tests.flatMap(({ best }, at) => (best < level ? [at] : [])).sort((a, b) => tests[a].p - tests[b].p);
  let least = 1;
  for (let rank = order.length; rank > 0; rank--) {
    least = Math.min(least, (tests[order[rank - 1]].p * order.length) / rank);
    q[order[rank - 1]] = least;
  }
  return q;
}

let known = new Float64Array(1);

/**
 * The logarithms of the factorials up to a number.
 * @param {number} most
 */
function logs(most) {
  if (known.length <= most) {
    const more = new Float64Array(Math.max(most + 1, 2 * known.length));
    for (let n = 1; n < more.length; n++) more[n] = more[n - 1] + Math.log(n);
    known = more;
  }
  return known;
}
