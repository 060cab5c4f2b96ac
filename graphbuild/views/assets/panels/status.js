/** How much of how much is drawn, and why; and what to say where nothing is. */

import { GROUPS, firstFilters, isFiltered, isOn } from "../data/filters.js";
import { TOGETHER } from "../data/words.js";
import { el, refill } from "../lib/dom.js";
import { TEXTS } from "../lib/texts.js";
import { toggle } from "../state/store.js";

const FEW = 40;

/**
 * @param {import("../state/model.js").Model} model
 * @param {import("../state/store.js").Store} store
 * @param {HTMLElement} box
 * @param {HTMLElement} empty
 * @param {{ linked: (actor: number) => number[], neighbours: (actor: number) => void }} hands
 */
export function createStatus(model, store, box, empty, hands) {
  const { data } = model;
  const link = (/** @type {string} */ text, /** @type {Partial<import("../state/store.js").State>} */ change) =>
    el("button", { type: "button", class: "text", on: { click: () => store.set(change) } }, text);
  const line = (/** @type {string} */ what, /** @type {string} */ links, /** @type {string} */ why) =>
    el("p", null, el("strong", null, what), " · ", el("strong", null, links), el("span", { class: "soft" }, ` · ${why}`));

  /**
   * How many of those that are linked to the selected actor are drawn, where some are not.
   * @param {import("../state/store.js").State} state
   */
  const circle = ({ selected, ego }) => {
    if (!selected || !("actor" in selected) || ego?.actor === selected.actor || !model.shown.actors.includes(selected.actor)) return null;
    const drawn = new Set(model.shown.actors);
    const all = hands.linked(selected.actor);
    const some = all.filter((actor) => drawn.has(actor)).length;
    if (some === all.length) return null;
    return el("span", null, TEXTS.neighboursDrawn(some, all.length), " ", el("button", { type: "button", class: "text", on: { click: () => hands.neighbours(selected.actor) } }, TEXTS.drawAll));
  };

  /** @param {import("../state/store.js").State} state */
  return (state) => {
    const { shown, shownGroups, passed, folded } = model;
    const { backbone } = state.filters;
    const filtered = isFiltered(state.filters, data);
    const spine = backbone < 1 ? ` · ${TEXTS.whyBackbone(backbone, passed.lines, passed.whole)}` : "";
    const part = data.part ? ` · ${TEXTS.pageHas(...data.part)}` : "";
    const reset = filtered && link(TEXTS.reset, { filters: firstFilters(data) });
    const show = () => link(TEXTS.togetherShow, { filters: toggle(state.filters, "kinds", TOGETHER) });
    const apart = passed.apart > 0 && el("span", { class: "apart" }, TEXTS.togetherHidden(passed.apart), " ", show());
    if (folded) {
      const alone = folded.by === "communities" ? folded.sizes.filter((size) => size === 1).length : 0;
      refill(
        box,
        line(TEXTS.groupsShown(shownGroups.actors.length, shownGroups.of.actors, TEXTS.foldMany[folded.by]), TEXTS.linksShown(shownGroups.lines.length, shownGroups.of.lines), TEXTS.whyFold[folded.by] + spine),
        el("p", { class: "status-tools" }, alone > 0 && el("span", null, TEXTS.inNone(alone)), link(TEXTS.foldBack, { fold: null }), reset, apart),
      );
    } else {
      const partly = shown.actors.length < shown.of.actors;
      const fewer = shown.lines.length < shown.among;
      const why = state.ego ? TEXTS.whyEgo(data.actors.name[state.ego.actor].slice(0, 60)) : filtered ? (partly ? TEXTS.whyBoth : TEXTS.whyFiltered) : partly ? TEXTS.whyStrongest : data.stated ? TEXTS.whyEverything : TEXTS.whyTogether;
      refill(
        box,
        line(TEXTS.actorsShown(shown.actors.length, shown.of.actors), TEXTS.linksShown(shown.lines.length, shown.of.lines), why + spine + part),
        el(
          "p",
          { class: "status-tools" },
          state.ego && link(TEXTS.egoAll, { ego: null }),
          partly && link(TEXTS.showMore, { limit: Math.max(2 * state.limit, FEW) }),
          fewer && el("span", { class: "fewer" }, TEXTS.linksBetween(shown.lines.length, shown.among), " ", link(TEXTS.showMoreLinks, { dense: 2 * state.dense })),
          circle(state),
          reset,
          apart,
          state.pinned.length > 0 && link(`${TEXTS.pinned(state.pinned.length)} – ${TEXTS.unpin}`, { pinned: [] }),
          state.hidden.length > 0 && link(`${TEXTS.hiddenActors(state.hidden.length)} – ${TEXTS.unhide}`, { hidden: [] }),
        ),
      );
    }
    empty.hidden = shown.actors.length > 0;
    if (empty.hidden) return;
    const off = GROUPS.find((group) => passed.counts[group].size > 1 && [...passed.counts[group].keys()].every((word) => !isOn(state.filters[group], word)));
    const again = el("button", { type: "button", class: "primary", on: { click: () => store.set({ filters: firstFilters(data) }) } }, TEXTS.reset);
    empty.replaceChildren(
      el("p", null, data.actors.live === 0 ? TEXTS.emptyData : off ? TEXTS.emptyGroup(TEXTS.groups[off]) : TEXTS.emptyFilters),
      data.actors.live > 0 ? again : "",
    );
  };
}
