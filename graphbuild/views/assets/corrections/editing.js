/** Correcting: the list of corrections turns and says so at once; everything that is shown follows a frame later. */

import { TEXTS } from "../lib/texts.js";
import { createToast } from "../lib/toast.js";
import { download } from "../takeaway/download.js";
import { follow } from "./correct.js";
import { EMPTY, amended, isUnsaved, keep, redone, toFile, undone, without } from "./history.js";
import { paintCorrectionsButton, toldLine } from "./list.js";

/**
 * @param {import("../state/model.js").Model} model
 * @param {import("../state/store.js").Store} store
 * @param {import("../panels/components.js").Corrections} corrections changed
 * @param {string} corpus the name under which the browser keeps the list
 * @param {(words: string) => void} announce
 * @param {(id: string) => HTMLElement} place
 * @param {ReturnType<typeof import("../lib/deferred.js").createDeferred>} deferred
 */
export function createEditing(model, store, corrections, corpus, announce, place, deferred) {
  const { base, data } = model;
  const say = createToast(place("toast"), () => undo());
  /** Correct the data anew, and hold on to what is open, drawn and pinned. */
  const follows = () => {
    const before = { ...data };
    model.correct(corrections.now.list);
    corrections.idle = model.idle;
    const state = store.get();
    const living = (/** @type {number[]} */ actors) => [...new Set(actors.map((actor) => data.actors.heir[actor]).filter((actor) => actor >= 0))];
    const [centre] = living(state.ego ? [state.ego.actor] : []);
    const trail = state.trail.map((one) => follow(one, before, data)).filter((one, at) => one !== null || state.trail[at] === null);
    store.set({
      edition: state.edition + 1, selected: follow(state.selected, before, data), trail, added: living(state.added), hidden: living(state.hidden),
      pinned: living(state.pinned), ego: state.ego && centre !== undefined ? { ...state.ego, actor: centre } : null,
    });
  };
  /**
   * @param {import("./history.js").History} next
   * @param {string} words what was done
   */
  const turn = (next, words) => {
    if (next === corrections.now) return;
    corrections.now = next;
    corrections.keeps = keep(corpus, next);
    deferred.put("correct", follows);
    say(words, next.past.length > 0 && words !== TEXTS.undone);
    announce(words);
  };
  const undo = () => turn(undone(corrections.now), TEXTS.undone);
  return {
    undo,
    redo: () => turn(redone(corrections.now), TEXTS.redone),
    amend: (/** @type {import("./correct.js").Correction} */ correction) => turn(amended(corrections.now, correction), `${toldLine(base, correction)}.${correction.action === "split" ? ` ${TEXTS.splitToast}` : ""}`),
    unamend: (/** @type {number} */ at) => turn(without(corrections.now, at), TEXTS.removed),
    clearCorrections: () => turn({ ...EMPTY, past: [...corrections.now.past, corrections.now.list] }, TEXTS.removed),
    closeCorrections: () => store.set({ panel: "none" }),
    /** @param {() => void} done */
    saveCorrections: (done) => {
      const file = toFile(corrections.now.list);
      download("corrections.csv", file, "text/csv");
      corrections.now = { ...corrections.now, saved: file };
      keep(corpus, corrections.now);
      paintCorrectionsButton(place("show-corrections"), corrections.now);
      done();
    },
    /** Whether closing the page would lose corrections. */
    atRisk: () => !corrections.keeps && isUnsaved(corrections.now),
  };
}
