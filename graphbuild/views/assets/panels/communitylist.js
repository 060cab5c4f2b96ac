/** The communities that are shown around actors, as a list. */

import { hueOf } from "../canvas/hulls.js";
import { communitiesIn } from "../data/communities.js";
import { keysOf } from "../data/grouping.js";
import { bdi, el, shorten } from "../lib/dom.js";
import { TEXTS } from "../lib/texts.js";
import { relationText } from "../lib/wording.js";
import { part } from "./cards.js";

/**
 * Each with those that it is called after and what unites it; a click opens its card.
 * @param {import("./components.js").Context} context
 * @param {number[]} shown
 */
export function communityList({ data, passed, actions }, shown) {
  const all = communitiesIn(data, passed, shown);
  if (!all.length) return null;
  const keys = keysOf(data, "communities");
  return part(TEXTS.communities, el("ul", { class: "plain findings" }, all.map((one, at) => {
    const mark = el("span", { class: "hue" });
    mark.style.background = hueOf(at, 0.5);
    const unites = one.country || (one.relation && relationText(one.relation));
    return el("li", null, el(
      "button", { type: "button", class: "finding", on: { click: () => actions.community(keys[one.members[0]]) } }, mark,
      el("span", { class: "line-text" }, el("span", { class: "line-ends" }, bdi(one.names.map((actor) => shorten(data.actors.name[actor], 40)).join(", "))), el("span", { class: "soft" }, TEXTS.unitedBy(one.members.length, unites))),
    ));
  })));
}
