/** Correcting: the list of corrections turns and says so at once; everything that is shown follows a frame later. */

import { paintLedgerButton, toldLine } from "./forms.js";
import { follow } from "./correct.js";
import { EMPTY, amended, isUnsaved, keep, redone, toFile, undone, without } from "./history.js";
import { download } from "../takeaway/takeaway.js";
import { TEXTS } from "../lib/texts.js";
import { createToast } from "../lib/toast.js";

/**
 * @param {import("../state/model.js").Model} model
 * @param {import("../state/store.js").Store} store
 * @param {import("../panels/components.js").LedgerView} ledger changed
 * @param {string} corpus the name under which the browser keeps the list
 * @param {(words: string) => void} announce
 * @param {(id: string) => HTMLElement} place
 * @param {ReturnType<typeof import("../lib/deferred.js").createLater>} later
 */
export function createAmending(model, store, ledger, corpus, announce, place, later) {
  const { base, data } = model;
  const say = createToast(place("toast"), () => undo());
  /** Correct the data anew, and hold on to what is open, drawn and pinned. */
  const follows = () => {
    const before = { ...data };
    model.correct(ledger.now.list);
    ledger.idle = model.idle;
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
   * @param {import("./history.js").Ledger} next
   * @param {string} words what was done
   */
  const turn = (next, words) => {
    if (next === ledger.now) return;
    ledger.now = next;
    ledger.keeps = keep(corpus, next);
    later.put("correct", follows);
    say(words, next.past.length > 0 && words !== TEXTS.undone);
    announce(words);
  };
  const undo = () => turn(undone(ledger.now), TEXTS.undone);
  return {
    undo,
    redo: () => turn(redone(ledger.now), TEXTS.redone),
    amend: (/** @type {import("./correct.js").Correction} */ correction) => turn(amended(ledger.now, correction), `${toldLine(base, correction)}.${correction.action === "split" ? ` ${TEXTS.splitToast}` : ""}`),
    unamend: (/** @type {number} */ at) => turn(without(ledger.now, at), TEXTS.removed),
    clearLedger: () => turn({ ...EMPTY, past: [...ledger.now.past, ledger.now.list] }, TEXTS.removed),
    closeLedger: () => store.set({ panel: "none" }),
    /** @param {() => void} done */
    saveLedger: (done) => {
      const file = toFile(ledger.now.list);
      download("corrections.csv", file, "text/csv");
      ledger.now = { ...ledger.now, saved: file };
      keep(corpus, ledger.now);
      paintLedgerButton(place("show-corrections"), ledger.now);
      done();
    },
    /** Whether closing the page would lose corrections. */
    atRisk: () => !ledger.keeps && isUnsaved(ledger.now),
  };
}
