/** Answers, as JSON, what the page makes of data that comes as JSON: tests/views/page_scripts.py asks. */

import { readFileSync } from "node:fs";

import { correct } from "../../graphbuild/views/assets/corrections/correct.js";
import { drawn } from "../../graphbuild/views/assets/data/drawn.js";
import { firstFilters, noFilters } from "../../graphbuild/views/assets/data/filters.js";
import { passing } from "../../graphbuild/views/assets/data/passing.js";
import { polarityOf } from "../../graphbuild/views/assets/data/lines.js";
import { comparison, sidesOf } from "../../graphbuild/views/assets/data/comparison.js";
import { readData } from "../../graphbuild/views/assets/data/payload.js";
import { DENIED, TOGETHER } from "../../graphbuild/views/assets/data/words.js";
import { SMALLEST, WIDEST } from "../../graphbuild/views/assets/canvas/sizes.js";
import { TEXTS } from "../../graphbuild/views/assets/lib/texts.js";
import { WORDS } from "../../graphbuild/views/assets/texts/fr.js";
import { SHAPES } from "../../graphbuild/views/assets/lib/theme.js";
import { toCsv } from "../../graphbuild/views/assets/takeaway/tables.js";
import { words } from "./words.js";

/** @typedef {import("../../graphbuild/views/assets/data/payload.js").Data} Data */

/** @type {Record<string, (task: any) => unknown>} */
const answers = {
  /** What the filters count anew when nothing is filtered. */
  counted({ core }) {
    const data = readData(core, () => "");
    const passed = passing(data, noFilters());
    return { passes: [...passed.lineOk], weight: [...passed.weight], degree: [...passed.degree], polarity: Array.from(passed.weight, (_, line) => polarityOf(data, passed, line)) };
  },
  /** What is drawn of what passes as the page opens. */
  opening({ core, limit }) {
    const data = readData(core, () => "");
    const { actors, lines, among } = drawn(data, passing(data, firstFilters(data)), { limit, added: [], hidden: [] });
    return { actors, lines, among };
  },
  /** The data after corrections. */
  corrected({ core, list }) {
    const { data } = correct(readData(core, () => ""), list);
    return { lines: linesOf(data), actors: actorsOf(data) };
  },
  /** What two sides have in common, lost and gained. */
  compared({ core, compared }) {
    const data = readData(core, () => "");
    const { links, actors, of, same } = comparison(data, sidesOf(data, firstFilters(data), compared));
    const pairOf = (/** @type {number} */ pair) => {
      const [line] = data.linesOfPair(pair);
      return [data.lines.source[line], data.lines.target[line]].map((actor) => data.actors.id[actor]).sort();
    };
    return { of, same, links: links.map(({ at, ...one }) => ({ ...one, ids: pairOf(at) })), actors: actors.map(({ at, ...one }) => ({ ...one, ids: [data.actors.id[at], ""] })) };
  },
  csv: ({ rows }) => toCsv(rows),
  /** The classes of relation that a language has words of its own for. */
  classes: () => ({ fr: WORDS.classes }),
  /** The words that the scripts know, by what they know of them. */
  words: () => ({
    ...words, together: TOGETHER, denied: DENIED, smallest: SMALLEST, widths: Object.keys(WIDEST), shapes: Object.keys(SHAPES),
    texts: Object.fromEntries(/** @type {const} */ (["types", "kinds", "statuses", "roles", "actions"]).map((name) => [name, Object.keys(TEXTS[name])])),
  }),
};

/** @param {Data} data */
function linesOf({ actors, lines: { size, source, target, kind, sign, weight, pair }, kinds }) {
  return Array.from({ length: size }, (_, at) => [actors.id[source[at]], actors.id[target[at]], kinds[kind[at]], sign[at], weight[at], pair[at]]);
}

/** @param {Data} data */
function actorsOf({ actors }) {
  const word = (/** @type {import("../../graphbuild/views/assets/data/payload.js").Coded} */ { words, codes }, /** @type {number} */ at) => words[codes[at]];
  const all = actors.id.map((id, at) => ({
    id, gone: actors.gone[at], type: word(actors.type, at), role: word(actors.role, at), country: word(actors.country, at), degree: actors.degree[at], radius: actors.radius[at],
  }));
  return Object.fromEntries(all.filter(({ gone }) => !gone).map(({ id, type, role, country, degree, radius }) => [id, { type, role, country, degree, radius }]));
}

const tasks = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(tasks.map((/** @type {any} */ task) => answers[task.ask](task))));
