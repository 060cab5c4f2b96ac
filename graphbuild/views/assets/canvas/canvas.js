/** The drawing: vis-network holds actors and lines, the page says how they look and what is shown. */

import { neighbours } from "../data/grouping.js";
import { readTheme } from "../lib/theme.js";
import { extentOf, freeBox, positionFor, stretched, viewOfPoints } from "./framing.js";
import { createGlide } from "./glide.js";
import { NAME } from "./grouplayout.js";
import { drawHighlight, highlighted } from "./highlight.js";
import { drawLabels, fontOf, placeLabels } from "./labels.js";
import { placeNear, placesOf } from "./placement.js";
import { targetAt } from "./pointing.js";
import { createRelax } from "./relax.js";
import { relayout } from "./relayout.js";
import { radiusAt, resize } from "./sizes.js";
import { bendsOf, clarityOf, edgeStyle, nodeStyle } from "./styles.js";

/**
 * @typedef {import("../data/payload.js").Data} Data
 * @typedef {import("../data/grouping.js").Scene} Scene
 * @typedef {import("../data/drawn.js").Drawn} Drawn
 * @typedef {{ nodes: { id: number, x: number, y: number }[], edges: { id: number }[], among: number,
 *   narrow: { nodes: { id: number, x: number, y: number }[], edges: { id: number }[], among: number }, options: any,
 *   elsewhere: { id: number, x: number, y: number }[] | null }} Opening  `among` as in what is drawn; `elsewhere` are places that the user made.
 * @typedef {{ actor: (actor: number) => void, line: (line: number) => void, nothing: () => void,
 *   hover: (what: { actor?: number, line?: number } | null, x: number, y: number) => void }} Handlers
 * @typedef {{ weight: import("../data/payload.js").Ints, degree: ArrayLike<number>, radius: ArrayLike<number> }} Measures  Of what passes:
 *   sentences by line, and of each actor its weighted degree and radius.
 * @typedef {ReturnType<typeof createCanvas>} Canvas
 */

export const NARROW = 500; // pixels
const PAPER = { x: 60, y: 35 };
const BOLD = 12; // names
const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

/**
 * @param {HTMLElement} box
 * @param {Data} data
 * @param {Opening} opening
 * @param {Drawn} first
 * @param {Measures} measured of what passes at first
 * @param {Handlers} handlers
 * @param {() => import("./framing.js").Box[]} covers what lies over the canvas, in its pixels
 */
export function createCanvas(box, data, opening, first, measured, handlers, covers) {
  const { Network, DataSet } = /** @type {any} */ (globalThis).vis;
  /** @type {Scene} what is drawn: the actors, or groups of them */
  let scene = data;
  // As large as it is while it is shown; to ask for it at every turn would lay the page out each time.
  let room = { wide: box.clientWidth, high: box.clientHeight };
  const narrow = () => room.wide < NARROW;
  const free = () => (screen ? { left: PAPER.x, right: room.wide - PAPER.x, top: PAPER.y, bottom: room.high - PAPER.y } : freeBox(room, covers()));
  let sized = 0; // the scale that all sizes are made for, 0 for none
  /** @type {{ position: { x: number, y: number }, scale: number } | null} the view on the screen, while printing */
  let screen = null;
  let places = opening.elsewhere ? placesOf([...opening.elsewhere, ...opening.nodes]) : stretched(opening.nodes, first.actors, extentOf(free()));
  const nodes = new DataSet();
  const edges = new DataSet();
  let theme = readTheme();
  /** @type {import("./highlight.js").Highlighted | null} what is in the light; null: all */
  let lit = null;
  /** @type {Drawn} */
  let shown = { actors: [], lines: [], among: 0, of: { actors: 0, lines: 0 } };
  const opened = new Map(places);
  let home = places;
  let other = false; // whether some stand elsewhere than in the first view
  let measures = measured;
  let clarity = 1;
  /** @type {{ scale: number, labels: import("./labels.js").Placed[] } | null} */
  let labels = null;
  /** @type {{ position: { x: number, y: number }, scale: number } | null} where the view is on its way to */
  let goal = null;
  /** @type {(event: string) => void} */
  let emit = () => {};
  /** @type {Map<number, string>} how each drawn line looks, so that only what changed is drawn anew */
  const looks = new Map();
  const widths = new Map();

  const node = (/** @type {number} */ actor) => nodeStyle(scene, actor, places.get(actor), theme);
  const edge = (/** @type {number} */ line, /** @type {number} */ bend) => edgeStyle(scene, line, bend, { theme, weights: measures.weight, clarity });

  /**
   * Change what vis-network holds; it would draw everything anew after each step.
   * @param {() => void} change
   */
  const quietly = (change) => {
    emit("_blockRedraw");
    change();
    emit("_allowRedraw");
  };

  /**
   * @param {Drawn} next
   * @param {Measures} measured
   */
  const draw = (next, measured) => {
    measures = measured;
    const fresh = next.actors.filter((actor) => !places.has(actor));
    fresh.sort((a, b) => measures.degree[b] - measures.degree[a]);
    placeNear(places, fresh, (actor) => neighbours(scene, actor).slice(0, 40));
    const actors = new Set(next.actors);
    const lines = new Set(next.lines);
    const gone = shown.lines.filter((line) => !lines.has(line));
    const left = shown.actors.filter((actor) => !actors.has(actor));
    const before = new Set(shown.actors);
    const come = next.actors.filter((actor) => !before.has(actor));
    const bend = bendsOf(scene, next.lines);
    clarity = clarityOf(next.lines.length);
    const look = (/** @type {number} */ line) => `${measures.weight[line]} ${bend.get(line)} ${clarity.toFixed(1)}`;
    const changed = next.lines.filter((line) => looks.get(line) !== look(line));
    for (const line of gone) looks.delete(line);
    for (const line of changed) looks.set(line, look(line));
    if (gone.length) edges.remove(gone);
    if (left.length) nodes.remove(left);
    if (come.length) nodes.add(come.map(node));
    if (changed.length) edges.update(changed.map((line) => edge(line, bend.get(line) ?? 0)));
    shown = next;
    labels = null;
    sized = 0;
  };

  /**
   * @param {Scene} next actors or groups of them
   * @param {Map<number, import("./placement.js").Point> | null} where places of their own; null: where the actors were
   * @param {Drawn} some
   * @param {Measures} measured
   * @param {boolean} fitting whether the view moves so that all is in it
   * @param {boolean} anew whether lines have other numbers than before
   */
  const show = (next, where, some, measured, fitting, anew) => {
    quietly(() => {
      if (anew || next !== scene) {
        edges.clear();
        nodes.clear();
        looks.clear();
        shown = { actors: [], lines: [], among: 0, of: { actors: 0, lines: 0 } };
        lit = null;
        glide.end();
        if (scene === data) home = places;
        scene = next;
        places = where ?? home;
      }
      draw(some, measured);
    });
    if (fitting) fitTo(shown.actors);
    emit("_requestRedraw");
  };

  /**
   * Move to other places what is drawn of actors: those of the first view, or found anew.
   * @param {boolean} built whether the places are those that the page came with
   * @param {Set<number>} held actors that stay where they are
   * @param {number[][]} groups actors that stand together
   */
  const arrange = (built, held, groups) => {
    const { source, target, kind } = scene.lines;
    const box = (/** @type {number} */ actor) => ({ x: Math.max(2 * measures.radius[actor], 3.6 * Math.min(scene.actors.name[actor].length, data.drawn.letters)) + 16, y: 2 * measures.radius[actor] + 26 });
    const ties = /** @type {[number, number, number][]} */ (shown.lines.map((line) => [source[line], target[line], measures.weight[line] * (kind[line] === data.together ? 1 : data.strength)]));
    const order = [...shown.actors].sort((a, b) => measures.degree[b] - measures.degree[a] || a - b);
    const found = built ? new Map([...opened].filter(([actor]) => !held.has(actor))) : relayout(order, ties, places, box, extentOf(free()), held, groups);
    for (const [actor, point] of found) places.set(actor, point);
    labels = null;
    other = !built;
    glide.to(new Map([...found].filter(([actor]) => network.body.nodes[actor])));
    fitTo(shown.actors);
  };

  const repaint = () => {
    const bend = bendsOf(scene, shown.lines);
    quietly(() => {
      nodes.update(shown.actors.map(node));
      edges.update(shown.lines.map((line) => edge(line, bend.get(line) ?? 0)));
    });
    labels = null;
    sized = 0;
    emit("_requestRedraw");
  };

  /**
   * Put a selection in the light and a veil over everything else.
   * @param {import("../data/grouping.js").Highlight | null} selection
   * @param {import("../data/paths.js").Path[]} paths where two actors are selected that a path links
   */
  const mark = (selection, paths) => {
    lit = highlighted(scene, shown.lines, selection, paths);
    labels = null;
    emit("_requestRedraw");
  };

  const move = (/** @type {{ position?: { x: number, y: number }, scale: number }} */ view) => {
    const { scale, position: { x, y } } = goal ?? { scale: network.getScale(), position: network.getViewPosition() };
    const next = { position: view.position ?? { x, y }, scale: view.scale };
    if (Math.abs(next.scale / scale - 1) < 0.005 && Math.hypot(next.position.x - x, next.position.y - y) * scale < 1) return;
    // A running move is stopped where it is, or vis jumps to its end and tells that as the end of the new one.
    if (goal) network.moveTo({ position: network.getViewPosition(), scale: network.getScale(), animation: false });
    goal = still() ? null : next;
    labels = null;
    network.moveTo({ ...next, animation: goal && { duration: 350, easingFunction: "easeInOutQuad" } });
  };

  /** @type {number[] | null} what the view was fitted to, until it is moved by hand */
  let framed = first.actors;
  const viewOf = (/** @type {number[]} */ actors) =>
    viewOfPoints(actors.map((actor) => places.get(actor)).filter((one) => one !== undefined), room, free());

  const fitTo = (/** @type {number[]} */ actors) => {
    framed = actors;
    move(viewOf(actors));
  };

  draw(first, measured);
  const network = new Network(box, { nodes, edges }, opening.options);
  emit = (event) => network.body.emitter.emit(event);
  network.moveTo({ ...viewOf(shown.actors), animation: false });
  const glide = createGlide(network, still);

  network.on("beforeDrawing", () => {
    const scale = network.getScale();
    if (scale === sized) return;
    sized = scale;
    resize(network, scene, shown, measures, scale, narrow());
  });
  network.on("afterDrawing", (/** @type {CanvasRenderingContext2D} */ context) => {
    drawHighlight(context, network, lit, theme);
    const scale = network.getScale();
    // While the view moves, the names stand already where they will stand in the end.
    const last = goal ?? { scale, position: network.getViewPosition() };
    if (glide.moving()) return; // names stand when their actors do
    if (!labels || (!goal && Math.abs(labels.scale / scale - 1) > 0.02)) {
      const widthOf = (/** @type {string} */ text, /** @type {boolean} */ bold) => {
        const key = `${bold}${text}`;
        if (!widths.has(key)) {
          context.font = fontOf(bold, theme);
          widths.set(key, context.measureText(text).width);
        }
        return widths.get(key);
      };
      labels = { scale: last.scale, labels: placeLabels(named(last.scale), last.scale, widthOf, frame(last), covered(last)) };
    }
    drawLabels(context, labels.labels, scale, theme);
  });

  const frame = (/** @type {{ scale: number, position: { x: number, y: number } }} */ { scale, position: { x, y } }) => {
    const [wide, high] = [room.wide / 2, room.high / 2];
    return { left: x * scale - wide, right: x * scale + wide, top: y * scale - high, bottom: y * scale + high };
  };

  const covered = (/** @type {{ scale: number, position: { x: number, y: number } }} */ view) => {
    const { left, top } = frame(view);
    return screen ? [] : covers().map((box) => ({ left: box.left + left, right: box.right + left, top: box.top + top, bottom: box.bottom + top }));
  };

  const named = (scale = network.getScale()) => {
    const positions = network.getPositions(shown.actors);
    const { degree } = measures;
    const most = new Set([...shown.actors].sort((a, b) => degree[b] - degree[a] || a - b).slice(0, BOLD));
    /** @type {Map<number, number>} */
    const lean = new Map();
    for (const line of shown.lines) {
      const [from, to] = [scene.lines.source[line], scene.lines.target[line]];
      const way = Math.sign(positions[to].x - positions[from].x);
      lean.set(from, (lean.get(from) ?? 0) + way);
      lean.set(to, (lean.get(to) ?? 0) - way);
    }
    const all = shown.actors.map((actor) => ({
      id: actor, ...positions[actor], radius: radiusAt(measures.radius[actor], scale, narrow()), name: scene.actors.name[actor], longest: scene === data ? data.drawn.letters : NAME,
      bold: most.has(actor), faded: lit !== null && !lit.actors.has(actor), lean: lean.get(actor) ?? 0,
      must: lit !== null && (lit.marked === null ? lit.actors.has(actor) : lit.marked === actor),
    }));
    return all.sort((a, b) => Number(b.must) - Number(a.must) || Number(a.faded) - Number(b.faded) || degree[b.id] - degree[a.id] || a.id - b.id);
  };

  const keepPlaces = () => {
    for (const [id, point] of Object.entries(network.getPositions(shown.actors))) places.set(Number(id), point);
    labels = null;
  };

  const boxes = () => (labels?.labels ?? []).map(({ id, text, x, y, half }) => {
    const at = network.canvasToDOM({ x, y });
    return { id, text, left: at.x - half, right: at.x + half, top: at.y - 6, bottom: at.y + 6 };
  });
  const target = (/** @type {{ x: number, y: number }} */ point, touch = false) => targetAt(network, shown.actors, boxes(), point, touch);
  network.on("click", (/** @type {any} */ { pointer, event }) => {
    const what = target(pointer.DOM, event.pointerType === "touch");
    if (what?.actor !== undefined) handlers.actor(what.actor);
    else if (what?.line !== undefined) handlers.line(what.line);
    else handlers.nothing();
  });
  const hover = (/** @type {PointerEvent} */ { pointerType, buttons, offsetX: x, offsetY: y }) => {
    if (pointerType !== "touch") handlers.hover(buttons ? null : target({ x, y }), x, y);
  };
  box.addEventListener("pointermove", hover);
  box.addEventListener("pointerleave", () => handlers.hover(null, 0, 0));
  network.on("dragEnd", (/** @type {any} */ { nodes: dragged }) => {
    keepPlaces();
    other ||= dragged.length > 0;
  });
  for (const event of ["animationFinished", "dragStart", "zoom"]) network.on(event, () => {
    if (!goal) return;
    if (event !== "animationFinished") labels = null;
    goal = null;
    emit("_requestRedraw");
  });
  network.on("dragging", () => { if (network.getSelectedNodes().length) labels = null; });
  for (const event of ["dragStart", "zoom"]) network.on(event, () => handlers.hover(null, 0, 0));
  for (const event of ["dragStart", "zoom"]) network.on(event, (/** @type {any} */ { nodes: dragged }) => { if (!dragged?.length) framed = null; });
  const measure = () => {
    if (!box.clientWidth || !box.clientHeight) return;
    const resized = room.wide !== box.clientWidth || room.high !== box.clientHeight;
    room = { wide: box.clientWidth, high: box.clientHeight };
    // A view that was fitted is fitted anew; one that a hand has moved stays where it is.
    if (resized && framed && !screen) setTimeout(() => { if (framed && !screen) network.moveTo({ ...viewOf(framed), animation: false }); labels = null; });
  };
  new ResizeObserver(measure).observe(box);
  const keepScreen = () => {
    if (matchMedia("print").matches) screen ??= goal ?? { position: network.getViewPosition(), scale: network.getScale() };
  };
  const paper = () => {
    measure();
    const printing = matchMedia("print").matches;
    keepScreen();
    if (!screen) return;
    goal = null;
    network.moveTo({ ...(printing ? viewOf(shown.actors) : screen), animation: false });
    labels = null;
    network.redraw(); // paper does not wait for the next frame
    if (!printing) setTimeout(() => { screen = null; }, 3000);
  };
  // The canvas takes the size of the paper, later of the window again, before or after the media query changes;
  // vis-network scales the view after telling.
  network.on("resize", () => {
    keepScreen();
    setTimeout(paper);
  });
  for (const media of ["(prefers-color-scheme: dark)", "print"]) matchMedia(media).addEventListener("change", () => {
    theme = readTheme();
    repaint();
    if (media === "print") paper();
  });

  const relaxing = createRelax(network, () => { labels = null; }, () => {
    keepPlaces();
    other = true;
    network.redraw();
  });

  return {
    network, show, arrange, mark, named, room: () => extentOf(free()), fit: () => fitTo(shown.actors),
    /** @param {number} actor */
    centre(actor) {
      const point = places.get(actor);
      if (!point) return;
      framed = null;
      const scale = Math.max(network.getScale(), 0.9);
      move({ position: positionFor(point, scale, room, free()), scale });
    },
    /**
     * Move the view only if the actor is out of it.
     * @param {number} actor
     */
    reveal(actor) {
      const { x, y } = this.where(actor);
      const { left, right, top, bottom } = free();
      if (x < left - 20 || y < top - 20 || x > right + 20 || y > bottom + 20) this.centre(actor);
    },
    /** @param {number} factor */
    zoom(factor) {
      framed = null;
      move({ scale: Math.min(Math.max(network.getScale() * factor, 0.05), 6) });
    },
    relax: relaxing.toggle,
    busy: () => goal !== null || glide.moving() || relaxing.running(),
    /** @returns {import("../state/address.js").Seen} */
    seen() {
      const at = framed ? null : network.getViewPosition();
      return { camera: at && { ...at, scale: network.getScale() }, places: other ? shown.actors.map((actor) => places.get(actor) ?? { x: 0, y: 0 }) : null };
    },
    /** @param {import("../state/address.js").Seen} seen */
    restore({ camera, places: spots }) {
      if (spots?.length === shown.actors.length) {
        shown.actors.forEach((actor, n) => places.set(actor, spots[n]));
        glide.to(new Map(shown.actors.map((actor, n) => [actor, spots[n]])));
        other = true;
      }
      if (!camera) return fitTo(shown.actors);
      framed = null;
      return move({ position: { x: camera.x, y: camera.y }, scale: camera.scale });
    },
    /** @param {() => void} act told when a hand has moved something */
    moved: (act) => { for (const event of ["dragEnd", "zoom"]) network.on(event, act); },
    moving: () => goal !== null || glide.moving(),
    theme: () => theme,
    frame: fitTo,
    /** @param {number} actor */
    where: (actor) => network.canvasToDOM(places.get(actor)),
    at: target,
    labelBoxes: boxes,
    placed: () => labels?.labels ?? [],
    lit: () => lit,
  };
}
