/** What the mouse is over, in a few words beside it. */

import { typeOf } from "../data/lines.js";
import { el } from "../lib/dom.js";
import { TEXTS } from "../lib/texts.js";
import { choiceText } from "../lib/wording.js";
import { lineTip } from "../panels/components.js";
import { groupTip } from "../panels/groupcards.js";

/**
 * @param {import("../state/model.js").Model} model
 * @param {(id: string) => HTMLElement} place
 */
export function createTooltip(model, place) {
  const { data } = model;
  const words = (/** @type {{ actor?: number, line?: number }} */ { actor, line }) => {
    const { folded, passed } = model;
    if (actor !== undefined) {
      const { name } = (folded ?? data).actors;
      const kind = folded ? TEXTS.actorsCounted(folded.sizes[actor]) : choiceText("types", typeOf(data, actor))[0];
      return [el("bdi", null, name[actor].slice(0, 120)), el("span", { class: "soft" }, `${kind} · ${folded ? TEXTS.sentencesCounted(folded.actors.degree[actor]) : TEXTS.weightOf(passed.degree[actor])}`)];
    }
    if (line === undefined) return [];
    return folded ? groupTip(folded, line) : lineTip(data, passed, line);
  };
  /**
   * @param {{ actor?: number, line?: number } | null} what
   * @param {number} x
   * @param {number} y
   */
  return (what, x, y) => {
    const tip = place("tip");
    tip.hidden = what === null;
    place("canvas").classList.toggle("pointing", what !== null);
    if (!what) return;
    tip.replaceChildren(...words(what));
    const box = place("stage").getBoundingClientRect();
    tip.style.left = `${Math.max(8, Math.min(x + 14, box.width - 260))}px`;
    tip.style.top = `${Math.min(y + 16, box.height - 60)}px`;
  };
}
