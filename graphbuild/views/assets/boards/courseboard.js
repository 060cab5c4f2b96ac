/** Two actors over time: what each does to the other, and every sentence of it in the order of days. */

import { clockOf } from "../data/clock.js";
import { course } from "../data/course.js";
import { isoDay } from "../data/payload.js";
import { strongest } from "../data/ranking.js";
import { bdi, el, refill, shorten, svg } from "../lib/dom.js";
import { TEXTS, signed } from "../lib/texts.js";
import { choiceText } from "../lib/wording.js";
import { typeGlyph } from "../panels/components.js";
import { growing, relationItem } from "../panels/relations.js";
import { bars } from "../panels/timeline.js";
import { typeOf } from "../data/lines.js";
import { walked } from "./grid.js";

/**
 * @typedef {import("../panels/components.js").Context} Context
 * @typedef {import("../data/course.js").Stretch} Stretch
 */

const [LANE, TONE, GAP] = [46, 34, 6]; // units of height
const TONES = /** @type {const} */ (["conflict", "neutral", "cooperation"]);
const SIGNS = { conflict: "-1", neutral: "0", cooperation: "1" };
const PAGE = 10;

/**
 * @param {() => Context} context
 * @param {(change: Partial<import("../state/store.js").State>) => void} set
 * @param {(words: string) => void} announce
 * @returns {import("./boards.js").Board}
 */
export function createCourseBoard(context, set, announce) {
  const box = el("div", { class: "board course" });
  let pair = -1;
  /** @param {import("../state/store.js").State} state */
  const render = ({ selected }) => {
    const now = context();
    const { data, passed, filters, finder } = now;
    pair = selected && "pair" in selected ? selected.pair : pairFor(now, selected && "actor" in selected ? selected.actor : -1);
    if (pair < 0) {
      refill(box, el("p", { class: "soft board-note" }, TEXTS.noLinks));
      return;
    }
    const { days } = clockOf(data, filters.told);
    const starts = days[0] <= days[1] ? bars(days) : [];
    const { ends, stretches, undated } = course(data, passed, pair, filters.told, starts);
    const choose = (/** @type {0 | 1} */ side) => (/** @type {number} */ actor) => {
      const other = ends[1 - side];
      const line = [...data.linesOf(actor)].find((one) => [data.lines.source[one], data.lines.target[one]].includes(other) && actor !== other);
      if (line === undefined) announce(note.textContent = TEXTS.course.nothing(data.actors.name[actor], data.actors.name[other]));
      else set({ selected: { pair: data.lines.pair[line], line: null } });
    };
    const end = (/** @type {0 | 1} */ side) => el(
      "div", { class: "side-choice" }, el("span", { class: "side-name" }, typeGlyph(typeOf(data, ends[side])), bdi(shorten(data.actors.name[ends[side]], 40))),
      finder(choose(side), `course-${side}`, TEXTS.compare.another[side]),
    );
    const note = el("p", { class: "soft board-note" });
    const list = el("div", { class: "course-list" });
    /** @param {number | null} at the stretch that is shown alone */
    const fill = (at) => {
      const some = at === null ? stretches : [stretches[at]];
      const rows = [...some.flatMap((stretch) => stretch.rows), ...(at === null ? undated : [])];
      list.replaceChildren(
        at === null ? "" : el("p", { class: "board-note" }, el("strong", null, spanOf(data, stretches[at])), " ", el("button", { type: "button", class: "text", on: { click: () => { press(null); } } }, TEXTS.showAll)),
        rows.length ? growing(rows, PAGE, "ol", "plain relations", (row) => relationItem(now, row)) : el("p", { class: "soft" }, TEXTS.noLinks),
      );
    };
    const chart = chartOf(now, ends, stretches, (at) => press(at));
    const press = (/** @type {number | null} */ at) => {
      for (const bar of chart.querySelectorAll("button")) bar.setAttribute("aria-pressed", String(Number(bar.dataset.column) === at));
      fill(at);
    };
    const size = stretches.reduce((sum, { rows }) => sum + rows.length, 0);
    note.textContent = TEXTS.course.note(size, undated.length);
    refill(box, el("div", { class: "board-bar" }, el("h2", { class: "board-title" }, TEXTS.boards.course), end(0), end(1)), size ? chart : "", note, el("h3", { class: "course-title" }, TEXTS.sentencesOf), list);
    fill(null);
  };
  return {
    box,
    update(state, changed) {
      const other = changed("selected") && state.selected !== null && "pair" in state.selected && state.selected.pair !== pair;
      if (changed("view", "filters", "edition") || other) render(state);
    },
  };
}

/**
 * The pair to begin with: the strongest of an actor, or of all.
 * @param {Context} context
 * @param {number} actor
 */
function pairFor({ data, passed }, actor) {
  const own = actor < 0 ? strongest(data, passed, 1) : [...data.linesOf(actor)].filter((line) => passed.weight[line]).sort((a, b) => passed.weight[b] - passed.weight[a] || a - b);
  return own.length ? data.lines.pair[own[0]] : -1;
}

/**
 * @param {import("../data/payload.js").Data} data
 * @param {Stretch} stretch
 */
function spanOf(data, { from, to }) {
  const [first, last] = [isoDay(from, data.noDay), isoDay(to - 1, data.noDay)];
  return first === last ? first : `${first} – ${last}`;
}

/**
 * Bars upwards for what the one does, downwards for what the other does, and their mean polarity beneath.
 * @param {Context} context
 * @param {[number, number]} ends
 * @param {Stretch[]} stretches
 * @param {(at: number) => void} choose
 */
function chartOf({ data }, ends, stretches, choose) {
  const wide = stretches.length;
  const all = (/** @type {import("../data/course.js").Tones} */ tones) => TONES.reduce((sum, tone) => sum + tones[tone], 0);
  const top = Math.max(1, ...stretches.flatMap(({ ways }) => ways.map(all)));
  const paths = /** @type {Record<string, string>} */ ({ conflict: "", neutral: "", cooperation: "" });
  stretches.forEach(({ ways }, at) => ways.forEach((tones, way) => {
    let done = 0;
    for (const tone of TONES) {
      const high = (tones[tone] / top) * LANE;
      const y = way === 0 ? LANE - done - high : LANE + GAP + done;
      if (high > 0) paths[tone] += `M${(at + 0.12).toFixed(2)} ${y.toFixed(2)}h.76v${high.toFixed(2)}h-.76z`;
      done += high;
    }
  }));
  const bottom = 2 * LANE + GAP;
  const y = (/** @type {number} */ polarity) => bottom + 10 + (TONE * (1 - polarity)) / 2;
  const known = stretches.flatMap(({ polarity }, at) => (polarity === null ? [] : [{ at: at + 0.5, polarity }]));
  /** @type {[string, Record<string, string | number>][]} */
  const shapes = [
    ...TONES.map((tone) => /** @type {[string, Record<string, string | number>]} */ (["path", { class: tone, d: paths[tone] }])),
    ["line", { class: "axis", x1: 0, x2: wide, y1: LANE + GAP / 2, y2: LANE + GAP / 2 }], ["line", { class: "axis", x1: 0, x2: wide, y1: y(0), y2: y(0) }],
    ["polyline", { class: "tone-line", points: known.map(({ at, polarity }) => `${at},${y(polarity).toFixed(1)}`).join(" ") }],
  ];
  const drawing = svg("course-drawing", `0 0 ${wide} ${bottom + TONE + 14}`, shapes);
  drawing.setAttribute("preserveAspectRatio", "none");
  const dots = known.map(({ at, polarity }) => {
    const dot = el("span", { class: "tone-dot", "aria-hidden": "true" });
    dot.style.left = `${(100 * at) / wide}%`;
    dot.style.top = `${(100 * y(polarity)) / (bottom + TONE + 14)}%`;
    return dot;
  });
  const buttons = stretches.flatMap((stretch, at) => {
    if (!stretch.rows.length) return [];
    const words = TEXTS.course.bar(spanOf(data, stretch), stretch.rows.length, told(stretch));
    const bar = el("button", { type: "button", class: "course-bar", tabindex: -1, "data-row": 0, "data-column": at, "aria-pressed": "false", "aria-label": words, title: words, on: { click: () => choose(at) } });
    bar.style.left = `${(100 * at) / wide}%`;
    bar.style.width = `${100 / wide}%`;
    return [bar];
  });
  const name = (/** @type {number} */ at) => shorten(data.actors.name[ends[at]], 30);
  const lanes = el(
    "div", { class: "course-lanes" },
    el("span", null, bdi(name(0)), " → ", bdi(name(1))), el("span", null, bdi(name(1)), " → ", bdi(name(0))), el("span", null, TEXTS.columns.sign),
  );
  const days = el("div", { class: "time-ends" }, el("span", null, isoDay(stretches[0].from, data.noDay)), el("span", null, isoDay(stretches[wide - 1].to - 1, data.noDay)));
  const chart = el("div", { class: "course-chart", role: "group", "aria-label": TEXTS.timeLabel }, drawing, ...dots, ...buttons);
  walked(chart);
  return el("div", { class: "course-box" }, lanes, el("div", null, chart, days));
}

/**
 * How many of each tone, in words, and the mean polarity.
 * @param {Stretch} stretch
 */
function told({ ways, polarity }) {
  const parts = TONES.map((tone) => [tone, ways[0][tone] + ways[1][tone]]).filter(([, size]) => size).map(([tone, size]) => `${size} ${choiceText("signs", SIGNS[/** @type {keyof typeof SIGNS} */ (tone)])[0].toLowerCase()}`);
  return [...parts, ...(polarity === null ? [] : [signed(polarity)])].join(", ");
}
