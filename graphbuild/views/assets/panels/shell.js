/** The page's frame: the bar at the top, the buttons on the drawing, which panel is open. */

import { FOLDS } from "../data/grouping.js";
import { BOARDS } from "../state/store.js";
import { el } from "../lib/dom.js";
import { VIEWS } from "../state/address.js";
import { TEXTS } from "../lib/texts.js";
import { download } from "../takeaway/download.js";
import { toPng } from "../takeaway/picture.js";
import { copy, createMenuBox, createSaveMenu } from "../takeaway/savemenu.js";
import { RELATION_COLUMNS, allOf, groupRows, passingIn, relationRows, shownRows, toCsv, toGraphml } from "../takeaway/tables.js";
import { legend } from "./filterpanel.js";

const RELAX = 4000;

const button = (/** @type {string} */ id, /** @type {string} */ text, /** @type {() => void} */ click, /** @type {any} */ more = {}) =>
  el("button", { type: "button", id, on: { click }, ...more }, text);

/**
 * @param {import("../state/store.js").Store} store
 * @param {(id: string) => HTMLElement} place
 * @param {HTMLElement} finder
 * @param {HTMLElement} help
 */
export function buildTop(store, place, finder, help) {
  place("tools").append(
    finder,
    el(
      "div",
      { class: "segments", role: "group" },
      button("view-graph", TEXTS.graph, () => store.set({ view: "graph" })),
      button("view-table", TEXTS.table, () => store.set({ view: "table", panel: "none" })),
      button("view-text", TEXTS.reading.view, () => store.set({ view: "text", panel: "none" })),
      moreViews(store),
    ),
    el(
      "div",
      { class: "fold" },
      el("label", { for: "fold" }, TEXTS.foldLabel),
      el("select", { id: "fold", "aria-label": TEXTS.foldLabel, on: { change: (/** @type {any} */ event) => store.set({ fold: FOLDS.find((by) => by === event.target.value) ?? null, tint: event.target.value === "tint", view: "graph" }) } }, Object.entries(TEXTS.folds).map(([by, text]) => el("option", { value: by }, text))),
    ),
    button("show-corrections", TEXTS.corrections, () => {
      const listing = store.get().panel === "corrections";
      store.set({ panel: listing ? "none" : "corrections" });
      if (!listing) /** @type {HTMLElement | null} */ (place("side").querySelector("#card-title"))?.focus();
    }),
    button("show-filters", TEXTS.filters, () => store.set({ panel: store.get().panel === "filters" ? "none" : "filters" })),
    help,
  );
}

/**
 * The views that are not asked for so often.
 * @param {import("../state/store.js").Store} store
 */
function moreViews(store) {
  const open = (/** @type {import("../state/store.js").Board} */ view) => () => {
    menu.removeAttribute("open");
    store.set({ view, panel: "none" });
  };
  const notes = button("show-notes", TEXTS.notes.title, () => {
    menu.removeAttribute("open");
    store.set({ panel: "notes" });
    /** @type {HTMLElement | null} */ (document.querySelector("#side #card-title"))?.focus();
  });
  const menu = createMenuBox("more", TEXTS.moreViews, [...BOARDS.map((view) => button(`view-${view}`, TEXTS.boards[view], open(view))), notes]);
  return menu;
}

/**
 * @param {import("../state/store.js").Store} store
 * @param {(id: string) => HTMLElement} place
 * @param {HTMLElement} filters
 */
export function buildPanel(store, place, filters) {
  place("filters").append(
    el("div", { class: "panel-bar" }, el("h2", null, TEXTS.legend), el("span", { class: "spring" }), button("close-filters", "×", () => store.set({ panel: "none" }), { class: "icon", "aria-label": TEXTS.close })),
    legend(),
    filters,
  );
}

/**
 * @param {() => import("../canvas/canvas.js").Canvas} canvas with nothing left to be drawn
 * @param {(id: string) => HTMLElement} place
 * @param {import("../state/model.js").Model} model
 * @param {() => void} remember
 * @param {ReturnType<typeof import("../takeaway/drawing.js").createDrawing>} pictured
 * @param {() => number[]} hidden actors that were hidden by hand
 */
export function buildZoom(canvas, place, model, remember, pictured, hidden) {
  const relax = () => {
    const on = canvas().relax(RELAX, () => place("relax").setAttribute("aria-pressed", "false"));
    if (on) place("relax").setAttribute("aria-pressed", "true");
  };
  place("zoom").append(
    button("zoom-in", "+", () => canvas().zoom(1.35), { "aria-label": TEXTS.zoomIn, title: TEXTS.zoomIn }),
    button("zoom-out", "−", () => canvas().zoom(1 / 1.35), { "aria-label": TEXTS.zoomOut, title: TEXTS.zoomOut }),
    button("fit", TEXTS.fit, () => canvas().fit()),
    button("relax", TEXTS.relax, relax, { "aria-pressed": "false", title: TEXTS.relaxHint }),
    saveMenu(place, model, remember, pictured, hidden),
  );
}

/**
 * Everything that can be taken away.
 * @param {(id: string) => HTMLElement} place
 * @param {import("../state/model.js").Model} model
 * @param {() => void} remember
 * @param {ReturnType<typeof import("../takeaway/drawing.js").createDrawing>} drawing
 * @param {() => number[]} hidden
 */
function saveMenu(place, model, remember, drawing, hidden) {
  const { data } = model;
  /** @param {boolean} [drawn] only what is drawn of what passes */
  const rows = (drawn = false) => {
    const { folded, shownGroups, shown, passed } = model;
    return /** @type {ReturnType<typeof shownRows>} */ (/** @type {unknown} */ (folded ? groupRows(folded, drawn ? shownGroups : allOf(folded)) : shownRows(data, passed, drawn ? shown : passingIn(data, passed, hidden()))));
  };
  const picture = () => toPng(drawing(), place("canvas").clientWidth);
  /** @type {[string, () => void][]} */
  const ways = [
    [TEXTS.savePng, async () => download("graph.png", await picture(), "image/png")],
    [TEXTS.saveSvg, () => download("graph.svg", drawing(), "image/svg+xml")],
    [TEXTS.saveGraphml, () => download("graph.graphml", toGraphml(rows()), "application/xml")],
    [TEXTS.saveActors, () => download("actors.csv", toCsv(rows().actors), "text/csv")],
    [TEXTS.saveLinks, () => download("links.csv", toCsv(rows().links), "text/csv")],
    [TEXTS.saveRelations, async () => download("relations.csv", toCsv(await relationRows(data, model.passed, hidden()), RELATION_COLUMNS), "text/csv")],
    [TEXTS.saveJson, () => download("graph.json", JSON.stringify(rows(), null, 1), "application/json")],
    [TEXTS.saveDrawnGraphml, () => download("graph.graphml", toGraphml(rows(true)), "application/xml")],
  ];
  return createSaveMenu(ways, () => {
    remember();
    return copy(location.href);
  });
}

/**
 * @param {import("../state/store.js").State} state
 * @param {(id: string) => HTMLElement} place
 */
export function renderShell(state, place) {
  document.body.dataset.view = state.view;
  document.body.dataset.panel = state.panel;
  for (const name of VIEWS) place(`view-${name}`).setAttribute("aria-pressed", String(state.view === name));
  /** @type {HTMLSelectElement} */ (place("fold")).value = state.fold ?? (state.tint ? "tint" : "");
  place("show-filters").setAttribute("aria-expanded", String(state.panel === "filters"));
  place("show-corrections").setAttribute("aria-expanded", String(state.panel === "corrections"));
  const board = BOARDS.find((one) => one === state.view);
  place("more-title").textContent = board ? TEXTS.boards[board] : TEXTS.moreViews;
  place("more").classList.toggle("chosen", board !== undefined);
  place("board").hidden = board === undefined;
  place("stage").hidden = state.view !== "graph";
  place("table").hidden = state.view !== "table";
  place("text").hidden = state.view !== "text";
}
