/** Notes as they are made in the page: kept at once, taken away as a file, read from one. */

import { TEXTS } from "../lib/texts.js";
import { createToast } from "../lib/toast.js";
import { download } from "../takeaway/download.js";
import { joined, keepNotes, keptNotes, moved, notesIn, toNotesFile } from "./notebook.js";

/**
 * @typedef {import("./notebook.js").Note} Note
 * @typedef {ReturnType<typeof createNoting>} Noting
 */

const LARGEST = 2 ** 24; // bytes of a file

/**
 * @param {import("../data/payload.js").Data} data
 * @param {string} key under which the browser keeps them
 * @param {HTMLElement} toast
 * @param {(words: string) => void} announce
 * @param {() => void} changed told when the list is another, not when words in it are
 */
export function createNoting(data, key, toast, announce, changed) {
  let { notes, saved } = keptNotes(key);
  let keeps = keepNotes(key, notes, saved);
  /** @type {Note[] | null} before the last removal */
  let before = null;
  const tell = createToast(toast, () => { if (before) turn(before, TEXTS.undone); });
  /** @param {Note[]} next */
  const set = (next) => {
    notes = next;
    keeps = keepNotes(key, notes, saved);
  };
  /**
   * @param {Note[]} next
   * @param {string} words
   */
  const turn = (next, words) => {
    before = next.length < notes.length ? notes : null;
    set(next);
    tell(words, before !== null);
    announce(words);
    changed();
  };
  /** Whom a note is about, as corrections have it now: an actor or two, in order. */
  const whom = (/** @type {Note} */ { kind, about }) => {
    const words = new URLSearchParams(about);
    const ids = kind === "actor" ? [words.get("actor") ?? ""] : kind === "link" ? (words.get("between") ?? "").split(" ").slice(0, 2) : [];
    return ids.map((id) => data.actors.id.indexOf(id)).map((at) => (at < 0 ? -1 : data.actors.heir[at])).sort((a, b) => a - b);
  };
  return {
    list: () => notes,
    keeps: () => keeps,
    unsaved: () => notes.length > 0 && toNotesFile(notes) !== saved,
    /**
     * The place of the note on an actor, or on what is between two; -1 for none.
     * @param {number[]} actors
     */
    on: (actors) => {
      const wanted = [...actors].sort((a, b) => a - b).join();
      return notes.findIndex((note) => note.kind !== "view" && whom(note).join() === wanted);
    },
    /** @param {Omit<Note, "text" | "story">} what */
    add: (what) => turn(joined(notes, [{ ...what, text: "", story: true }]), TEXTS.notes.added),
    /** @param {number} at */
    remove: (at) => turn(notes.filter((_, place) => place !== at), TEXTS.notes.removed),
    /** @param {number} at @param {number} step */
    move: (at, step) => {
      set(moved(notes, at, step));
      changed();
    },
    /**
     * Other words, or in the story or not; nothing is drawn anew.
     * @param {number} at
     * @param {Partial<Pick<Note, "title" | "text" | "story">>} change
     */
    write: (at, change) => set(notes.map((note, place) => (place === at ? { ...note, ...change } : note))),
    save() {
      saved = toNotesFile(notes);
      set(notes);
      download("notes.json", saved, "application/json");
      changed();
    },
    /** @param {File} file */
    async load(file) {
      const found = file.size > LARGEST ? null : notesIn(await file.text());
      if (!found) {
        tell(TEXTS.notes.unreadable, false);
        announce(TEXTS.notes.unreadable);
        return;
      }
      turn(joined(notes, found.notes), [TEXTS.notes.loaded(found.notes.length), found.left ? TEXTS.notes.leftOut(found.left) : ""].filter(Boolean).join(" "));
    },
  };
}
