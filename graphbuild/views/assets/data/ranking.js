/** The most linked actors and the strongest lines of what passes. */

/**
 * @typedef {import("./payload.js").Data} Data
 * @typedef {import("./passing.js").Passing} Passing
 */

/**
 * The sentences of an actor's links, as far as they pass, by actor: of what is stated, or where nothing stated
 * passes of mentions together.
 * @param {Data} data
 * @param {Pick<Passing, "lineOk" | "weight">} passed
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
 * @param {Passing} passed
 * @param {number} most
 */
export function mostLinked({ degree }, most) {
  return best(degree.length, most, (actor) => degree[actor]);
}

/**
 * The radius of each actor: as large as its weighted degree, by area, but never too small to be seen.
 * @param {Passing} passed
 * @param {[number, number]} rule the least radius, and that of the most linked actor
 */
export function radiiOf({ degree }, [least, most]) {
  const top = degree.reduce((more, one) => Math.max(more, one), 1);
  return degree.map((one) => Math.max(least, most * Math.sqrt(one / top)));
}

/**
 * The lines with the most sentences that pass, of whatever kind.
 * @param {Data} data
 * @param {Passing} passed
 * @param {number} most
 */
export function strongest({ lines }, { weight }, most) {
  return best(lines.size, most, (line) => weight[line]);
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
