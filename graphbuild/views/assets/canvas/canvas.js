/** The drawing: vis-network holds actors and lines, the page says how they look and what is shown. */

import { neighbours } from "../data/grouping.js";
import { readTheme } from "../lib/theme.js";
import { extentOf, freeBox, positionFor, viewOfPoints } from "./framing.js";
import { NAME } from "./grouplayout.js";
import { drawHighlight, highlighted } from "./highlight.js";
import { drawLabels, fontOf, placeLabels } from "./labels.js";
import { placeNear } from "./placement.js";
import { targetAt } from "./pointing.js";
import { radiusAt, resize } from "./sizes.js";
import { bendsOf, clarityOf, edgeStyle, nodeStyle } from "./styles.js";

/**
 * @typedef {import("../data/payload.js").Data} Data
 * @typedef {import("../data/grouping.js").Scene} Scene
 * @typedef {import("../data/filters.js").Drawn} Drawn
 * @typedef {{ nodes: { id: number, x: number, y: number }[], edges: { id: number }[], among: number,
 *   narrow: { nodes: { id: number, x: number, y: number }[], edges: { id: number }[], among: number }, options: any }} Opening  `among` as in what is drawn.
 * @typedef {{ actor: (actor: number) => void, line: (line: number) => void, nothing: () => void,
 *   hover: (what: { actor?: number, line?: number } | null, x: number, y: number) => void }} Handlers
 * @typedef {ReturnType<typeof createCanvas>} Canvas
 */

export const NARROW = 500; // pixels
const PAPER = { x: 60, y: 35 };
const STRETCH = 1.6;
const BOLD = 12; // names
const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

/**
 * @param {HTMLElement} box
 * @param {Data} data
 * @param {Opening} opening
 * @param {Drawn} first
 * @param {Handlers} handlers
 * @param {() => import("./framing.js").Box[]} covers what lies over the canvas, in its pixels
 */
export function createCanvas(box, data, opening, first, handlers, covers) {
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
  let places = stretched(opening.nodes, first.actors, extentOf(free()));
  const nodes = new DataSet();
  const edges = new DataSet();
  let theme = readTheme();
  /** @type {import("./highlight.js").Highlighted | null} what is in the light; null: all */
  let lit = null;
  /** @type {Drawn} */
  let shown = { actors: [], lines: [], among: 0 };
  let home = places;
  let weights = scene.lines.weight;
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
  const edge = (/** @type {number} */ line, /** @type {number} */ bend) => edgeStyle(scene, line, bend, { theme, weights, clarity });

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
   * @param {import("../data/payload.js").Ints} weight sentences that pass, by line
   */
  const draw = (next, weight) => {
    weights = weight;
    const fresh = next.actors.filter((actor) => !places.has(actor));
    fresh.sort((a, b) => scene.actors.degree[b] - scene.actors.degree[a]);
    placeNear(places, fresh, (actor) => neighbours(scene, actor).slice(0, 40));
    const actors = new Set(next.actors);
    const lines = new Set(next.lines);
    const gone = shown.lines.filter((line) => !lines.has(line));
    const left = shown.actors.filter((actor) => !actors.has(actor));
    const before = new Set(shown.actors);
    const come = next.actors.filter((actor) => !before.has(actor));
    const bend = bendsOf(scene, next.lines);
    clarity = clarityOf(next.lines.length);
    const look = (/** @type {number} */ line) => `${weights[line]} ${bend.get(line)} ${clarity.toFixed(1)}`;
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
   * @param {import("../data/payload.js").Ints} weight sentences that pass, by line
   * @param {boolean} fitting whether the view moves so that all is in it
   * @param {boolean} anew whether lines have other numbers than before
   */
  const show = (next, where, some, weight, fitting, anew) => {
    quietly(() => {
      if (anew || next !== scene) {
        edges.clear();
        nodes.clear();
        looks.clear();
        shown = { actors: [], lines: [], among: 0 };
        lit = null;
        if (scene === data) home = places;
        scene = next;
        places = where ?? home;
      }
      draw(some, weight);
    });
    if (fitting) move(viewOf(shown.actors));
    emit("_requestRedraw");
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

  const viewOf = (/** @type {number[]} */ actors) =>
    viewOfPoints(actors.map((actor) => places.get(actor)).filter((one) => one !== undefined), room, free());

  draw(first, scene.lines.weight);
  const network = new Network(box, { nodes, edges }, opening.options);
  emit = (event) => network.body.emitter.emit(event);
  network.moveTo({ ...viewOf(shown.actors), animation: false });

  network.on("beforeDrawing", () => {
    const scale = network.getScale();
    if (scale === sized) return;
    sized = scale;
    resize(network, scene, shown, weights, scale, narrow());
  });
  network.on("afterDrawing", (/** @type {CanvasRenderingContext2D} */ context) => {
    drawHighlight(context, network, lit, theme);
    const scale = network.getScale();
    // While the view moves, the names stand already where they will stand in the end.
    const last = goal ?? { scale, position: network.getViewPosition() };
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
    const { degree } = scene.actors;
    const most = new Set([...shown.actors].sort((a, b) => degree[b] - degree[a] || a - b).slice(0, BOLD));
    const all = shown.actors.map((actor) => ({
      id: actor, ...positions[actor], radius: radiusAt(scene.actors.radius[actor], scale, narrow()), name: scene.actors.name[actor], longest: scene === data ? data.drawn.letters : NAME,
      bold: most.has(actor), faded: lit !== null && !lit.actors.has(actor),
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
  network.on("dragEnd", keepPlaces);
  for (const event of ["animationFinished", "dragStart", "zoom"]) network.on(event, () => {
    if (!goal) return;
    if (event !== "animationFinished") labels = null;
    goal = null;
    emit("_requestRedraw");
  });
  network.on("dragging", () => { if (network.getSelectedNodes().length) labels = null; });
  for (const event of ["dragStart", "zoom"]) network.on(event, () => handlers.hover(null, 0, 0));
  const measure = () => { if (box.clientWidth && box.clientHeight) room = { wide: box.clientWidth, high: box.clientHeight }; };
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

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let relaxing;
  const rest = () => {
    clearTimeout(relaxing);
    relaxing = undefined;
    network.setOptions({ physics: { enabled: false } });
    keepPlaces();
    network.redraw();
  };

  return {
    network, show, mark, named, room: () => extentOf(free()), fit: () => move(viewOf(shown.actors)),
    /** @param {number} actor */
    centre(actor) {
      const point = places.get(actor);
      if (!point) return;
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
      move({ scale: Math.min(Math.max(network.getScale() * factor, 0.05), 6) });
    },
    /** @param {number} milliseconds @param {() => void} done */
    relax(milliseconds, done) {
      if (relaxing !== undefined) {
        rest();
        done();
        return false;
      }
      network.setOptions({ physics: { enabled: true } });
      const tick = () => { labels = null; };
      network.on("beforeDrawing", tick);
      relaxing = setTimeout(() => {
        network.off("beforeDrawing", tick);
        rest();
        done();
      }, milliseconds);
      return true;
    },
    moving: () => goal !== null,
    theme: () => theme,
    /** @param {number[]} actors */
    frame(actors) {
      move(viewOf(actors));
    },
    /** @param {number} actor */
    where: (actor) => network.canvasToDOM(places.get(actor)),
    at: target,
    labelBoxes: boxes,
  };
}

/**
 * The positions, drawn out so that those that are shown have the shape of the window.
 * @param {{ id: number, x: number, y: number }[]} nodes
 * @param {number[]} shown
 * @param {import("./placement.js").Point} extent of the window
 * @returns {Map<number, import("./placement.js").Point>}
 */
function stretched(nodes, shown, extent) {
  const some = new Set(shown);
  const seen = nodes.filter(({ id }) => some.has(id));
  const span = (/** @type {number[]} */ values) => Math.max(...values) - Math.min(...values) || 1;
  const ratio = seen.length ? extent.x / extent.y / (span(seen.map(({ x }) => x)) / span(seen.map(({ y }) => y))) : 1;
  const wider = Math.min(Math.max(ratio, 1), STRETCH);
  const higher = Math.min(Math.max(1 / ratio, 1), STRETCH);
  return new Map(nodes.map(({ id, x, y }) => [id, { x: x * wider, y: y * higher }]));
}
