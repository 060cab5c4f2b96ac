/** Findings in plain words, each a way into the drawing. */

import { findings } from "../data/findings.js";
import { classesOf } from "../data/lines.js";
import { bdi, el, shorten } from "../lib/dom.js";
import { TEXTS } from "../lib/texts.js";
import { lineSwatch, toldOf } from "./components.js";

/**
 * @typedef {import("./components.js").Context} Context
 * @typedef {import("../data/findings.js").Finding} Finding
 * @typedef {{ title: string, who: (string | HTMLElement)[], told: string, act: () => void, swatch: Element | null }} Worded
 */

/**
 * A headline and what else stands out, or nothing where nothing does.
 * @param {Context} context
 */
export function foundPart(context) {
  const all = findings(context.data, context.passed).map((one) => worded(context, one));
  if (!all.length) return null;
  const [{ who, told, act }, ...rest] = all;
  return el(
    "section",
    { class: "found-part", "aria-label": TEXTS.findings },
    el("button", { type: "button", class: "headline", on: { click: act } }, el("span", { class: "headline-who" }, ...who), el("span", { class: "soft" }, told)),
    el("ul", { class: "plain findings" }, rest.map(({ title, who: whom, told: what, act: go, swatch }) =>
      el("li", null, el("button", { type: "button", class: "finding", on: { click: go } }, swatch, el("span", { class: "line-text" }, el("span", { class: "soft" }, title), el("span", { class: "line-ends" }, ...whom), el("span", { class: "soft" }, what)))))),
  );
}

/**
 * @param {Context} context
 * @param {Finding} finding
 * @returns {Worded}
 */
function worded({ data, passed, actions }, finding) {
  const { lines, actors } = data;
  const name = (/** @type {number} */ actor) => bdi(shorten(actors.name[actor], 60));
  const between = (/** @type {number} */ pair) => {
    const line = data.linesOfPair(pair)[0];
    return [name(lines.source[line]), " – ", name(lines.target[line])];
  };
  const open = (/** @type {number} */ pair, /** @type {number | null} */ line) => () => actions.find({ pair, line });
  switch (finding.kind) {
    case "act": {
      const { line, sentences, documents } = finding;
      const [verbs] = toldOf(data, passed, line);
      const phrase = classesOf(data, passed, line).split(",")[0];
      return {
        title: "", who: [name(lines.source[line]), " → ", name(lines.target[line])], // one may stand for many: no verb agrees with it
        told: `${phrase}, ${[TEXTS.inArticles(sentences, documents), verbs].filter(Boolean).join(": ")}`, act: open(lines.pair[line], line), swatch: null,
      };
    }
    case "contested":
      return { title: TEXTS.contested, who: between(finding.pair), told: TEXTS.contestedBy(finding.conflict, finding.cooperation), act: open(finding.pair, null), swatch: lineSwatch("verb", 0) };
    case "turn":
      return {
        title: TEXTS.turned(finding.from > 0, finding.day), who: between(finding.pair), told: TEXTS.turnedBy(finding.before, finding.after),
        act: open(finding.pair, null), swatch: lineSwatch("verb", -finding.from),
      };
    default: {
      const { kind, actor, others, sentences } = finding;
      const told = kind === "target" ? TEXTS.targetBy(others, sentences) : TEXTS.partnerBy(others, sentences);
      return { title: TEXTS[kind], who: [name(actor)], told, act: () => actions.find({ actor }), swatch: lineSwatch("verb", kind === "target" ? -1 : 1) };
    }
  }
}
