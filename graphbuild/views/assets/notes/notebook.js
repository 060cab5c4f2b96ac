/** Notes and bookmarks on actors, links and views, as plain values: changed, written to a file and read from one. */

/**
 * @typedef {"actor" | "link" | "view"} Kind
 * @typedef {{ kind: Kind, about: string, title: string, text: string, story: boolean }} Note  `about` is what the address has after #,
 *   `story` tells whether it is a step of the story; the order of the notes is that of the steps.
 */

const FORMAT = "graphbuild notes";
const KINDS = /** @type {Kind[]} */ (["actor", "link", "view"]);
const MOST = { notes: 2000, title: 300, text: 20000, about: 100000 };

/** @param {Note[]} notes */
export function toNotesFile(notes) {
  return `${JSON.stringify({ format: FORMAT, version: 1, notes }, null, 1)}\n`;
}

/**
 * The notes of a file, and how many of its entries are none.
 * @param {string} text
 * @returns {{ notes: Note[], left: number } | null} null where it is no such file
 */
export function notesIn(text) {
  try {
    const { format, notes } = JSON.parse(text);
    if (format !== FORMAT || !Array.isArray(notes)) return null;
    const good = notes.slice(0, MOST.notes).flatMap((one) => noteOf(one) ?? []);
    return { notes: good, left: notes.length - good.length };
  } catch {
    return null;
  }
}

/**
 * @param {any} raw
 * @returns {Note | null}
 */
function noteOf(raw) {
  const { kind, about, title, text, story } = raw ?? {};
  if (!KINDS.includes(kind) || typeof about !== "string" || about.length > MOST.about) return null;
  const short = (/** @type {unknown} */ words, /** @type {number} */ most) => (typeof words === "string" ? words.slice(0, most) : "");
  return { kind, about, title: short(title, MOST.title), text: short(text, MOST.text), story: story !== false };
}

/**
 * Notes with others: what is known already keeps its place, and takes the words of the others where these have some.
 * @param {Note[]} notes
 * @param {Note[]} more
 * @returns {Note[]}
 */
export function joined(notes, more) {
  const made = [...notes];
  for (const one of more) {
    const at = made.findIndex(({ kind, about }) => kind === one.kind && about === one.about);
    if (at < 0) made.push(one);
    else made[at] = { ...one, title: one.title || made[at].title, text: one.text || made[at].text };
  }
  return made.slice(0, MOST.notes);
}

/**
 * With one note earlier (-1) or later (1).
 * @param {Note[]} notes
 * @param {number} at
 * @param {number} step
 * @returns {Note[]}
 */
export function moved(notes, at, step) {
  const to = Math.min(Math.max(at + step, 0), notes.length - 1);
  const made = notes.filter((_, place) => place !== at);
  made.splice(to, 0, notes[at]);
  return made;
}

/**
 * Keep the notes over a reload; false where the browser does not let a page keep anything.
 * @param {string} key
 * @param {Note[]} notes
 * @param {string} saved the file as it was last taken away
 */
export function keepNotes(key, notes, saved) {
  try {
    // Nothing leaves the machine: they lie where the browser keeps what belongs to the page.
    const store = globalThis.localStorage;
    if (notes.length) store.setItem(key, JSON.stringify({ file: toNotesFile(notes), saved }));
    else store.removeItem(key);
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {string} key
 * @returns {{ notes: Note[], saved: string }}
 */
export function keptNotes(key) {
  try {
    const { file, saved } = JSON.parse(globalThis.localStorage.getItem(key) ?? "{}");
    return { notes: notesIn(file ?? "")?.notes ?? [], saved: typeof saved === "string" ? saved : "" };
  } catch {
    return { notes: [], saved: "" };
  }
}
