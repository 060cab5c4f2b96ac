/** The panel on the right: the card of what is selected, or the list of corrections. */

import { correctionsCard } from "../corrections/list.js";
import { notesCard } from "../notes/notescard.js";
import { el, refill } from "../lib/dom.js";
import { createBottomSheet } from "./bottomsheet.js";
import { actorCard, pairCard, pressTools } from "./cards.js";
import { groupCard, groupsCard } from "./groupcards.js";
import { overviewCard } from "./overview.js";
import { pathCard } from "./pathcard.js";

/**
 * @param {HTMLElement} box
 * @param {import("../state/model.js").Model} model
 * @param {() => import("./components.js").Context} context
 * @param {(group: number, other?: number) => void} openGroup
 * @param {import("../notes/notescard.js").Hands} notes
 */
export function createSidePanel(box, model, context, openGroup, notes) {
  const body = el("div", { id: "card" });
  const sheet = createBottomSheet(box, body);
  box.append(sheet.grip, body);
  /** @param {import("../state/store.js").Selection | null} selected */
  const cardOf = (selected) => {
    if (!selected) return overviewCard(context());
    if ("actor" in selected) return actorCard(context(), selected.actor);
    if ("from" in selected) return pathCard(context(), selected.from, selected.to, selected.strongest === true);
    if ("groups" in selected) {
      const own = model.folding.foldedBy(selected.by);
      const [one, other] = selected.groups.map((key) => own.place.get(key));
      if (one === undefined || (selected.groups.length > 1 && other === undefined)) return overviewCard(context());
      return other === undefined ? groupCard(context(), own, one, openGroup) : groupsCard(context(), own, one, other, openGroup);
    }
    return pairCard(context(), selected.pair, selected.line);
  };
  const title = () => /** @type {HTMLElement | null} */ (box.querySelector("#card-title"));
  return {
    focus() {
      sheet.open();
      title()?.focus();
    },
    /**
     * @param {import("../state/store.js").State} state
     * @param {boolean} focus whether this is another card, which starts at its top
     */
    render({ panel, selected }, focus) {
      const listing = panel === "corrections" || panel === "notes";
      const { memo } = context();
      const inside = refill(body, panel === "notes" ? notesCard(notes) : panel === "corrections" ? correctionsCard(context()) : cardOf(selected));
      sheet.title((box.querySelector(".headline-who") ?? title())?.textContent ?? "");
      if (focus) {
        if (selected !== null || listing) sheet.open();
        else sheet.close();
        box.scrollTop = body.scrollTop = 0;
        if ((selected || listing) && inside) title()?.focus();
      } else if (inside && !box.contains(document.activeElement)) {
        // What had the focus is gone: the next of its kind takes it, else the card.
        const alike = /** @type {NodeListOf<HTMLElement>} */ (box.querySelectorAll(memo.among ?? "button.reject"));
        (memo.focus === undefined ? title() : alike[Math.min(memo.focus, alike.length - 1)] ?? title())?.focus();
      }
      memo.focus = memo.among = undefined;
    },
    /**
     * Pinned, or shown with its neighbours: that much changes without another card.
     * @param {import("../state/store.js").State} state
     */
    press({ selected, panel }) {
      if (selected && "actor" in selected && panel !== "corrections" && panel !== "notes") pressTools(box, context(), selected.actor);
    },
  };
}
