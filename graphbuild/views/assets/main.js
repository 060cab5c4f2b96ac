/** The page: state in one object, every view drawn from it. */

import { ledgerCard, paintLedgerButton, toldLine } from "./amend.js";
import { createCanvas, neighbours } from "./canvas.js";
import { actorCard, overviewCard, pairCard, pathCard, pathsBetween } from "./cards.js";
import { correct, follow } from "./corrections.js";
import { lineTip, typeOf } from "./pieces.js";
import { readData } from "./data.js";
import { el, refill } from "./dom.js";
import { GROUPS, createSieve, drawn, isFiltered, isOn, noFilters } from "./filters.js";
import { createFinder } from "./finder.js";
import { groupCard, groupName, groupTip, groupsCard } from "./groups.js";
import { EMPTY, amended, isUnsaved, keep, kept, keyOf, redone, toFile, undone, without } from "./ledger.js";
import { fromHash, toHash } from "./link.js";
import { nearest } from "./keys.js";
import { createMenu } from "./menu.js";
import { createPanel, legend } from "./panel.js";
import { copy, createSaveMenu } from "./savemenu.js";
import { createPins } from "./pins.js";
import { buildIndex } from "./search.js";
import { back, createStore, initialState, select, toggle, withOnly } from "./state.js";
import { createTable } from "./table.js";
import { download, shownRows, toCsv, toGraphml, toPng, toSvg } from "./takeaway.js";
import { TEXTS, choiceText, plural } from "./texts.js";
import { placeNear } from "./places.js";
import { createTimeline } from "./timeline.js";
import { FOLDS, drawnGroups, fold, groupPlaces, groupRows, lightOf } from "./views.js";

const NEIGHBOURS = 15;
const RELAX = 4000;

const read = (/** @type {string} */ id) => document.getElementById(id)?.textContent ?? "";
const place = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** @type {import("./canvas.js").Opening} */
const opening = JSON.parse(read("data-opening"));
const base = readData(JSON.parse(read("data-core")), read);
// What every view reads: the base with the corrections applied, in one object that stays.
const data = { ...base };
const start = initialState(Math.max(opening.nodes.length, 1));
const openingDrawn = {
  actors: opening.nodes.map(({ id }) => id).sort((a, b) => a - b),
  lines: opening.edges.map(({ id }) => id).sort((a, b) => a - b),
};

const corpus = keyOf(base);
/** @type {import("./pieces.js").LedgerView} */
const ledger = { now: kept(corpus), idle: [], keeps: keep(corpus, kept(corpus)) };
applyLedger();
let passing = createSieve(data);
let passed = passing(start.filters);
// Every link that there is to see: co-occurrences that only echo a stated relation are not counted.
let linksInAll = passed.lines;
let shown = data.lines === base.lines ? openingDrawn : drawn(data, passed, start);
/** @typedef {import("./views.js").Folded} Folded */
/** @type {Folded | null} what is drawn if it is groups of actors */
let folded = null;
let shownGroups = { actors: /** @type {number[]} */ ([]), lines: /** @type {number[]} */ ([]) };
/** @type {Map<import("./views.js").Fold, Folded>} of what passes now */
const folds = new Map();
/** @type {Map<string, import("./places.js").Point>} */
const groupSpots = new Map();
/** @type {import("./search.js").Index | null} */
let index = null;

const announce = (/** @type {string} */ words) => { place("live").textContent = words; };

/** @type {import("./pieces.js").Actions} */
const actions = {
  actor: openActor,
  pair: (pair, line) => store.set({ ...select(store.get(), { pair, line }), panel: "none" }),
  back: () => store.set(back(store.get())),
  close: () => store.set(select(store.get(), null)),
  hide: (actor) => {
    const { hidden, pinned, selected } = store.get();
    const open = selected !== null && "actor" in selected && selected.actor === actor;
    store.set({ hidden: [...hidden, actor], pinned: pinned.filter((one) => one !== actor), ...(open ? select(store.get(), null) : {}) });
    announce(`${TEXTS.hiddenActors(hidden.length + 1)}.`);
  },
  pin: (actor) => {
    const { pinned, hidden } = store.get();
    store.set({ pinned: pinned.includes(actor) ? pinned.filter((one) => one !== actor) : [...pinned, actor], hidden: hidden.filter((one) => one !== actor) });
  },
  centre: (actor) => showOnCanvas(actor),
  ego: (actor, depth) => {
    const { ego } = store.get();
    store.set({ fold: null, ego: ego?.actor === actor && ego.depth === depth ? null : { actor, depth } });
  },
  path: (from, to) => {
    const found = pathsBetween(data, passed, from, to).flatMap((path) => path?.actors ?? []);
    if (folded) store.set({ fold: null });
    add([from, to, ...found].filter((actor) => !shown.actors.includes(actor)));
    store.set({ ...select(store.get(), { from, to }), view: "graph", panel: "none" });
    canvas.frame([from, to, ...found]);
  },
  copy,
  amend: (correction) => turnLedger(amended(ledger.now, correction), `${toldLine(base, correction)}.`),
  unamend: (at) => turnLedger(without(ledger.now, at), ""),
  undo: () => turnLedger(undone(ledger.now), TEXTS.undone),
  redo: () => turnLedger(redone(ledger.now), TEXTS.redone),
  clearLedger: () => turnLedger({ ...EMPTY, past: [...ledger.now.past, ledger.now.list] }, ""),
  closeLedger: () => store.set({ panel: "none" }),
  saveLedger: () => {
    const file = toFile(ledger.now.list);
    download("corrections.csv", file, "text/csv");
    ledger.now = { ...ledger.now, saved: file };
    keep(corpus, ledger.now);
    paintLedgerButton(place("show-corrections"), ledger.now);
    renderCard(store.get(), false);
  },
};
/** @type {import("./pieces.js").Memo} what is open and typed in the card that is shown */
let memo = {};
/** @type {() => import("./pieces.js").Context} */
const context = () => ({
  data, base, passed, actions, canGoBack: store.get().trail.length > 1, ego: store.get().ego, pinned: store.get().pinned,
  hidden: store.get().hidden, ledger, memo,
  finder: (choose, id, hint) => createFinder(data, names, choose, announce, id, hint).box,
});
const names = () => (index ??= buildIndex(data.actors));

const canvas = createCanvas(place("canvas"), data, opening, shown, {
  actor: openNode,
  line: (line) => (folded ? openGroup(folded.lines.source[line], folded.lines.target[line]) : actions.pair(data.lines.pair[line], line)),
  nothing: () => actions.close(),
  hover: showTip,
}, () => (getComputedStyle(place("side")).position === "absolute" && store.get().selected ? place("side").clientHeight : 0));
const panel = createPanel(data, {
  toggle: (group, choice) => store.set({ filters: toggle(store.get().filters, group, choice) }),
  only: (group, only) => store.set({ filters: withOnly(store.get().filters, group, only) }),
  minimum: (minimum) => store.set({ filters: { ...store.get().filters, minimum } }),
  backbone: (backbone) => store.set({ filters: { ...store.get().filters, backbone } }),
  reset: resetFilters,
});
const timeline = createTimeline(data, (days) => store.set({ filters: { ...store.get().filters, days } }));
const table = createTable(context, (tab) => store.set({ tab }));
const finder = createFinder(data, names, openActor, announce);
const store = createStore(start, render);
const pins = createPins(canvas.network, () => (folded ? [] : store.get().pinned), canvas.theme);
const menu = createMenu(place("stage"), (actor) => data.actors.name[actor], (actor) => [
  { text: TEXTS.openCard, act: () => openActor(actor) },
  { text: TEXTS.pin, act: () => actions.pin(actor), checked: store.get().pinned.includes(actor) },
  { text: TEXTS.ego[0], act: () => actions.ego(actor, 1), checked: store.get().ego?.actor === actor },
  { text: TEXTS.hide, act: () => actions.hide(actor) },
  { text: TEXTS.correct, act: () => openAmendments(actor) },
]);
canvas.network.on("oncontext", (/** @type {any} */ { event, pointer }) => {
  const actor = canvas.network.getNodeAt(pointer.DOM);
  if (actor === undefined || folded) return;
  event.preventDefault();
  showTip(null, 0, 0);
  menu.open(actor, pointer.DOM.x, pointer.DOM.y);
});
let written = "";
/** @type {ReturnType<typeof setTimeout> | undefined} */
let writing;

build();
render(store.get(), null);
if (location.hash.length > 1 || document.body.dataset.start) restore(location.hash.slice(1) || document.body.dataset.start);
addEventListener("beforeunload", (event) => { if (!ledger.keeps && isUnsaved(ledger.now) && window === window.top) event.preventDefault(); });
addEventListener("hashchange", () => { if (location.hash.slice(1) !== written) restore(); });
(globalThis.requestIdleCallback ?? setTimeout)(names); // so that the first letter typed finds the index made
// For tests and for the curious; nothing in the page uses it.
Object.assign(globalThis, { graphbuild: { state: store.get, canvas, data, shown: () => shown, folded: () => folded, corrections: () => ledger.now.list } });

/** @param {import("./views.js").Fold} by */
function foldedBy(by) {
  let made = folds.get(by);
  if (!made) {
    const passedGroups = fold(data, passed, by);
    made = { ...passedGroups, actors: { ...passedGroups.actors, name: passedGroups.keys.map((_, group) => groupName(passedGroups, group)) } };
    folds.set(by, made);
  }
  return made;
}

/**
 * The card of a group, or of all between two.
 * @param {number} group
 * @param {number} [other]
 */
function openGroup(group, other) {
  const own = folded ?? selectedFold();
  if (!own) return;
  const groups = [group, ...(other === undefined ? [] : [other])];
  store.set({ ...select(store.get(), { groups: groups.map((one) => own.keys[one]), by: own.by }), panel: "none" });
  announce(groups.map((one) => own.actors.name[one]).join(" – "));
  if (folded) canvas.reveal(group);
}

/** The groups that the selection is of. */
function selectedFold() {
  const { selected } = store.get();
  return selected && "groups" in selected ? foldedBy(selected.by) : null;
}

/** @param {number} node an actor or a group, whichever is drawn */
function openNode(node) {
  if (folded) openGroup(node);
  else openActor(node);
}

/** @param {number} actor */
function openActor(actor) {
  const { ego } = store.get();
  if (folded) {
    store.set({ ...select(store.get(), { actor }), panel: "none" });
    announce(data.actors.name[actor]);
    if (folded.of[actor] >= 0) canvas.reveal(folded.of[actor]);
    return;
  }
  if (ego && !shown.actors.includes(actor)) store.set({ ego: null });
  const fresh = !shown.actors.includes(actor);
  if (fresh) add([actor, ...neighbours(data, actor).filter((one) => passed.actorOk[one]).slice(0, NEIGHBOURS)]);
  store.set({ ...select(store.get(), { actor }), panel: "none" });
  const links = data.linesOf(actor).filter((line) => passed.lineOk[line]).length;
  announce(TEXTS.spoken(data.actors.name[actor], choiceText("types", typeOf(data, actor))[0], data.actors.degree[actor], links));
  if (fresh || document.activeElement === finder.input) showOnCanvas(actor);
  else canvas.reveal(actor);
}

/** @param {number[]} actors */
function add(actors) {
  const { added, hidden } = store.get();
  store.set({ ego: null, added: [...new Set([...added, ...actors])], hidden: hidden.filter((one) => !actors.includes(one)) });
}

/** @param {number} actor */
function showOnCanvas(actor) {
  if (folded) store.set({ fold: null });
  if (!shown.actors.includes(actor)) add([actor]);
  if (store.get().view !== "graph") store.set({ view: "graph" });
  canvas.centre(actor);
}

/**
 * The card of an actor with what can be set right about it.
 * @param {number} actor
 */
function openAmendments(actor) {
  openActor(actor);
  memo = { amend: true };
  renderCard(store.get(), false);
  /** @type {HTMLElement | null} */ (place("side").querySelector("#amend-name"))?.focus();
}

/** Apply the corrections to what the views read. */
function applyLedger() {
  const { data: corrected, idle } = correct(base, ledger.now.list);
  ledger.idle = idle;
  Object.assign(data, corrected);
}

/**
 * Go over to other corrections: everything shown follows.
 * @param {import("./ledger.js").Ledger} next
 * @param {string} words what was done
 */
function turnLedger(next, words) {
  if (next === ledger.now) return;
  const before = { ...data };
  ledger.now = next;
  ledger.keeps = keep(corpus, next);
  applyLedger();
  index = null;
  passing = createSieve(data);
  linksInAll = passing(noFilters()).lines;
  canvas.draw({ actors: [], lines: [] }, passed.weight); // lines have other numbers now
  const state = store.get();
  const living = (/** @type {number[]} */ actors) => [...new Set(actors.map((actor) => data.actors.heir[actor]).filter((actor) => actor >= 0))];
  const [centre] = living(state.ego ? [state.ego.actor] : []);
  const trail = state.trail.map((one) => follow(one, before, data)).filter((one, at) => one !== null || state.trail[at] === null);
  store.set({
    edition: state.edition + 1, selected: follow(state.selected, before, data), trail, added: living(state.added), hidden: living(state.hidden),
    pinned: living(state.pinned), ego: state.ego && centre !== undefined ? { ...state.ego, actor: centre } : null,
  });
  say(words);
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let fading;

/**
 * Say what was done, with a way back.
 * @param {string} words
 */
function say(words) {
  const toast = place("toast");
  clearTimeout(fading);
  toast.hidden = !words;
  if (!words) return;
  announce(words);
  const undo = ledger.now.past.length > 0 && words !== TEXTS.undone && el("button", { type: "button", class: "text", on: { click: actions.undo } }, TEXTS.undo);
  toast.replaceChildren(el("span", null, words), undo || "");
  fading = setTimeout(() => { toast.hidden = true; }, 7000);
}

function resetFilters() {
  store.set({ filters: noFilters() });
}

/**
 * @param {import("./state.js").State} state
 * @param {import("./state.js").State | null} before
 */
function render(state, before) {
  const changed = (/** @type {(keyof import("./state.js").State)[]} */ ...keys) => !before || keys.some((key) => state[key] !== before[key]);
  if (changed("filters", "edition")) {
    if (before) passed = passing(state.filters);
    panel.update(state.filters, passed);
    timeline?.update(state.filters.days, passed.perDay);
  }
  if (changed("filters", "edition")) folds.clear();
  if (changed("filters", "limit", "added", "hidden", "pinned", "ego", "edition", "fold")) {
    const untouched = !isFiltered(state.filters) && state.limit === start.limit && !state.added.length && !state.hidden.length && !state.pinned.length && !state.ego && data.lines === base.lines;
    shown = untouched ? openingDrawn : drawn(data, passed, state);
    if (before) redraw(state, before, changed("filters", "limit", "ego"));
    pins.hold();
    renderStatus(state);
  }
  if (before && changed("selected", "filters", "added", "hidden", "pinned", "limit", "ego", "edition", "fold")) canvas.mark(lightOf(data, state.selected, folded, foldedBy), folded ? [] : pathsOf(state.selected));
  if (changed("selected") && !changed("edition")) memo = {};
  if (changed("selected", "filters", "ego", "pinned", "edition", "panel")) renderCard(state, before !== null && changed("selected", "panel") && !changed("edition"));
  if (changed("edition")) paintLedgerButton(place("show-corrections"), ledger.now);
  if (changed("view", "tab", "filters", "hidden", "pinned", "edition") && state.view === "table") table.update(state.tab);
  if (changed("view", "panel", "fold")) renderView(state);
  if (before && location.protocol !== "about:") {
    clearTimeout(writing);
    writing = setTimeout(remember, 250);
  }
}

/**
 * @param {import("./state.js").State} state
 * @param {import("./state.js").State} before
 * @param {boolean} fitting
 */
function redraw(state, before, fitting) {
  folded = state.fold && foldedBy(state.fold);
  if (!folded) {
    if (before.fold) canvas.turn(data, null, shown, passed.weight, true);
    else canvas.draw(shown, passed.weight, fitting);
    return;
  }
  const { by, keys, linesOf, lines } = folded;
  shownGroups = drawnGroups(folded);
  const spot = (/** @type {number} */ group) => groupSpots.get(`${by} ${keys[group]}`);
  const places = shownGroups.actors.some(spot) ? new Map() : groupPlaces(folded, shownGroups, canvas.shape());
  for (const group of shownGroups.actors) {
    const known = spot(group);
    if (known) places.set(group, known);
  }
  placeNear(places, shownGroups.actors.filter((group) => !places.has(group)), (group) => [...linesOf(group)].map((line) => (lines.source[line] === group ? lines.target[line] : lines.source[line])));
  for (const [group, point] of places) groupSpots.set(`${by} ${keys[group]}`, point);
  canvas.turn(folded, places, shownGroups, lines.weight, true);
}

/** Keep the address in step with the view, so that copying it, or reloading, restores the view. */
function remember() {
  written = toHash(store.get(), data, start.limit);
  history.replaceState(null, "", written ? `#${written}` : location.pathname + location.search);
}

function restore(words = location.hash.slice(1)) {
  written = words;
  store.set(fromHash(words, data, start));
  const { selected } = store.get();
  if (selected && "actor" in selected && !shown.actors.includes(selected.actor)) add([selected.actor]);
  canvas.fit();
}

/** @param {import("./state.js").Selection | null} selected */
function pathsOf(selected) {
  if (!selected || !("from" in selected)) return [];
  return pathsBetween(data, passed, selected.from, selected.to).filter((path) => path !== null);
}

/** @param {import("./state.js").State} state */
function renderStatus(state) {
  const filtered = isFiltered(state.filters);
  const partly = shown.actors.length < passed.actors - state.hidden.filter((actor) => passed.actorOk[actor]).length;
  const why = state.ego ? TEXTS.whyEgo(data.actors.name[state.ego.actor].slice(0, 60)) : filtered ? (partly ? TEXTS.whyBoth : TEXTS.whyFiltered) : partly ? TEXTS.whyStrongest : TEXTS.whyEverything;
  const { backbone } = state.filters;
  const spine = backbone < 1 ? ` · ${TEXTS.whyBackbone(backbone, passed.lines, passed.whole)}` : "";
  const off = GROUPS.find((group) => passed.counts[group].size > 1 && [...passed.counts[group].keys()].every((word) => !isOn(state.filters[group], word)));
  refill(
    place("status"),
    el("p", null, el("strong", null, TEXTS.actorsShown(shown.actors.length, data.actors.live)), " · ", el("strong", null, TEXTS.linksShown(shown.lines.length, linksInAll)), el("span", { class: "soft" }, ` · ${why}${spine}`)),
    el(
      "p",
      { class: "status-tools" },
      state.ego && el("button", { type: "button", class: "text", on: { click: () => store.set({ ego: null }) } }, TEXTS.egoAll),
      partly && !state.ego && el("button", { type: "button", class: "text", on: { click: () => store.set({ limit: state.limit + 200 }) } }, TEXTS.showMore),
      filtered && el("button", { type: "button", class: "text", on: { click: resetFilters } }, TEXTS.reset),
      state.pinned.length > 0 && el("button", { type: "button", class: "text", on: { click: () => store.set({ pinned: [] }) } }, `${TEXTS.pinned(state.pinned.length)} – ${TEXTS.unpin}`),
      state.hidden.length > 0 && el("button", { type: "button", class: "text", on: { click: () => store.set({ hidden: [] }) } }, `${TEXTS.hiddenActors(state.hidden.length)} – ${TEXTS.unhide}`),
    ),
  );
  if (folded) {
    refill(
      place("status"),
      el("p", null, el("strong", null, TEXTS.groupsShown(shownGroups.actors.length, folded.actors.size, TEXTS.foldMany[folded.by])), " · ", el("strong", null, TEXTS.linksShown(shownGroups.lines.length, folded.lines.size)), el("span", { class: "soft" }, ` · ${TEXTS.whyFold[folded.by]}${spine}`)),
      el(
        "p",
        { class: "status-tools" },
        el("button", { type: "button", class: "text", on: { click: () => store.set({ fold: null }) } }, TEXTS.foldBack),
        filtered && el("button", { type: "button", class: "text", on: { click: resetFilters } }, TEXTS.reset),
      ),
    );
  }
  const empty = place("empty");
  empty.hidden = shown.actors.length > 0;
  empty.replaceChildren(
    el("p", null, data.actors.live === 0 ? TEXTS.emptyData : off ? TEXTS.emptyGroup(TEXTS.groups[off]) : TEXTS.emptyFilters),
    data.actors.live > 0 && el("button", { type: "button", class: "primary", on: { click: resetFilters } }, TEXTS.reset) || "",
  );
}

/**
 * @param {import("./state.js").State} state
 * @param {boolean} focus
 */
function renderCard(state, focus) {
  const box = place("side");
  const { selected } = state;
  const listing = state.panel === "corrections";
  const card = listing ? ledgerCard(context()) : cardOf(selected);
  const inside = refill(box, card);
  box.classList.toggle("open", selected !== null || listing);
  const title = /** @type {HTMLElement | null} */ (box.querySelector("#card-title"));
  if (focus) {
    box.scrollTop = 0;
    if ((selected || listing) && inside) title?.focus();
  } else if (inside && !box.contains(document.activeElement)) {
    // What had the focus is gone: the next of its kind takes it, else the card.
    const rejects = /** @type {NodeListOf<HTMLElement>} */ (box.querySelectorAll("button.reject"));
    (memo.focus === undefined ? title : rejects[Math.min(memo.focus, rejects.length - 1)] ?? title)?.focus();
  }
  memo.focus = undefined;
}

/** @param {import("./state.js").Selection | null} selected */
function cardOf(selected) {
  if (!selected) return overviewCard(context());
  if ("actor" in selected) return actorCard(context(), selected.actor);
  if ("from" in selected) return pathCard(context(), selected.from, selected.to);
  if ("groups" in selected) {
    const own = foldedBy(selected.by);
    const [one, other] = selected.groups.map((key) => own.place.get(key));
    if (one === undefined || (selected.groups.length > 1 && other === undefined)) return overviewCard(context());
    return other === undefined ? groupCard(context(), own, one, openGroup) : groupsCard(context(), own, one, other, openGroup);
  }
  return pairCard(context(), selected.pair, selected.line);
}

/** @param {import("./state.js").State} state */
function renderView(state) {
  document.body.dataset.view = state.view;
  document.body.dataset.panel = state.panel;
  for (const name of ["graph", "table"]) place(`view-${name}`).setAttribute("aria-pressed", String(state.view === name));
  /** @type {HTMLSelectElement} */ (place("fold")).value = state.fold ?? "";
  place("show-filters").setAttribute("aria-expanded", String(state.panel === "filters"));
  place("show-corrections").setAttribute("aria-expanded", String(state.panel === "corrections"));
  place("stage").hidden = state.view !== "graph";
  place("table").hidden = state.view !== "table";
}

function build() {
  const button = (/** @type {string} */ id, /** @type {string} */ text, /** @type {() => void} */ click, /** @type {any} */ more = {}) =>
    el("button", { type: "button", id, on: { click }, ...more }, text);
  place("tools").append(
    finder.box,
    el(
      "div",
      { class: "segments", role: "group" },
      button("view-graph", TEXTS.graph, () => store.set({ view: "graph" })),
      button("view-table", TEXTS.table, () => store.set({ view: "table", panel: "none" })),
    ),
    el(
      "div",
      { class: "fold" },
      el("label", { for: "fold" }, TEXTS.foldLabel),
      el("select", { id: "fold", on: { change: (/** @type {any} */ event) => store.set({ fold: FOLDS.find((by) => by === event.target.value) ?? null, view: "graph" }) } }, Object.entries(TEXTS.folds).map(([by, text]) => el("option", { value: by }, text))),
    ),
    button("show-corrections", TEXTS.corrections, () => {
      const listing = store.get().panel === "corrections";
      store.set({ panel: listing ? "none" : "corrections" });
      if (!listing) /** @type {HTMLElement | null} */ (place("side").querySelector("#card-title"))?.focus();
    }),
    button("show-filters", TEXTS.filters, () => store.set({ panel: store.get().panel === "filters" ? "none" : "filters" })),
  );
  place("filters").append(
    el("div", { class: "panel-bar" }, el("h2", null, TEXTS.legend), el("span", { class: "spring" }), button("close-filters", "×", () => store.set({ panel: "none" }), { class: "icon", "aria-label": TEXTS.close })),
    legend(),
    panel.box,
  );
  place("table").append(table.box);
  if (timeline) place("stage").after(timeline.box);
  place("zoom").append(
    button("zoom-in", "+", () => canvas.zoom(1.35), { "aria-label": TEXTS.zoomIn, title: TEXTS.zoomIn }),
    button("zoom-out", "−", () => canvas.zoom(1 / 1.35), { "aria-label": TEXTS.zoomOut, title: TEXTS.zoomOut }),
    button("fit", TEXTS.fit, () => canvas.fit()),
    button("relax", TEXTS.relax, relax, { "aria-pressed": "false", title: TEXTS.relaxHint }),
    saveMenu(),
  );
  const stage = place("canvas");
  stage.setAttribute("aria-label", TEXTS.canvasLabel);
  stage.addEventListener("keydown", canvasKey);
  document.addEventListener("keydown", pageKey);
}

/** Everything that can be taken away. */
function saveMenu() {
  const rows = () => /** @type {ReturnType<typeof shownRows>} */ (/** @type {unknown} */ (folded ? groupRows(folded, shownGroups) : shownRows(data, shown, passed.weight)));
  /** @type {[string, () => void][]} */
  const ways = [
    [TEXTS.savePng, async () => download("graph.png", await toPng(/** @type {HTMLCanvasElement} */ (place("canvas").querySelector("canvas")), canvas.theme().paper), "image/png")],
    [TEXTS.saveSvg, () => download("graph.svg", toSvg(folded ?? data, canvas.network, folded ? shownGroups : shown, canvas.theme()), "image/svg+xml")],
    [TEXTS.saveGraphml, () => download("graph.graphml", toGraphml(rows()), "application/xml")],
    [TEXTS.saveActors, () => download("actors.csv", toCsv(rows().actors), "text/csv")],
    [TEXTS.saveLinks, () => download("links.csv", toCsv(rows().links), "text/csv")],
    [TEXTS.saveJson, () => download("graph.json", JSON.stringify(rows(), null, 1), "application/json")],
  ];
  return createSaveMenu(ways, () => {
    remember();
    return copy(location.href);
  });
}

function relax() {
  const button = place("relax");
  const on = canvas.relax(RELAX, () => button.setAttribute("aria-pressed", "false"));
  if (on) button.setAttribute("aria-pressed", "true");
}

/**
 * @param {{ actor?: number, line?: number } | null} what
 * @param {number} x
 * @param {number} y
 */
function showTip(what, x, y) {
  const tip = place("tip");
  tip.hidden = what === null;
  place("canvas").classList.toggle("pointing", what !== null);
  if (!what) return;
  if (what.actor !== undefined) {
    const { name, degree } = (folded ?? data).actors;
    const kind = folded ? plural(folded.members(what.actor).length, "actor", "actors") : choiceText("types", typeOf(data, what.actor))[0];
    tip.replaceChildren(el("bdi", null, name[what.actor].slice(0, 120)), el("span", { class: "soft" }, `${kind} · ${plural(degree[what.actor], "sentence", "sentences")}`));
  } else if (what.line !== undefined && folded) tip.replaceChildren(...groupTip(folded, what.line));
  else if (what.line !== undefined) tip.replaceChildren(...lineTip(data, what.line, passed.weight[what.line]));
  const box = place("stage").getBoundingClientRect();
  tip.style.left = `${Math.max(8, Math.min(x + 14, box.width - 260))}px`;
  tip.style.top = `${Math.min(y + 16, box.height - 60)}px`;
}

/** @param {KeyboardEvent} event */
function canvasKey(event) {
  const ways = /** @type {Record<string, [number, number]>} */ ({ ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] });
  const way = ways[event.key];
  if (way) step(way);
  else if (event.key === "+" || event.key === "=") canvas.zoom(1.35);
  else if (event.key === "-") canvas.zoom(1 / 1.35);
  else if (event.key === "0") canvas.fit();
  else if ((event.key === "ContextMenu" || (event.key === "F10" && event.shiftKey)) && onStage() !== null) {
    const { x, y } = canvas.where(/** @type {number} */ (onStage()));
    menu.open(/** @type {number} */ (onStage()), x, y);
  } else if (event.key === "Enter") /** @type {HTMLElement | null} */ (place("side").querySelector("#card-title"))?.focus();
  else return;
  event.preventDefault();
}

/** The actor that is selected and drawn, or null. */
function onStage() {
  const { selected } = store.get();
  return selected && "actor" in selected && shown.actors.includes(selected.actor) ? selected.actor : null;
}

/**
 * Select the nearest actor in a direction; the largest one to begin with.
 * @param {[number, number]} way
 */
function step([dx, dy]) {
  const { selected } = store.get();
  const light = lightOf(data, selected, folded, foldedBy);
  const now = light && "actor" in light ? light.actor : null;
  const all = canvas.named();
  if (!all.length) return;
  const from = all.find(({ id }) => id === now);
  if (!from) {
    openNode(all.reduce((a, b) => (b.radius > a.radius ? b : a)).id);
    return;
  }
  const best = nearest(all, from, [dx, dy]);
  if (best !== null) openNode(best);
}

/** @param {KeyboardEvent} event */
function pageKey(event) {
  const { target } = event;
  const typing = (target instanceof HTMLInputElement && (target.type === "search" || target.type === "text")) || target instanceof HTMLSelectElement;
  if ((event.ctrlKey || event.metaKey) && !event.altKey && !(target instanceof HTMLInputElement && typing && target.value) && /^[zy]$/i.test(event.key)) {
    event.preventDefault();
    if (event.shiftKey || event.key.toLowerCase() === "y") actions.redo();
    else actions.undo();
    return;
  }
  if (event.key === "/" && !typing) {
    finder.input.focus();
    event.preventDefault();
  } else if (event.key === "Escape") {
    if (store.get().panel !== "none") store.set({ panel: "none" });
    else actions.close();
  }
}
