/** A small data object as `readData` makes it, for the unit tests. */

import { readData } from "../../graphbuild/views/assets/data/payload.js";
import { words } from "./words.js";

/** @param {number[]} values */
export function pack(values, type = "i4") {
  const bytes = new Uint8Array(new Int32Array(values).buffer);
  return { type, data: btoa(String.fromCharCode(...bytes)) };
}

/** @param {string[]} column */
function coded(column) {
  const words = [...new Set(column)];
  return { words, ...pack(column.map((word) => words.indexOf(word))) };
}

/**
 * Four actors; Ada attacks Bo twice (once perhaps), Bo backs Ada, Cy and Dee are only mentioned together, and
 * so are Ada and Bo; Cy is denied to aid Ada.
 */
export function small() {
  const lines = [[0, 1, 0, -1], [1, 0, 0, 1], [0, 1, 2, 0], [2, 3, 2, 0], [2, 0, 0, 1]];
  const rows = [ // line, sentence, status, relation
    [0, 0, 0, "attack"], [0, 1, 1, "attack"], [0, 1, 0, "accuse"], [1, 1, 0, "support"], [2, 0, 0, ""], [2, 1, 0, ""],
    [3, 2, 0, ""], [4, 3, 3, "aid"],
  ];
  const at = (/** @type {number} */ place) => rows.map((row) => Number(row[place]));
  const core = {
    actors: {
      size: 4, id: ["a", "b", "c", "d"], name: ["Ada Lovelace", "Bo", "Cy", "Dee"], titles: ["", "", "", ""],
      aliases: ["Countess", "", "Cyrus | Kyros", ""], type: coded(["person", "group", "group", "place"]),
      role: coded(["", "", "", ""]), country: coded(["", "", "", ""]), mentions: pack([3, 2, 1, 1]),
      documents: pack([1, 1, 1, 1]), degree: pack([5, 5, 1, 1]), first: pack([0, 0, 0, 0]), last: pack([0, 0, 0, 0]),
      radius: [20, 20, 10, 10], papers: { size: pack([1, 1, 1, 1]), document: pack([0, 0, 0, 0]) },
      offices: { 0: [["Countess", 0, 0, 1, [1]]] }, unsaid: [3], minor: [],
    },
    ...words, rules: { active_verb: "A verb, its subject and its object." }, stated: true,
    lines: {
      size: 5, source: pack(lines.map((line) => line[0])), target: pack(lines.map((line) => line[1])),
      pair: pack([0, 0, 0, 1, 2]), kind: pack(lines.map((line) => line[2])), sign: pack(lines.map((line) => line[3])),
      weight: pack([2, 1, 2, 1, 0]), association: pack([0, 0, 0, 0, 0]), rarity: pack([0, 0, 0, 0, 0]),
    },
    rows: {
      size: rows.length, line: pack(at(0)), sentence: pack(at(1)), day: pack(rows.map(() => 0)), status: pack(at(2)),
      relation: coded(rows.map((row) => String(row[3]))), verb: coded(rows.map(() => "")), speaker: { words: [""], actors: [-1], ...pack(rows.map(() => 0)) },
      id: { type: "words", words: rows.map((_, at) => `r${at}`) },
      rule: coded(rows.map(() => "")), confidence: pack(rows.map(() => 80)), polarity: pack(rows.map(() => 0)),
    },
    sentences: { size: 4, chunk: 2, document: pack([0, 0, 0, 0]), number: pack([0, 1, 2, 3]) },
    queue: [[1, 2, ["alike"], 1, 2], [3, 2, ["contains", "country"], 0, 1]],
    doubts: [[3, ["unsure", "alone"]], [0, ["contested"]]],
    communities: [0, 0, 1, 1], outlets: [""], documents: { outlet: pack([0]) },
  };
  // Mentions: where, whom, and for each stated row (r0 to r3, r7) those at its ends.
  const said = [[0, 0, 3, 0], [0, 20, 2, 1], [1, 25, 3, 0], [1, 32, 2, 1], [2, 40, 2, 2], [2, 50, 3, 3], [3, 60, 2, 2], [3, 70, 3, 0]];
  const spans = {
    document: pack(said.map(() => 0)), sentence: pack(said.map(([sentence]) => sentence)), start: pack(said.map(([, start]) => start)),
    length: pack(said.map(([, , length]) => length)), actor: pack(said.map(([, , , actor]) => actor)), back: pack(said.map(() => 0)),
    named: pack(said.map(() => 1)), source: pack([1, 3, 3, 4, 7]), target: pack([2, 4, 4, 3, 8]),
  };
  const read = { "data-spans": JSON.stringify(spans), "data-documents": JSON.stringify({ doc_id: ["doc"], title: ["T"], date: [""], url: [""] }) };
  return readData(core, (id) => /** @type {Record<string, string>} */ (read)[id] ?? "");
}
