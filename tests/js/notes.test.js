import assert from "node:assert/strict";
import test from "node:test";

import { joined, moved, notesIn, toNotesFile } from "../../graphbuild/views/assets/notes/notebook.js";

/** @type {(about: string, text?: string) => import("../../graphbuild/views/assets/notes/notebook.js").Note} */
const note = (about, text = "") => ({ kind: "view", about, title: `At ${about}`, text, story: true });

test("a file of notes comes back as it was", () => {
  const notes = [note("actor=1", "“quoted” </script>\n\u2028 سليم"), { ...note("b"), kind: /** @type {const} */ ("link"), story: false }];
  assert.deepEqual(notesIn(toNotesFile(notes)), { notes, left: 0 });
});

test("what is no file of notes is none, and what is no note is left out", () => {
  for (const text of ["", "{", "[]", "null", '{"format":"graphbuild notes"}', '{"format":"other","notes":[]}']) assert.equal(notesIn(text), null);
  const strange = [null, 3, {}, { kind: "view" }, { kind: "spell", about: "a" }, { kind: "view", about: 5 }, { kind: "actor", about: "x".repeat(200000) }];
  const found = notesIn(JSON.stringify({ format: "graphbuild notes", notes: [...strange, { kind: "actor", about: "actor=1", title: 5, text: "y".repeat(50000) }] }));
  assert.equal(found?.left, strange.length);
  assert.deepEqual(found?.notes.map(({ title, text, story }) => [title, text.length, story]), [["", 20000, true]]);
});

test("notes that are known keep their place and take new words", () => {
  const all = joined([note("a", "old"), note("b", "kept")], [note("c"), note("a", "new"), note("b")]);
  assert.deepEqual(all.map(({ about, text }) => [about, text]), [["a", "new"], ["b", "kept"], ["c", ""]]);
});

test("a note moves one place, and stops at the ends", () => {
  const order = (/** @type {import("../../graphbuild/views/assets/notes/notebook.js").Note[]} */ notes) => notes.map(({ about }) => about).join("");
  const all = ["a", "b", "c"].map((about) => note(about));
  assert.equal(order(moved(all, 0, 1)), "bac");
  assert.equal(order(moved(all, 2, -1)), "acb");
  assert.equal(order(moved(all, 0, -1)), "abc");
  assert.equal(order(moved(all, 2, 1)), "abc");
});
