/** How it goes on between two actors: what either does to the other, by stretches of time. */

import { clockOf } from "./clock.js";
import { signName } from "./lines.js";

/**
 * @typedef {import("./payload.js").Data} Data
 * @typedef {import("./passing.js").Passing} Passing
 * @typedef {{ from: number, to: number, rows: number[], ways: [Tones, Tones], polarity: number | null }} Stretch  Days from and to, the latter
 *   not included; relations, by day; of those that are not denied the sum of each tone there and back; their mean polarity, acts alone, if any.
 * @typedef {Record<"conflict" | "neutral" | "cooperation", number>} Tones
 * @typedef {{ ends: [number, number], stretches: Stretch[], undated: number[] }} Course
 */

/**
 * Of a pair, what passes, by time. What is only mentioned together counts where nothing is stated.
 * @param {Data} data
 * @param {Passing} passed
 * @param {number} pair
 * @param {boolean} told whether the days count that the texts tell
 * @param {number[]} starts first day of each stretch, and the day after the last
 * @returns {Course}
 */
export function course(data, passed, pair, told, starts) {
  const { lines, rows, denied, noDay, together, kinds } = data;
  const own = [...data.linesOfPair(pair)].filter((line) => passed.lineOk[line]);
  const stated = own.filter((line) => lines.kind[line] !== together);
  const some = stated.length ? stated : own;
  const [first] = data.linesOfPair(pair);
  const ends = /** @type {[number, number]} */ ([lines.source[first], lines.target[first]]);
  const { dayOf } = clockOf(data, told);
  const all = some.flatMap((line) => Array.from({ length: lines.rows[line + 1] - lines.rows[line] }, (_, at) => lines.rows[line] + at)).filter((row) => passed.rowOk[row]);
  const day = new Map(all.map((row) => [row, dayOf(row)]));
  const order = [...all].sort((a, b) => Number(day.get(a)) - Number(day.get(b)) || rows.sentence[a] - rows.sentence[b] || a - b);
  const stretches = starts.slice(0, -1).map((from, at) => {
    const inside = order.filter((row) => Number(day.get(row)) >= from && Number(day.get(row)) < starts[at + 1]);
    const ways = /** @type {[Tones, Tones]} */ ([0, 1].map(() => ({ conflict: 0, neutral: 0, cooperation: 0 })));
    let [sum, acts] = [0, 0];
    for (const row of inside) {
      if (rows.status[row] === denied) continue;
      const line = rows.line[row];
      ways[lines.source[line] === ends[0] ? 0 : 1][/** @type {keyof Tones} */ (signName(lines.sign[line]))]++;
      if (kinds[lines.kind[line]] !== "verb") continue;
      sum += rows.polarity[row] / 100;
      acts++;
    }
    return { from, to: starts[at + 1], rows: inside, ways, polarity: acts ? sum / acts : null };
  });
  return { ends, stretches, undated: order.filter((row) => day.get(row) === noDay) };
}
