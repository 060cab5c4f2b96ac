/** What is compared, chosen: two periods, two outlets or two actors. */

import { clockOf } from "../data/clock.js";
import { isoDay } from "../data/payload.js";
import { mostLinked } from "../data/ranking.js";
import { bdi, el, shorten } from "../lib/dom.js";
import { TEXTS } from "../lib/texts.js";
import { choiceText } from "../lib/wording.js";
import { range, typeGlyph } from "../panels/components.js";
import { typeOf } from "../data/lines.js";

/**
 * @typedef {import("../data/comparison.js").Compared} Compared
 * @typedef {import("../panels/components.js").Context} Context
 */

/**
 * What of two sides the data has.
 * @param {Context} context
 * @returns {Compared["by"][]}
 */
export function comparable({ data, filters }) {
  const { days } = clockOf(data, filters.told);
  const ways = /** @type {Compared["by"][]} */ ([]);
  if (days[0] < days[1]) ways.push("days");
  if (data.documents.outlet.words.length > 1) ways.push("outlets");
  if (data.actors.live > 1) ways.push("actors");
  return ways;
}

/**
 * What is compared before anyone has chosen: the days of the time line with those before them, else both halves; the two
 * outlets with most articles; who is selected with the most linked.
 * @param {Context} context
 * @param {Compared["by"]} by
 * @param {number} selected actor, or -1
 * @returns {Compared}
 */
export function firstSides({ data, passed, filters }, by, selected) {
  if (by === "outlets") {
    const [one, other] = outletsOf(data);
    return { by, one, other };
  }
  if (by === "actors") {
    const [first, second] = mostLinked(passed, 3).filter((actor) => actor !== selected);
    const others = [first ?? 0, second ?? 1];
    return selected >= 0 ? { by, one: selected, other: others[0] } : { by, one: others[0], other: others[1] };
  }
  const [from, to] = clockOf(data, filters.told).days;
  const chosen = filters.days;
  if (chosen && chosen[0] > from) return { by, one: [from, chosen[0] - 1], other: chosen };
  const middle = halved(data, filters.told);
  return { by, one: [from, middle - 1], other: [middle, to] };
}

/**
 * The day before which half of the articles, or of what is told, are.
 * @param {import("../data/payload.js").Data} data
 * @param {boolean} told
 */
function halved(data, told) {
  const { documents, rows, noDay } = data;
  const { days: [from, to] } = clockOf(data, told);
  const all = documents.dated && !told ? documents.day : rows.day;
  const days = Int32Array.from(all).filter((day) => day !== noDay).sort();
  return Math.min(Math.max(days[days.length >> 1], from + 1), to);
}

/**
 * The outlets, those with most articles first; articles of no outlet last.
 * @param {import("../data/payload.js").Data} data
 */
function outletsOf({ documents: { outlet } }) {
  const size = new Uint32Array(outlet.words.length);
  for (const code of outlet.codes) size[code]++;
  return outlet.words.map((word, code) => ({ word, code })).sort((a, b) => Number(a.word === "") - Number(b.word === "") || size[b.code] - size[a.code] || a.code - b.code).map(({ word }) => word);
}

/**
 * Both sides by name.
 * @param {Context} context
 * @param {Compared} compared
 * @returns {[string, string]}
 */
export function sideNames({ data }, { by, one, other }) {
  if (by === "days") return [range(data, one[0], one[1]), range(data, other[0], other[1])];
  if (by === "outlets") return [shorten(choiceText("outlets", one)[0], 60), shorten(choiceText("outlets", other)[0], 60)];
  return [shorten(data.actors.name[one], 60), shorten(data.actors.name[other], 60)];
}

/**
 * The controls that choose the sides.
 * @param {Context} context
 * @param {Compared} compared
 * @param {(compared: Compared) => void} choose
 */
export function sideChoosers(context, compared, choose) {
  const { by } = compared;
  if (by === "days") return dayChoosers(context, compared, choose);
  if (by === "outlets") return outletChoosers(context, compared, choose);
  return actorChoosers(context, compared, choose);
}

/**
 * @param {Context} context
 * @param {Extract<Compared, { by: "days" }>} compared
 * @param {(compared: Compared) => void} choose
 */
function dayChoosers({ data, filters }, compared, choose) {
  const span = clockOf(data, filters.told).days;
  const [least, most] = span.map((day) => isoDay(day, data.noDay));
  return /** @type {const} */ (["one", "other"]).map((side, at) => {
    const input = (/** @type {0 | 1} */ end) => {
      const made = /** @type {HTMLInputElement} */ (el("input", { type: "date", min: least, max: most, value: isoDay(compared[side][end], data.noDay), "aria-label": `${TEXTS.compare.sides[at]}: ${end ? TEXTS.to : TEXTS.from}` }));
      made.addEventListener("change", () => {
        const day = Date.parse(made.value) / 86400000;
        if (!Number.isInteger(day)) return;
        const days = /** @type {[number, number]} */ ([...compared[side]]);
        days[end] = day;
        if (days[0] > days[1]) days[1 - end] = day;
        choose({ ...compared, [side]: days });
      });
      return made;
    };
    return el("div", { class: "side-choice" }, el("span", { class: "side-name" }, TEXTS.compare.sides[at]), input(0), "–", input(1));
  });
}

/**
 * @param {Context} context
 * @param {Extract<Compared, { by: "outlets" }>} compared
 * @param {(compared: Compared) => void} choose
 */
function outletChoosers({ data }, compared, choose) {
  const words = outletsOf(data);
  return /** @type {const} */ (["one", "other"]).map((side, at) => {
    const list = /** @type {HTMLSelectElement} */ (el("select", { "aria-label": TEXTS.compare.sides[at] }, words.map((word, place) => el("option", { value: place, selected: word === compared[side] }, shorten(choiceText("outlets", word)[0], 60)))));
    list.addEventListener("change", () => choose({ ...compared, [side]: words[Number(list.value)] }));
    return el("div", { class: "side-choice" }, el("span", { class: "side-name" }, TEXTS.compare.sides[at]), list);
  });
}

/**
 * @param {Context} context
 * @param {Extract<Compared, { by: "actors" }>} compared
 * @param {(compared: Compared) => void} choose
 */
function actorChoosers({ data, finder }, compared, choose) {
  return /** @type {const} */ (["one", "other"]).map((side, at) => el(
    "div", { class: "side-choice" },
    el("span", { class: "side-name" }, typeGlyph(typeOf(data, compared[side])), bdi(shorten(data.actors.name[compared[side]], 40))),
    // Who stands on the other side already changes places.
    finder((actor) => choose(actor === compared[at ? "one" : "other"] ? { by: "actors", one: compared.other, other: compared.one } : { ...compared, [side]: actor }), `compare-${side}`, TEXTS.compare.another[at]),
  ));
}
