/** The corrections made in this page: their history, what the browser keeps of them, the file to take away. */

import { toCsv } from "../takeaway/tables.js";

/**
 * @typedef {import("./correct.js").Correction} Correction
 * @typedef {{ list: Correction[], past: Correction[][], future: Correction[][], saved: string }} History
 *   `past` and `future` hold whole lists, so that every change can be undone alike; `saved` is the file as it
 *   was last taken away.
 */

const MOST = 200; // steps back

/** @type {History} */
export const EMPTY = { list: [], past: [], future: [], saved: "" };

/**
 * @param {History} history
 * @param {Correction[]} list
 * @returns {History}
 */
function turned(history, list) {
  return { ...history, list, past: [...history.past, history.list].slice(-MOST), future: [] };
}

/**
 * With one more correction, at the end, in place of another answer to the same; the last one stays as it is.
 * @param {History} history
 * @param {Correction} correction
 */
export function amended(history, correction) {
  const asked = asks(correction);
  const others = history.list.filter((one) => asks(one) !== asked);
  const same = JSON.stringify(history.list.at(-1)) === JSON.stringify(correction);
  if (same && others.length === history.list.length - 1) return history;
  return turned(history, [...others, correction]);
}

/**
 * What a correction answers: of two answers to one question the later counts.
 * @param {Correction} correction
 */
function asks({ action, subject, object, relation = "", evidence = "" }) {
  if (action === "merge" || action === "different") return ["one", ...[subject, object].sort()].join("\n");
  if (action === "drop" || action === "confirm") return `right\n${subject}`;
  if (action === "country" || action === "role" || action === "relink" || action === "reclass") return `${action}\n${subject}`;
  return [action, subject, object, relation, evidence].join("\n");
}

/**
 * Without the correction at a place.
 * @param {History} history
 * @param {number} at
 */
export function without(history, at) {
  return turned(history, history.list.filter((_, place) => place !== at));
}

/** @param {History} history @returns {History} */
export function undone(history) {
  const before = history.past.at(-1);
  return before ? { ...history, list: before, past: history.past.slice(0, -1), future: [history.list, ...history.future] } : history;
}

/** @param {History} history @returns {History} */
export function redone(history) {
  const [next, ...future] = history.future;
  return next ? { ...history, list: next, past: [...history.past, history.list], future } : history;
}

/**
 * As `graphbuild build --corrections` reads it.
 * @param {Correction[]} list
 */
export function toFile(list) {
  const rows = list.map(({ action, subject, object, relation = "", evidence = "" }) => ({ action, subject, object, relation, evidence }));
  return toCsv(rows, ["action", "subject", "object", ...(rows.some(({ relation }) => relation) ? ["relation", "evidence"] : [])]);
}

/** @param {History} history */
export function isUnsaved({ list, saved }) {
  return list.length > 0 && toFile(list) !== saved;
}

/**
 * A name under which the browser keeps the corrections of these actors and relations, and of no others.
 * @param {{ actors: { id: string[] }, rows: { size: number } }} data
 */
export function keyOf({ actors, rows }) {
  let hash = 0x811c9dc5; // FNV-1a
  for (const id of [...actors.id, String(rows.size)]) {
    for (let at = 0; at < id.length; at++) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
    hash = Math.imul(hash ^ 10, 0x01000193);
  }
  return `graphbuild corrections ${(hash >>> 0).toString(16)} ${actors.id.length} ${rows.size}`;
}

/**
 * Keep the corrections over a reload; false where the browser does not let a page keep anything.
 * @param {string} key
 * @param {History} history
 */
export function keep(key, { list, saved }) {
  try {
    // Nothing leaves the machine: the list lies where the browser keeps what belongs to the page.
    const store = globalThis.localStorage;
    if (list.length) store.setItem(key, JSON.stringify({ list, saved }));
    else store.removeItem(key);
    return true;
  } catch {
    return false;
  }
}

/**
 * What was kept; every step of it can be undone. Empty where there is nothing, or nothing that can be read.
 * @param {string} key
 * @param {string[]} actions that there are
 * @returns {History}
 */
export function kept(key, actions) {
  try {
    const { list, saved } = JSON.parse(globalThis.localStorage.getItem(key) ?? "{}");
    const good = Array.isArray(list) && list.every((one) => actions.includes(one?.action) && typeof one.subject === "string" && typeof one.object === "string" && ["string", "undefined"].includes(typeof one.relation) && ["string", "undefined"].includes(typeof one.evidence));
    if (!good) return EMPTY;
    return { list, past: list.map((_, at) => list.slice(0, at)), future: [], saved: typeof saved === "string" ? saved : "" };
  } catch {
    return EMPTY;
  }
}
