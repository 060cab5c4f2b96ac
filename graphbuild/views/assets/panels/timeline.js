/** Relations over time, with a brush that narrows everything to some days and a button that plays them. */

import { clockOf } from "../data/clock.js";
import { TONES, toneOf } from "../data/passing.js";
import { isoDay } from "../data/payload.js";
import { el, svg } from "../lib/dom.js";
import { TEXTS } from "../lib/texts.js";

/**
 * @typedef {import("../data/payload.js").Data} Data
 * @typedef {[number, number]} Days  First and last day, both included.
 */

const MOST_BARS = 90;
const STEP = 700; // milliseconds, at the first speed
const SPEEDS = [1, 2, 4];
const LOW = 560; // pixels of a window that has room for the graph alone
const FEW = 0.5; // of the articles have a date: then time is not shown until asked for
const HEIGHT = 40;
const TONE_NAMES = ["conflict", "neutral", "cooperation", "together"];

/**
 * How the days are grouped into bars: the narrowest of day, week, month, quarter and year that does not give too many.
 * @param {Days} days
 * @returns {number[]} the first day of each bar, and the day after the last
 */
export function bars([first, last]) {
  for (const length of [1, 7]) {
    if ((last - first + 1) / length <= MOST_BARS) {
      const made = [];
      for (let day = first; day <= last; day += length) made.push(day);
      return [...made, Math.max(last + 1, (made.at(-1) ?? first) + length)];
    }
  }
  for (const months of [1, 3, 12, 120]) {
    const made = monthly([first, last], months);
    if (made.length - 1 <= MOST_BARS) return made;
  }
  return [first, last + 1];
}

/**
 * @param {Days} days
 * @param {number} months
 */
function monthly([first, last], months) {
  const date = new Date(first * 86400000);
  let month = date.getUTCFullYear() * 12 + date.getUTCMonth();
  month -= month % months;
  const made = [];
  for (;;) {
    const day = Date.UTC(Math.floor(month / 12), month % 12, 1) / 86400000;
    made.push(day);
    if (day > last) return made;
    month += months;
  }
}

/**
 * Relations of each bar by tone: conflict, neither, cooperation, mentioned together.
 * @param {number[]} starts
 * @param {Days} days
 * @param {Uint32Array} perDay
 */
export function heights(starts, days, perDay) {
  return starts.slice(0, -1).map((start, at) => {
    const sums = new Array(TONES).fill(0);
    for (let day = Math.max(start, days[0]); day < Math.min(starts[at + 1], days[1] + 1); day++) {
      for (let tone = 0; tone < TONES; tone++) sums[tone] += perDay[TONES * (day - days[0]) + tone];
    }
    return sums;
  });
}

/**
 * Bars of tones, stacked: one outline a tone.
 * @param {number[][]} sums
 */
function stacks(sums) {
  const top = Math.max(1, ...sums.map((tones) => tones.reduce((all, one) => all + one, 0)));
  const outlines = TONE_NAMES.map(() => "");
  sums.forEach((tones, at) => {
    let y = HEIGHT;
    tones.forEach((tone, name) => {
      const high = (tone / top) * HEIGHT;
      y -= high;
      if (high > 0) outlines[name] += `M${at + 0.08} ${y.toFixed(2)}h.84v${high.toFixed(2)}h-.84z`;
    });
  });
  const drawing = svg("stacks", `0 0 ${sums.length} ${HEIGHT}`, TONE_NAMES.map((name, tone) => ["path", { class: name, d: outlines[tone] }]));
  drawing.setAttribute("preserveAspectRatio", "none");
  return drawing;
}

/**
 * Some relations over the time of the whole corpus, small.
 * @param {import("./components.js").Context} context
 * @param {number[]} rows
 */
export function sparkline({ data, filters }, rows) {
  const { noDay } = data;
  const { days, dayOf } = clockOf(data, filters.told);
  if (!(days[0] < days[1])) return null;
  const dated = rows.filter((row) => dayOf(row) !== noDay);
  const perDay = new Uint32Array(TONES * (days[1] - days[0] + 1));
  for (const row of dated) perDay[TONES * (dayOf(row) - days[0]) + toneOf(data, data.rows.line[row])]++;
  const ends = el("div", { class: "time-ends" }, el("span", null, isoDay(days[0], noDay)), el("span", null, isoDay(days[1], noDay)));
  return el("div", { class: "spark", role: "img", "aria-label": `${TEXTS.timeLabel}: ${TEXTS.relationsIn(dated.length)}` }, stacks(heights(bars(days), days, perDay)), ends);
}

/**
 * Over the days of the articles or, on demand, those that the texts tell. It stays folded where few articles have a date.
 * @param {Data} data
 * @param {(days: Days | null) => void} choose
 * @param {(told: boolean) => void} tell
 */
export function createTimeline(data, choose, tell) {
  const { size: papers, dated } = data.documents;
  const known = (/** @type {Days} */ some) => some[0] < some[1];
  let days = clockOf(data, false).days;
  const both = dated > 0 && known(data.days) && known(data.documents.days);
  if (!known(days)) {
    if (!known(data.days)) return null;
    days = data.days;
  }
  let starts = bars(days);
  let size = starts.length - 1;
  /** @type {number[]} where bars stand */
  let full = [];
  const chart = el("div", { class: "time-chart", role: "img" });
  const ends = el("div", { class: "time-ends" }, el("span", null), el("span", null));
  const before = el("div", { class: "time-shade" });
  const after = el("div", { class: "time-shade" });
  const chosenPart = el("div", { class: "time-window" });
  const tags = el("div", { class: "time-tags", "aria-hidden": "true" }, el("span", null), el("span", null));
  const handle = (/** @type {string} */ name, /** @type {number} */ value) => /** @type {HTMLInputElement} */ (el("input", {
    type: "range", class: value ? "time-handle last" : "time-handle first", "aria-label": name, min: 0, max: size, step: 1, value, on: { input: moved },
  }));
  const from = handle(TEXTS.from, 0);
  const to = handle(TEXTS.to, size);
  const play = el("button", { type: "button", title: TEXTS.playHint, on: { click: toggle } }, TEXTS.play);
  const speed = /** @type {HTMLSelectElement} */ (el("select", { "aria-label": TEXTS.speed, title: TEXTS.speed }, SPEEDS.map((one) => el("option", { value: one }, `${one}×`))));
  const series = /** @type {HTMLSelectElement} */ (el("select", { "aria-label": TEXTS.whichDays, on: { change: () => { stop(); tell(series.value === "told"); } } }, el("option", { value: "published" }, TEXTS.publishedDays), el("option", { value: "told" }, TEXTS.toldDays)));
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let playing;

  const window = () => /** @type {const} */ ([Math.min(Number(from.value), Number(to.value)), Math.max(Number(from.value), Number(to.value))]);
  function moved() {
    const [first, last] = window();
    if (first === last) return;
    choose(first === 0 && last === size ? null : [Math.max(starts[first], days[0]), Math.min(starts[last] - 1, days[1])]);
  }
  const set = (/** @type {number} */ first, /** @type {number} */ last) => {
    from.value = String(first);
    to.value = String(last);
    moved();
  };
  function stop() {
    clearTimeout(playing);
    playing = undefined;
    play.textContent = TEXTS.play;
  }
  /** Only where there is something: a window of a tenth, or as wide as it was, from bar to bar. */
  function toggle() {
    if (playing !== undefined) return stop();
    const [first, last] = window();
    const whole = last - first === size;
    const wide = whole ? Math.max(1, Math.round(size / 10)) : last - first;
    const step = () => {
      const next = full.find((bar) => bar > window()[0]);
      if (next === undefined || window()[1] > (full.at(-1) ?? 0)) return stop();
      set(next, Math.min(next + wide, size));
      playing = setTimeout(step, STEP / Number(speed.value));
      return undefined;
    };
    if (whole || last > (full.at(-1) ?? 0)) set(full[0] ?? 0, Math.min((full[0] ?? 0) + wide, size));
    play.textContent = TEXTS.pause;
    playing = setTimeout(step, STEP / Number(speed.value));
    return undefined;
  }

  const barAt = (/** @type {PointerEvent} */ event) => {
    const { left, width } = chart.getBoundingClientRect();
    return Math.min(Math.max(((event.clientX - left) / width) * size, 0), size);
  };
  chart.addEventListener("pointerdown", (event) => {
    stop();
    const start = Math.floor(barAt(event));
    set(Math.min(start, size - 1), Math.min(start, size - 1) + 1);
    const drag = (/** @type {PointerEvent} */ now) => {
      const end = barAt(now);
      if (end > start) set(start, Math.max(Math.ceil(end), start + 1));
      else set(Math.floor(end), start + 1);
    };
    const done = () => {
      chart.removeEventListener("pointermove", drag);
      chart.removeEventListener("pointerup", done);
    };
    chart.setPointerCapture(event.pointerId);
    chart.addEventListener("pointermove", drag);
    chart.addEventListener("pointerup", done);
  });

  let drawing = stacks([]);
  chart.append(drawing, before, after, chosenPart, tags);
  const fold = el("button", { type: "button", class: "text time-fold", on: { click: () => folded(box.dataset.folded !== "true") } }, TEXTS.groups.days);
  const note = el("p", { class: "soft time-note" }, TEXTS.datedOf(dated, papers));
  const box = el(
    "div", { id: "timeline" },
    el("div", { class: "time-side" }, fold, el("div", { class: "time-play" }, play, speed)),
    note,
    el("div", { class: "time", role: "group", "aria-label": TEXTS.groups.days }, chart, from, to, ends),
    el("div", { class: "time-side" }, el("button", { type: "button", on: { click: () => { stop(); set(0, size); } } }, TEXTS.allTime), both && series),
  );
  /** @param {boolean} shut */
  function folded(shut) {
    stop();
    box.dataset.folded = String(shut);
    fold.setAttribute("aria-expanded", String(!shut));
  }
  folded((dated > 0 && dated < FEW * papers) || innerHeight < LOW);

  return {
    box,
    /**
     * @param {import("../data/filters.js").Filters} filters
     * @param {import("../data/passing.js").Passing} passed
     */
    update({ days: chosen, told }, { perDay, inTime, days: now }) {
      if (now[0] !== days[0] || now[1] !== days[1]) {
        days = now;
        starts = bars(days);
        size = starts.length - 1;
        for (const input of [from, to]) input.max = String(size);
      }
      series.value = told ? "told" : "published";
      [...ends.children].forEach((end, at) => { end.textContent = isoDay(days[at], data.noDay); });
      const sums = heights(starts, days, perDay);
      full = sums.flatMap((tones, bar) => (tones.some(Boolean) ? [bar] : []));
      const next = stacks(sums);
      drawing.replaceWith(next);
      drawing = next;
      const first = chosen ? Math.max(0, starts.findIndex((_, at) => starts[at + 1] > chosen[0])) : 0;
      const last = chosen ? starts.findIndex((start) => start > chosen[1]) : size;
      if (document.activeElement !== from && document.activeElement !== to) {
        from.value = String(first);
        to.value = String(last < 0 ? size : last);
      }
      const [low, high] = window();
      before.style.left = "0";
      before.style.width = `${(100 * low) / size}%`;
      after.style.left = `${(100 * high) / size}%`;
      after.style.right = "0";
      const span = chosen ?? days;
      chart.setAttribute("aria-label", `${TEXTS.timeLabel}: ${isoDay(span[0], data.noDay)} – ${isoDay(span[1], data.noDay)}, ${TEXTS.relationsIn(inTime)}`);
      chosenPart.hidden = tags.hidden = !chosen;
      for (const { style } of [chosenPart, tags]) {
        style.left = `${(100 * low) / size}%`;
        style.width = `${(100 * (high - low)) / size}%`;
      }
      // Dates at the ends of what is chosen; where it is too narrow for them, around it but within the chart.
      const shift = (100 * low) / Math.max(size - high + low, 1);
      tags.style.left = `${shift}%`;
      tags.style.transform = `translateX(-${shift}%)`;
      [from, to].forEach((input, at) => {
        const day = isoDay(span[at], data.noDay);
        input.setAttribute("aria-valuetext", day);
        tags.children[at].textContent = day;
      });
    },
  };
}
