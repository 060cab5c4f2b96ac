/** The drawing that is shown, as a picture, with what it shows in words. */

import { choiceText } from "../lib/wording.js";
import { toSvg } from "./picture.js";

/**
 * @param {() => import("../canvas/canvas.js").Canvas} canvas with nothing left to be drawn
 * @param {(id: string) => HTMLElement} place
 * @param {import("../state/model.js").Model} model
 * @param {() => string[]} filters that are not as the page opens, in words
 */
export function createDrawing(canvas, place, model, filters) {
  const { data } = model;
  const caption = () => {
    const { conflict, cooperation, neutral } = canvas().theme();
    /** @type {[string, string][]} */
    const tones = [[conflict, "-1"], [cooperation, "1"], [neutral, "0"]].map(([colour, sign]) => [colour, choiceText("signs", sign)[0].toLowerCase()]);
    return { title: document.title, told: place("status").querySelector("p")?.textContent ?? "", filters: filters(), tones };
  };
  return {
    caption,
    /** @param {import("./picture.js").Caption | null} words */
    drawing(words) {
      const { network, named, labelBoxes, theme } = canvas();
      const bold = new Set(named().filter((one) => one.bold).map(({ id }) => id));
      const labels = labelBoxes().map(({ id, text, left, right, top, bottom }) => ({ text, bold: bold.has(id), ...network.DOMtoCanvas({ x: (left + right) / 2, y: (top + bottom) / 2 }) }));
      return toSvg(model.folded ?? data, network, model.folded ? model.shownGroups : model.shown, theme(), labels, words);
    },
  };
}
