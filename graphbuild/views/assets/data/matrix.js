/** Who does what to whom as a table of cells: actors in the order of their communities. */

import { sentencesBehind } from "./lines.js";

/**
 * @typedef {import("./payload.js").Data} Data
 * @typedef {import("./passing.js").Passing} Passing
 * @typedef {{ row: number, column: number, lines: number[], sentences: number, polarity: number }} Cell  `row` and `column` are places in
 *   `actors`: what the one does to the other, or of both where it has no direction. Polarity as of lines: a mean over relations.
 * @typedef {{ actors: number[], blocks: number[], cells: Cell[] }} Matrix  `blocks` are the places at which another community begins.
 */

/**
 * @param {Data} data
 * @param {Passing} passed
 * @param {number[]} some actors
 * @returns {Matrix}
 */
export function matrix(data, passed, some) {
  const { communities, lines, together } = data;
  /** @type {Map<number, number[]>} */
  const members = new Map();
  for (const actor of some) members.set(communities[actor], [...(members.get(communities[actor]) ?? []), actor]);
  const worth = (/** @type {number[]} */ own) => own.reduce((sum, actor) => sum + passed.degree[actor], 0);
  const groups = [...members.values()].sort((a, b) => b.length - a.length || worth(b) - worth(a) || a[0] - b[0]);
  /** @type {number[]} */
  const actors = [];
  /** @type {number[]} */
  const blocks = [];
  groups.forEach((own, at) => {
    if (at > 0 && groups[at - 1].length > 1) blocks.push(actors.length); // those of no community stand together at the end
    actors.push(...own.sort((a, b) => passed.degree[b] - passed.degree[a] || a - b));
  });
  const place = new Map(actors.map((actor, at) => [actor, at]));
  /** @type {Map<number, number[]>} lines by cell */
  const found = new Map();
  const put = (/** @type {number} */ row, /** @type {number} */ column, /** @type {number} */ line) => {
    const key = row * actors.length + column;
    const own = found.get(key);
    if (own) own.push(line);
    else found.set(key, [line]);
  };
  for (const actor of actors) {
    for (const line of data.linesOf(actor)) {
      const [row, column] = [place.get(lines.source[line]), place.get(lines.target[line])];
      if (lines.source[line] !== actor || row === undefined || column === undefined || !passed.lineOk[line] || !passed.weight[line]) continue;
      put(row, column, line);
      if (lines.kind[line] === together && row !== column) put(column, row, line);
    }
  }
  const cells = [...found].sort(([a], [b]) => a - b).map(([key, own]) => ({
    row: Math.floor(key / actors.length), column: key % actors.length, lines: own, sentences: sentencesBehind(data, passed, own).sentences, polarity: meanOf(data, passed, own),
  }));
  return { actors, blocks, cells };
}

/**
 * The mean polarity over the acts of some lines that pass and are not denied.
 * @param {Data} data
 * @param {Passing} passed
 * @param {number[]} some
 */
function meanOf({ lines, rows, denied, kinds }, { rowOk }, some) {
  const verb = kinds.indexOf("verb");
  let [sum, size] = [0, 0];
  for (const line of some) {
    if (lines.kind[line] !== verb) continue;
    for (let row = lines.rows[line]; row < lines.rows[line + 1]; row++) {
      if (!rowOk[row] || rows.status[row] === denied) continue;
      sum += rows.polarity[row] / 100;
      size++;
    }
  }
  return size ? sum / size : 0;
}
