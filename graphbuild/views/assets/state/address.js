/** The view and the filters as the part of the address after #, and back. */

import { LEVELS } from "../data/backbone.js";
import { GROUPS, firstFilters } from "../data/filters.js";
import { FOLDS } from "../data/grouping.js";
import { BOARDS } from "./store.js";

/** The views of the page, as the address calls them. */
export const VIEWS = /** @type {const} */ (["graph", "table", "text", ...BOARDS]);

/**
 * @typedef {import("./store.js").State} State
 * @typedef {import("../data/payload.js").Data} Data
 */

/**
 * What of the state differs from how the page opens.
 * @param {State} state
 * @param {Data} data
 * @param {number} limit
 */
export function toHash(state, data, limit) {
  const words = new URLSearchParams();
  const id = (/** @type {number} */ actor) => data.actors.id[actor];
  if (state.view !== "graph") words.set("view", state.view);
  if (state.compared) comparedWords(state.compared, data).forEach((word) => words.append("compare", word));
  if (state.reading) words.set("read", data.papers.id(state.reading.document));
  if (state.reading?.relation) words.set("relation", state.reading.relation);
  if (state.reading && state.reading.start !== null) words.set("at", String(state.reading.start));
  if (state.query) words.set("find", state.query);
  if (state.tab !== "actors") words.set("tab", state.tab);
  if (state.fold) words.set("fold", state.fold);
  if (state.tint) words.set("tint", "1");
  if (state.limit !== limit) words.set("limit", String(state.limit));
  if (state.dense !== 1) words.set("dense", String(state.dense));
  const plain = firstFilters(data);
  for (const group of GROUPS) {
    const { off, only } = state.filters[group];
    if (JSON.stringify(state.filters[group]) === JSON.stringify(plain[group])) continue;
    const [name, list] = only ? [`only.${group}`, only] : [`off.${group}`, off];
    if (list.length === 0) words.append(name, "\u0000");
    for (const choice of list) words.append(name, choice);
  }
  if (state.filters.minimum !== 1) words.set("minimum", String(state.filters.minimum));
  if (state.filters.confidence) words.set("confidence", String(state.filters.confidence));
  if (state.filters.backbone !== 1) words.set("backbone", String(state.filters.backbone));
  if (state.filters.days) words.set("days", state.filters.days.join("_"));
  if (state.filters.told) words.set("told", "1");
  for (const actor of state.added) words.append("added", id(actor));
  for (const actor of state.hidden) words.append("hidden", id(actor));
  for (const actor of state.pinned) words.append("pinned", id(actor));
  if (state.ego) words.set("ego", `${id(state.ego.actor)} ${state.ego.depth}`);
  const { selected } = state;
  if (selected && "actor" in selected) words.set("actor", id(selected.actor));
  else if (selected && "from" in selected) words.set("path", `${id(selected.from)} ${id(selected.to)}${selected.strongest ? " strongest" : ""}`);
  else if (selected && "groups" in selected) [`${selected.by}`, ...selected.groups].forEach((word) => words.append("group", word));
  else if (selected) words.set("between", betweenWords(selected.line ?? data.linesOfPair(selected.pair)[0], selected.line !== null, data));
  return words.toString();
}

/**
 * The change of state that an address asks for; what it does not name is as the page opens, and what the
 * data does not have is left out.
 * @param {string} hash
 * @param {Data} data
 * @param {State} start
 * @returns {Partial<State>}
 */
export function fromHash(hash, data, start) {
  const words = new URLSearchParams(hash.replace(/^#/, ""));
  const place = (/** @type {string | null} */ id) => data.actors.id.indexOf(id ?? "");
  const places = (/** @type {string} */ name) => words.getAll(name).map(place).filter((actor) => actor >= 0);
  const filters = firstFilters(data);
  for (const group of GROUPS) {
    const list = (/** @type {string} */ name) => words.getAll(name).filter((word) => word !== "\u0000");
    if (words.has(`only.${group}`)) filters[group] = { off: [], only: list(`only.${group}`) };
    else if (words.has(`off.${group}`)) filters[group] = { off: list(`off.${group}`), only: null };
  }
  const number = (/** @type {string} */ name, /** @type {number} */ least, /** @type {number} */ otherwise) => {
    const value = Number(words.get(name));
    return words.has(name) && Number.isInteger(value) && value >= least ? value : otherwise;
  };
  filters.minimum = number("minimum", 1, 1);
  filters.confidence = Math.min(number("confidence", 0, 0), 100);
  filters.backbone = LEVELS.find((level) => String(level) === words.get("backbone")) ?? 1;
  const [from, to] = (words.get("days") ?? "").split("_").map(Number);
  if (Number.isInteger(from) && Number.isInteger(to) && from <= to) filters.days = [from, to];
  filters.told = words.get("told") === "1";
  const [centre, depth] = (words.get("ego") ?? "").split(" ");
  const ego = place(centre) >= 0 ? { actor: place(centre), depth: depth === "2" ? 2 : 1 } : null;
  const document = words.has("read") ? data.papers.place(words.get("read") ?? "") : -1;
  const at = Number(words.get("at") ?? NaN);
  return {
    view: VIEWS.find((view) => view === words.get("view")) ?? "graph", compared: comparedIn(words.getAll("compare"), place),
    reading: document < 0 ? null : { document, relation: words.get("relation"), start: Number.isInteger(at) ? at : null },
    query: words.get("find") ?? "",
    tab: words.get("tab") === "links" ? "links" : "actors",
    fold: foldOf(words.get("fold")), tint: words.get("tint") === "1", limit: number("limit", 1, start.limit), dense: number("dense", 1, 1),
    filters, added: places("added"), hidden: places("hidden"), pinned: places("pinned"), ego, selected: selection(words, data, place), trail: [], panel: "none",
  };
}

/**
 * @typedef {{ camera: { x: number, y: number, scale: number } | null, places: import("../canvas/placement.js").Point[] | null }} Seen
 *   The view where a hand has moved it; the places of what is drawn, in order, where they are not those of the first view.
 */

/** @param {Seen | null} seen */
export function seenHash(seen) {
  const words = new URLSearchParams();
  const short = (/** @type {number} */ value) => Math.round(value).toString(36);
  if (seen?.camera) words.set("camera", `${short(seen.camera.x)}.${short(seen.camera.y)}.${short(1000 * seen.camera.scale)}`);
  if (seen?.places?.length) words.set("places", seen.places.map(({ x, y }) => `${short(x)}.${short(y)}`).join("."));
  return words.toString();
}

/**
 * @param {string} hash
 * @returns {Seen}
 */
export function seenIn(hash) {
  const words = new URLSearchParams(hash.replace(/^#/, ""));
  const numbers = (/** @type {string} */ name) => (words.get(name) ?? "").split(".").filter(Boolean).map((word) => parseInt(word, 36));
  const [x, y, scale] = numbers("camera");
  const all = numbers("places");
  const places = all.length && all.length % 2 === 0 && all.every(Number.isFinite) ? Array.from({ length: all.length / 2 }, (_, at) => ({ x: all[2 * at], y: all[2 * at + 1] })) : null;
  return { camera: [x, y, scale].every(Number.isFinite) && scale > 0 ? { x, y, scale: Math.min(Math.max(scale / 1000, 0.01), 6) } : null, places };
}

/**
 * @param {import("../data/comparison.js").Compared} compared
 * @param {Data} data
 * @returns {string[]}
 */
function comparedWords({ by, one, other }, data) {
  if (by === "days") return [by, one.join("_"), other.join("_")];
  return by === "outlets" ? [by, one, other] : [by, data.actors.id[one], data.actors.id[other]];
}

/**
 * @param {string[]} words
 * @param {(id: string | null) => number} place
 * @returns {import("../data/comparison.js").Compared | null}
 */
function comparedIn([by, one, other], place) {
  if (other === undefined) return null;
  if (by === "outlets") return { by, one, other };
  if (by === "actors") return place(one) < 0 || place(other) < 0 ? null : { by, one: place(one), other: place(other) };
  const [first, second] = [one, other].map((days) => days.split("_").map(Number));
  const whole = [first, second].every((days) => days.length === 2 && days.every(Number.isInteger) && days[0] <= days[1]);
  return by === "days" && whole ? { by, one: [first[0], first[1]], other: [second[0], second[1]] } : null;
}

/**
 * @param {string | null | undefined} word
 * @returns {import("../data/grouping.js").Fold | null}
 */
function foldOf(word) {
  return FOLDS.find((one) => one === word) ?? null;
}

/**
 * @param {URLSearchParams} words
 * @param {Data} data
 * @param {(id: string | null) => number} place
 * @returns {import("./store.js").Selection | null}
 */
function selection(words, data, place) {
  const actor = place(words.get("actor"));
  if (actor >= 0) return { actor };
  const [start, end, which] = (words.get("path") ?? "").split(" ");
  const [from, to] = [place(start), place(end)];
  if (from >= 0 && to >= 0) return which === "strongest" ? { from, to, strongest: true } : { from, to };
  const [by, ...groups] = words.getAll("group");
  const fold = foldOf(by);
  if (fold && (groups.length === 1 || groups.length === 2)) return { groups, by: fold };
  const [one, other, kind, sign] = (words.get("between") ?? "").split(" ");
  const [source, target] = [place(one), place(other)];
  if (source < 0 || target < 0) return null;
  const { lines } = data;
  const between = [...data.linesOf(source)].filter((line) => lines.source[line] === target || lines.target[line] === target);
  if (!between.length) return null;
  const line = between.find((at) => lines.source[at] === source && data.kinds[lines.kind[at]] === kind && String(lines.sign[at]) === sign);
  return { pair: lines.pair[between[0]], line: line ?? null };
}

/**
 * A line, or all between two actors, by what stays when the data is corrected or built again.
 * @param {number} line
 * @param {boolean} only
 * @param {Data} data
 */
function betweenWords(line, only, { actors, lines, kinds }) {
  const ends = [actors.id[lines.source[line]], actors.id[lines.target[line]]];
  return (only ? [...ends, kinds[lines.kind[line]], lines.sign[line]] : ends).join(" ");
}
