/** The drawing that is shown, as a picture, with what it shows in words. */

import { hullsOf } from "../canvas/hulls.js";
import { toSvg } from "./picture.js";

/**
 * @param {() => import("../canvas/canvas.js").Canvas} canvas with nothing left to be drawn
 * @param {(id: string) => HTMLElement} place
 * @param {import("../state/model.js").Model} model
 * @param {() => string[]} filters that are not as the page opens, in words
 * @param {() => number[][]} communities that are shown around actors
 * @returns {() => string} SVG
 */
export function createDrawing(canvas, place, model, filters, communities) {
  return () => {
    const { network, placed, lit, theme } = canvas();
    const seen = { labels: placed(), hulls: hullsOf(network, communities()), lit: lit() };
    const told = place("status").querySelector("p")?.textContent ?? "";
    return toSvg(model.folded ?? model.data, network, model.folded ? model.shownGroups : model.shown, theme(), seen, { title: document.title, told, filters: filters() });
  };
}
