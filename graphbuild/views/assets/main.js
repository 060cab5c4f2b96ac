/** The page: state in one object, every view drawn from it. */

import { createBoards } from "./boards/boards.js";
import { NARROW, createCanvas } from "./canvas/canvas.js";
import { canvasKeys, pageKeys } from "./canvas/keyboard.js";
import { createHulls } from "./canvas/hulls.js";
import { createMenu } from "./canvas/menu.js";
import { createPins } from "./canvas/pins.js";
import { createStage } from "./canvas/stage.js";
import { createTooltip } from "./canvas/tooltip.js";
import { createEditing } from "./corrections/editing.js";
import { keep, kept, keyOf } from "./corrections/history.js";
import { paintCorrectionsButton } from "./corrections/list.js";
import { communitiesIn } from "./data/communities.js";
import { firstFilters } from "./data/filters.js";
import { readData } from "./data/payload.js";
import { mostLinked } from "./data/ranking.js";
import { buildIndex } from "./data/search.js";
import { createDeferred } from "./lib/deferred.js";
import { createIdle } from "./lib/idle.js";
import { TEXTS } from "./lib/texts.js";
import { learnPhrases } from "./lib/wording.js";
import { createNoting } from "./notes/noting.js";
import { createStory } from "./notes/story.js";
import { actorCard } from "./panels/cards.js";
import { createFilterPanel } from "./panels/filterpanel.js";
import { createHelp, createSkip } from "./panels/help.js";
import { createSearchBox } from "./panels/searchbox.js";
import { buildPanel, buildTop, buildZoom, renderShell } from "./panels/shell.js";
import { createSidePanel } from "./panels/sidepanel.js";
import { createStatus } from "./panels/status.js";
import { createTable, rankOf } from "./panels/table.js";
import { createTimeline } from "./panels/timeline.js";
import { createReader } from "./reading/reader.js";
import { createActions } from "./state/actions.js";
import { fromHash, seenHash, seenIn, toHash } from "./state/address.js";
import { createModel } from "./state/model.js";
import { DRAWING, createStore, initialState, toggle, withOnly } from "./state/store.js";
import { filtersTold } from "./takeaway/caption.js";
import { createDrawing } from "./takeaway/drawing.js";
import { copy } from "./takeaway/savemenu.js";

const STEP = 700; // milliseconds: what follows faster is one step for the browser's Back

const read = (/** @type {string} */ id) => document.getElementById(id)?.textContent ?? "";
const place = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
const announce = (/** @type {string} */ words) => { place("live").textContent = words; };

/** @type {import("./canvas/canvas.js").Opening} */
const opening = JSON.parse(read("data-opening"));
const core = JSON.parse(read("data-core"));
learnPhrases(core.phrases);
const base = readData(core, read);
if (place("canvas").clientWidth < NARROW) Object.assign(opening, opening.narrow);
const start = initialState(Math.max(opening.nodes.length, 1), firstFilters(base));
const corpus = keyOf(base);
const list = kept(corpus, base.actions);
const model = createModel(base, start, {
  actors: opening.nodes.map(({ id }) => id).sort((a, b) => a - b),
  lines: opening.edges.map(({ id }) => id).sort((a, b) => a - b), among: opening.among, of: { actors: 0, lines: 0 },
}, list.list, () => canvas.room());
const { data } = model;
/** @type {import("./panels/components.js").Corrections} */
const corrections = { now: list, idle: model.idle, keeps: keep(corpus, list) };
model.update(start, () => true);

/** @type {import("./data/search.js").Index | null} */
let index = null;
const weigh = (/** @type {number} */ actor) => model.passed.degree[actor];
const names = () => (index ??= buildIndex(data.actors));
/** @type {import("./panels/components.js").Memo} what is open and typed in the card that is shown */
let memo = {};
let written = "";
let told = ""; // what of it is about the state
let stepped = -Infinity;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let writing;

const store = createStore(start, render);
const deferred = createDeferred(["correct", "draw", "mark", "view"]);
const tip = createTooltip(model, place);
/** What lies over the canvas: the words at its top, the buttons, and the card where it has no column of its own. */
const covers = () => {
  const { left, top } = place("stage").getBoundingClientRect();
  const card = getComputedStyle(place("side")).position === "static" ? [] : [place("side")];
  return [...place("status").children, place("zoom"), ...card].map((one) => one.getBoundingClientRect()).filter(({ width }) => width > 0)
    .map((box) => ({ left: box.left - left, right: box.right - left, top: box.top - top, bottom: box.bottom - top }));
};
const timeline = createTimeline(data, (days) => setFilters({ days }), (told) => setFilters({ told, days: null }));
if (timeline) { // before the canvas takes its size, or it is drawn twice
  timeline.update(start.filters, model.passed);
  place("text").after(timeline.box);
}
const status = createStatus(model, store, place("status"), place("empty"), { linked: (actor) => actions.linked(actor), neighbours: (actor) => actions.neighbours(actor) });
const settled = () => {
  deferred.flush();
  return canvas;
};
status(start); // what lies over the canvas is there before the view is fitted beside it
const pictured = createDrawing(settled, place, model, () => filtersTold(data, store.get()), () => tinted());
buildZoom(settled, place, model, remember, pictured, () => store.get().hidden);
// While something else waits to be drawn, what is drawn is no more what the page is about.
const canvas = createCanvas(place("canvas"), data, opening, model.shown, { ...model.passed, radius: model.radius }, {
  actor: (node) => { if (!deferred.busy()) actions.node(node); },
  line: (line) => { if (!deferred.busy()) actions.line(line); },
  nothing: () => actions.close(),
  hover: (what, x, y) => tip(deferred.busy() ? null : what, x, y),
}, covers);
const pins = createPins(canvas.network, () => (model.folded ? [] : store.get().pinned), canvas.theme);
const tinted = () => (model.folded || !store.get().tint ? [] : communitiesIn(data, model.passed, model.shown.actors).map(({ members }) => members));
createHulls(canvas.network, tinted);
const stage = createStage(model, canvas, deferred, pins.hold, () => store.get().pinned, tinted);
const editing = createEditing(model, store, corrections, corpus, announce, place, deferred);
/** @type {import("./panels/components.js").Actions & { node: (node: number) => void, line: (line: number) => void, group: (group: number, other?: number) => void, linked: (actor: number) => number[], neighbours: (actor: number) => void }} */
const actions = { ...createActions(model, store, stage, announce), ...editing, copy, saveCorrections: () => editing.saveCorrections(() => side.render(store.get(), false)) };
const noting = createNoting(data, corpus.replace("corrections", "notes"), place("toast"), announce, () => side.render(store.get(), false));
/** @type {() => import("./panels/components.js").Context} */
const context = () => ({
  data, base, noting, passed: model.passed, filters: store.get().filters, actions, canGoBack: store.get().trail.length > 1, ego: store.get().ego, pinned: store.get().pinned,
  hidden: store.get().hidden, tint: store.get().tint && !model.folded ? model.shown.actors : null, corrections, memo,
  finder: (choose, id, hint) => createSearchBox(data, names, weigh, choose, announce, id, hint).box,
});
/** What the address says of the view that is shown. */
const here = () => [toHash(store.get(), data, start.limit), seenHash(model.folded ? null : canvas.seen())].filter(Boolean).join("&");
const story = createStory(noting.list, {
  here, open: restore, announce, printed: () => store.set({ panel: "notes" }), busy: () => deferred.busy() || canvas.busy(), told: () => filtersTold(data, store.get()),
  picture: () => (store.get().view === "graph" ? pictured() : null),
  board: () => (store.get().view === "graph" ? null : /** @type {HTMLElement | null} */ (document.querySelector(store.get().view === "table" ? "#table table" : store.get().view === "text" ? "#text > *" : ".board"))),
});
const side = createSidePanel(place("side"), model, context, actions.group, {
  noting, close: () => store.set({ panel: "none" }), play: story.go, print: story.print, open: ({ about }) => restore(about),
  keepView: () => noting.add({ kind: "view", about: here(), title: viewTitle() }),
});
const setFilters = (/** @type {Partial<import("./data/filters.js").Filters>} */ change) => store.set({ filters: { ...store.get().filters, ...change } });
const panel = createFilterPanel(data, {
  toggle: (group, choice) => store.set({ filters: toggle(store.get().filters, group, choice) }),
  only: (group, only) => store.set({ filters: withOnly(store.get().filters, group, only) }),
  minimum: (minimum) => setFilters({ minimum }),
  confidence: (confidence) => setFilters({ confidence }),
  backbone: (backbone) => setFilters({ backbone }),
  reset: () => store.set({ filters: firstFilters(data) }),
});
const table = createTable(context, (tab) => store.set({ tab }));
const boards = createBoards(context, (change) => store.set(change), model, announce);
const reader = createReader(context, store, announce);
const finder = createSearchBox(data, names, weigh, (actor) => actions.actor(actor, true), announce, undefined, undefined, (query) => store.set({ view: "text", query, reading: null, panel: "none" }));
const menu = createMenu(place("stage"), (actor) => data.actors.name[actor], (actor) => [
  { text: TEXTS.openCard, act: () => actions.actor(actor) },
  { text: TEXTS.pin, act: () => actions.pin(actor), checked: store.get().pinned.includes(actor) },
  { text: TEXTS.ego[0], act: () => actions.ego(actor, 1), checked: store.get().ego?.actor === actor },
  { text: TEXTS.hide, act: () => actions.hide(actor) },
  { text: TEXTS.correct, act: () => openAmendments(actor) },
]);
const help = createHelp();
const idle = createIdle(() => [
  () => { names(); },
  () => { if (data.sentences.size) data.document(0); },
  () => { for (const actor of mostLinked(model.passed, 1)) actorCard(context(), actor); },
  () => { rankOf(data.actors.name); },
  ...model.folding.pieces(),
]);

buildTop(store, place, finder.box, help.button);
document.body.prepend(createSkip(place("canvas")));
document.body.append(help.box);
buildPanel(store, place, panel.box);
place("table").append(table.box);
place("board").append(boards.box);
place("text").append(reader.box);
place("stage").before(story.box);
listen();
render(store.get(), null);
if (location.hash.length > 1 || document.body.dataset.start) restore(location.hash.slice(1) || document.body.dataset.start);
// For tests and for the curious; nothing in the page uses it.
Object.assign(globalThis, { graphbuild: {
  get canvas() { return settled(); },
  get data() { return settled() && data; },
  state: () => settled() && store.get(), busy: deferred.busy, shown: () => settled() && model.shown, folded: () => model.folded, corrections: () => corrections.now.list,
} });

/**
 * @param {import("./state/store.js").State} state
 * @param {import("./state/store.js").State | null} before
 */
function render(state, before) {
  const changed = (/** @type {(keyof import("./state/store.js").State)[]} */ ...keys) => !before || keys.some((key) => state[key] !== before[key]);
  const drawnBefore = model.shown;
  if (before) model.update(state, changed);
  if (changed("edition")) {
    index = null;
    paintCorrectionsButton(place("show-corrections"), corrections.now);
  }
  if (changed("filters", "edition")) {
    panel.update(state.filters, model.passed);
    timeline?.update(state.filters, model.passed);
    idle.restart();
  }
  if (changed("selected", ...DRAWING) || model.shown !== drawnBefore) status(state);
  if (changed("view", "panel", "fold", "tint")) renderShell(state, place);
  if (changed("view", "tab", "filters", "hidden", "pinned", "edition") && state.view === "table") table.update(state.tab);
  boards.update(state, (...keys) => changed(...keys));
  if (changed("view", "reading", "query", "filters", "edition") && state.view === "text") reader.update(state);
  if (changed("selected") && !changed("edition")) memo = {};
  if (changed("selected", "filters", "edition", "panel", "tint")) side.render(state, before !== null && changed("selected", "panel") && !changed("edition"));
  else if (changed("ego", "pinned")) side.press(state);
  if (!before) return;
  stage.update(state, changed);
  if (location.protocol === "about:") return;
  clearTimeout(writing);
  writing = setTimeout(remember, 250);
}

/** Keep the address in step with the view, so that copying it, or reloading, restores the view. */
function remember() {
  const about = toHash(store.get(), data, start.limit);
  const seen = canvas.busy() ? "" : seenHash(model.folded ? null : canvas.seen());
  const words = [about, seen].filter(Boolean).join("&");
  if (words === written) return;
  // Another view is a step for the browser's Back; a view that was only moved is not, nor one of many in a row.
  const step = about !== told && performance.now() - stepped > STEP;
  if (about !== told) stepped = performance.now();
  [written, told] = [words, about];
  history[step ? "pushState" : "replaceState"](null, "", words ? `#${words}` : location.pathname + location.search);
}

function restore(words = location.hash.slice(1)) {
  written = words;
  store.set(fromHash(words, data, start));
  told = toHash(store.get(), data, start.limit);
  const { selected, added } = store.get();
  if (selected && "actor" in selected && !model.shown.actors.includes(selected.actor)) store.set({ added: [...added, selected.actor], ego: null });
  stage.seen(seenIn(words));
}

/**
 * The card of an actor with what can be set right about it.
 * @param {number} actor
 */
function openAmendments(actor) {
  actions.actor(actor);
  memo = { amend: true };
  side.render(store.get(), false);
  /** @type {HTMLElement | null} */ (place("side").querySelector("#amend-name"))?.focus();
}

/** What a view is called before anyone calls it something: what is selected, or what is shown and filtered. */
function viewTitle() {
  const { view, selected } = store.get();
  const shown = view === "graph" ? TEXTS.graph : view === "table" ? TEXTS.table : view === "text" ? TEXTS.reading.view : TEXTS.boards[view];
  const names = (/** @type {number[]} */ actors) => actors.map((actor) => data.actors.name[actor]).join(" – ");
  const [line] = selected && "pair" in selected ? data.linesOfPair(selected.pair) : [];
  const card = selected && "actor" in selected ? names([selected.actor]) : selected && "from" in selected ? names([selected.from, selected.to]) : line === undefined ? "" : names([data.lines.source[line], data.lines.target[line]]);
  return [card || shown, ...filtersTold(data, store.get())].join(" · ").slice(0, 300);
}

/** The actor that is selected and drawn, or null. */
function onStage() {
  const { selected } = store.get();
  return selected && "actor" in selected && model.shown.actors.includes(selected.actor) ? selected.actor : null;
}

function listen() {
  place("canvas").setAttribute("aria-label", TEXTS.canvasLabel);
  place("filters").setAttribute("aria-label", TEXTS.legendAndFilters);
  place("side").setAttribute("aria-label", TEXTS.details);
  place("canvas").addEventListener("keydown", canvasKeys({
    canvas: settled, light: () => stage.light(store.get().selected), open: actions.node, selected: onStage, menu: menu.open, card: side.focus,
  }));
  canvas.network.on("oncontext", (/** @type {any} */ { event, pointer }) => {
    const actor = settled().at(pointer.DOM)?.actor;
    if (actor === undefined || model.folded) return;
    event.preventDefault();
    tip(null, 0, 0);
    menu.open(actor, pointer.DOM.x, pointer.DOM.y);
  });
  document.addEventListener("keydown", pageKeys({
    undo: actions.undo, redo: actions.redo, search: () => finder.input.focus(),
    help: help.open,
    escape: () => (store.get().panel === "none" ? actions.close() : store.set({ panel: "none" })),
  }));
  addEventListener("beforeprint", deferred.flush);
  addEventListener("beforeunload", (event) => { if (editing.atRisk() && window === window.top) event.preventDefault(); });
  addEventListener("popstate", () => { if (location.hash.slice(1) !== written) restore(); });
  canvas.moved(() => { clearTimeout(writing); writing = setTimeout(remember, 250); });
}
