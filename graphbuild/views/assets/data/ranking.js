/** The most linked actors and the strongest lines of what passes. */

/**
 * @typedef {import("./payload.js").Data} Data
 * @typedef {import("./filters.js").Passing} Passing
 */

const ABOVE = 2 ** 32; // more than the sentences of any line

/**
 * The sentences of an actor's links, as far as they pass, by actor: of what is stated, or where nothing stated
 * passes of mentions together.
 * @param {Data} data
 * @param {Passing} passed
 */
export function weightsOf({ lines, actors, together }, { lineOk, weight }) {
  const [stated, apart] = [new Float64Array(actors.size), new Float64Array(actors.size)];
  let some = false;
  for (let line = 0; line < lines.size; line++) {
    if (!lineOk[line]) continue;
    const made = lines.kind[line] === together ? apart : stated;
    if (made === stated && weight[line]) some = true;
    made[lines.source[line]] += weight[line];
    made[lines.target[line]] += weight[line];
  }
  return some ? stated : apart;
}

/**
 * @param {Float64Array} weights
 * @param {Passing} passed
 * @param {number} most
 */
export function mostLinked(weights, { actorOk }, most) {
  return best(weights.length, most, (actor) => (actorOk[actor] ? weights[actor] : 0));
}

/**
 * The lines with the most sentences that pass: what one does to another before who belongs to whom, and both
 * before mere mentions together.
 * @param {Data} data
 * @param {Passing} passed
 * @param {number} most
 */
export function strongest({ lines, kinds }, { lineOk, weight }, most) {
  const rank = kinds.map((_, at) => ABOVE * (kinds.length - 1 - at));
  return best(lines.size, most, (line) => (lineOk[line] && weight[line] ? weight[line] + rank[lines.kind[line]] : 0));
}

/**
 * Those of some numbers that are worth most, the first ones of those worth the same, none that is worth nothing.
 * @param {number} size
 * @param {number} most
 * @param {(one: number) => number} worth
 */
function best(size, most, worth) {
  /** @type {{ one: number, value: number }[]} */
  const found = [];
  for (let one = 0; one < size; one++) {
    const value = worth(one);
    if (value <= (found.length < most ? 0 : found[most - 1].value)) continue;
    let at = found.length;
    while (at > 0 && found[at - 1].value < value) at--;
    found.splice(at, 0, { one, value });
    if (found.length > most) found.pop();
  }
  return found.map(({ one }) => one);
}
