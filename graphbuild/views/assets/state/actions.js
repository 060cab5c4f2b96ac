/** What a click on an actor, a line or a group does, wherever in the page it is. */

import { typeOf } from "../data/lines.js";
import { pathsBetween } from "../data/paths.js";
import { TEXTS } from "../lib/texts.js";
import { choiceText } from "../lib/wording.js";
import { back, select } from "./store.js";

const NEIGHBOURS = 15;

/**
 * @param {import("./model.js").Model} model
 * @param {import("./store.js").Store} store
 * @param {ReturnType<typeof import("../canvas/stage.js").createStage>} stage
 * @param {(words: string) => void} announce
 */
export function createActions(model, store, stage, announce) {
  const { data } = model;
  /**
   * The change that draws actors, whatever else is drawn.
   * @param {number[]} actors
   */
  const bring = (actors) => {
    const { added, hidden } = store.get();
    return { ego: null, added: [...new Set([...added, ...actors])], hidden: hidden.filter((one) => !actors.includes(one)) };
  };

  /** With whom an actor has a line that passes, the strongest first. */
  const linked = (/** @type {number} */ actor) => {
    const { lineOk, weight } = model.passed;
    const own = [...data.linesOf(actor)].filter((line) => lineOk[line]).sort((a, b) => weight[b] - weight[a] || a - b);
    return [...new Set(own.map((line) => (data.lines.source[line] === actor ? data.lines.target[line] : data.lines.source[line])))].filter((one) => one !== actor);
  };
  /** An actor and those of its neighbours that are drawn. */
  const company = (/** @type {number} */ actor) => {
    const drawn = new Set(model.shown.actors);
    return [actor, ...linked(actor).filter((one) => drawn.has(one))];
  };

  /**
   * @param {number} actor
   * @param {boolean} [sought] whether it comes from the search box: the view goes to it
   */
  const openActor = (actor, sought = false) => {
    const { folded, passed } = model;
    if (folded) {
      store.set({ ...select(store.get(), { actor }), panel: "none" });
      announce(data.actors.name[actor]);
      if (model.shownGroups.actors.includes(folded.of[actor])) stage.reveal(folded.of[actor]);
      return;
    }
    if (store.get().ego && !model.shown.actors.includes(actor)) store.set({ ego: null });
    const fresh = !model.shown.actors.includes(actor);
    store.set({
      ...(fresh ? bring([actor, ...linked(actor).slice(0, NEIGHBOURS)]) : {}),
      ...(fresh || sought ? { view: "graph" } : {}), ...select(store.get(), { actor }), panel: "none",
    });
    const links = data.linesOf(actor).filter((line) => passed.lineOk[line]).length;
    announce(TEXTS.spoken(data.actors.name[actor], choiceText("types", typeOf(data, actor))[0], passed.degree[actor], links));
    if (fresh || sought) stage.frame(company(actor));
    else stage.reveal(actor);
  };

  /**
   * The card of a group, or of all between two.
   * @param {number} group
   * @param {number} [other]
   */
  const openGroup = (group, other) => {
    const { selected } = store.get();
    const own = model.folded ?? (selected && "groups" in selected ? model.folding.foldedBy(selected.by) : null);
    if (!own) return;
    const groups = [group, ...(other === undefined ? [] : [other])];
    store.set({ ...select(store.get(), { groups: groups.map((one) => own.keys[one]), by: own.by }), panel: "none" });
    announce(groups.map((one) => own.actors.name[one]).join(" – "));
    if (model.folded && model.shownGroups.actors.includes(group)) stage.reveal(group);
  };

  return {
    actor: openActor,
    group: openGroup,
    /** @param {number} node an actor or a group, whichever is drawn */
    node: (node) => (model.folded ? openGroup(node) : openActor(node)),
    /** @param {number} line of actors or of groups, whichever is drawn */
    line: (line) => {
      const { folded } = model;
      if (folded) openGroup(folded.lines.source[line], folded.lines.target[line]);
      else store.set({ ...select(store.get(), { pair: data.lines.pair[line], line }), panel: "none" });
    },
    pair: (/** @type {number} */ pair, /** @type {number | null} */ line) => store.set({ ...select(store.get(), { pair, line }), panel: "none" }),
    /** How it goes on between two. */
    course: (/** @type {number} */ pair) => store.set({ view: "course", panel: "none", ...select(store.get(), { pair, line: null }) }),
    /**
     * Open what was found, drawn with whom it is linked, in the middle of the view.
     * @param {{ actor: number } | { pair: number, line: number | null }} what
     */
    find: (what) => {
      if ("actor" in what) {
        openActor(what.actor, true);
        return;
      }
      const first = what.line ?? data.linesOfPair(what.pair)[0];
      const ends = [data.lines.source[first], data.lines.target[first]];
      const missing = ends.filter((actor) => !model.shown.actors.includes(actor));
      store.set({ ...(missing.length ? bring(ends) : {}), fold: null, view: "graph", panel: "none", ...select(store.get(), what) });
      stage.frame(ends);
      announce(ends.map((actor) => data.actors.name[actor]).join(" – "));
    },
    /** @type {(document: number, relation: string | null) => void} the article, where it says so */
    read: (document, relation) => store.set({ view: "text", reading: { document, relation, start: null }, panel: "none" }),
    back: () => store.set(back(store.get())),
    close: () => store.set(select(store.get(), null)),
    hide: (/** @type {number} */ actor) => {
      const { hidden, pinned, selected } = store.get();
      const open = selected !== null && "actor" in selected && selected.actor === actor;
      store.set({ hidden: [...hidden, actor], pinned: pinned.filter((one) => one !== actor), ...(open ? select(store.get(), null) : {}) });
      announce(`${TEXTS.hiddenActors(hidden.length + 1)}.`);
    },
    pin: (/** @type {number} */ actor) => {
      const { pinned, hidden } = store.get();
      store.set({ pinned: pinned.includes(actor) ? pinned.filter((one) => one !== actor) : [...pinned, actor], hidden: hidden.filter((one) => one !== actor) });
    },
    centre: (/** @type {number} */ actor) => {
      store.set({ ...(model.shown.actors.includes(actor) ? {} : bring([actor])), fold: null, view: "graph" });
      stage.centre(actor);
    },
    linked,
    /** The card of a community, by its key. */
    community: (/** @type {string} */ key) => store.set({ ...select(store.get(), { groups: [key], by: "communities" }), panel: "none" }),
    /** Draw all with whom an actor is linked, beside what is drawn. */
    neighbours: (/** @type {number} */ actor) => {
      store.set({ ...bring([actor, ...linked(actor)]), fold: null });
      stage.frame(company(actor));
    },
    ego: (/** @type {number} */ actor, /** @type {number} */ depth) => {
      const { ego } = store.get();
      store.set({ fold: null, ego: ego?.actor === actor && ego.depth === depth ? null : { actor, depth } });
    },
    path: (/** @type {number} */ from, /** @type {number} */ to, strongest = false) => {
      const { ego, selected } = store.get();
      const { fewest, strong } = pathsBetween(data, model.passed, from, to);
      const found = [from, to, ...[fewest, strong].flatMap((path) => path?.actors ?? [])];
      const missing = found.filter((actor) => ego !== null || !model.shown.actors.includes(actor));
      const path = strongest ? { from, to, strongest } : { from, to };
      const other = selected !== null && "from" in selected && selected.from === from && selected.to === to; // of the two paths
      store.set({ ...bring(missing), fold: null, ...(other ? { selected: path } : select(store.get(), path)), view: "graph", panel: "none" });
      stage.frame(found);
    },
  };
}
