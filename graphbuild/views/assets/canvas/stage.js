/** The drawing after the model: what is drawn, what stands in the light, where the view goes. All of it may wait a frame. */

import { highlightOf } from "../data/grouping.js";
import { pathsBetween } from "../data/paths.js";
import { DRAWING } from "../state/store.js";
import { changesMuch } from "./relayout.js";

/**
 * @param {import("../state/model.js").Model} model
 * @param {import("./canvas.js").Canvas} canvas
 * @param {ReturnType<typeof import("../lib/deferred.js").createDeferred>} deferred
 * @param {() => void} drawn told when something else is drawn
 * @param {() => number[]} pinned
 * @param {() => number[][]} tinted members of the communities that are shown around actors
 */
export function createStage(model, canvas, deferred, drawn, pinned, tinted) {
  const { data } = model;
  let fitting = false;
  let anew = false;
  let regroup = false; // whether communities come or go
  let last = model.shown;
  let before = model.shown; // what the places were found for
  let moved = false; // whether they are others than those of the first view
  const light = (/** @type {import("../state/store.js").Selection | null} */ selected) => highlightOf(data, selected, model.folded, model.folding.foldedBy);
  const draw = () => {
    const { folded, folding, shown, shownGroups, passed, radius } = model;
    if (folded) canvas.show(folded, folding.placesOf(folded, shownGroups), shownGroups, { weight: folded.lines.weight, ...folded.actors }, true, anew);
    else {
      const groups = tinted();
      const built = model.built && !groups.length;
      const other = regroup || (fitting && !anew && (built ? moved : changesMuch(before, shown)));
      canvas.show(data, null, shown, { ...passed, radius }, fitting && !other, anew);
      if (other) canvas.arrange(built, new Set(pinned()), groups);
      if (other || built) before = shown;
      if (other) moved = !built;
    }
    fitting = anew = regroup = false;
    drawn();
  };
  /** @param {import("../state/store.js").Selection | null} selected */
  const paths = (selected) => {
    if (model.folded || !selected || !("from" in selected)) return [];
    const { fewest, strong } = pathsBetween(data, model.passed, selected.from, selected.to);
    return [selected.strongest ? strong : fewest].filter((path) => path !== null);
  };
  return {
    light,
    /**
     * @param {import("../state/store.js").State} state
     * @param {import("../state/model.js").Changed} changed
     */
    update(state, changed) {
      regroup ||= changed("tint");
      if (changed("tint", ...DRAWING)) {
        fitting ||= changed("filters", "limit", "ego", "fold");
        anew ||= changed("edition"); // lines have other numbers then
        deferred.put("draw", draw);
      } else if (model.shown !== last && !model.folded) deferred.put("draw", draw); // lines of what is selected
      last = model.shown;
      if (changed("selected", ...DRAWING)) deferred.put("mark", () => canvas.mark(light(state.selected), paths(state.selected)));
    },
    centre: (/** @type {number} */ node) => deferred.put("view", () => canvas.centre(node)),
    reveal: (/** @type {number} */ node) => deferred.put("view", () => canvas.reveal(node)),
    frame: (/** @type {number[]} */ nodes) => deferred.put("view", () => canvas.frame(nodes)),
    fit: () => deferred.put("view", () => canvas.fit()),
    /** @param {import("../state/address.js").Seen} seen */
    seen: (seen) => deferred.put("view", () => canvas.restore(model.folded ? { camera: null, places: null } : seen)),
  };
}
