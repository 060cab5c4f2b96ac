/** The backbone: links that are too strong for one of their actors to be chance. */

/** How strict the backbone can be: no link is left out at 1. */
export const LEVELS = [1, 0.5, 0.3, 0.2, 0.1, 0.05, 0.02, 0.01, 0.001];

/**
 * Take away the lines outside the backbone: disparity filter of Serrano, Boguñá and Vespignani
 * (doi:10.1073/pnas.0808904106). If an actor's sentences were spread over its links at random, a link would have as
 * large a share of them, or a larger one, with probability alpha = (1 - share) ^ (links - 1). All lines between two
 * actors are one link; it stays if alpha is below the level for either actor.
 * @param {Pick<import("./payload.js").Lines, "size" | "source" | "target" | "pair">} lines
 * @param {Uint8Array} lineOk changed: 0 for those that go
 * @param {import("./payload.js").Ints} weight sentences that pass, by line
 * @param {number} actors how many there are
 * @param {number} level
 * @returns {number} how many lines went
 */
export function backbone({ size, source, target, pair }, lineOk, weight, actors, level) {
  const ofPair = new Float64Array(size);
  const links = new Uint32Array(actors);
  const sums = new Float64Array(actors);
  for (let line = 0; line < size; line++) {
    if (!lineOk[line] || !weight[line]) continue;
    if (ofPair[pair[line]] === 0) {
      links[source[line]]++;
      links[target[line]]++;
    }
    ofPair[pair[line]] += weight[line];
    sums[source[line]] += weight[line];
    sums[target[line]] += weight[line];
  }
  const limit = Math.log(level);
  const stands = (/** @type {number} */ actor, /** @type {number} */ sum) => links[actor] > 1 && (links[actor] - 1) * Math.log1p(-Math.min(sum / sums[actor], 1)) < limit;
  let gone = 0;
  for (let line = 0; line < size; line++) {
    if (!lineOk[line]) continue;
    const sum = ofPair[pair[line]];
    if (sum > 0 && (stands(source[line], sum) || stands(target[line], sum))) continue;
    lineOk[line] = 0;
    gone++;
  }
  return gone;
}
