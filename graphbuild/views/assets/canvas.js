/** The drawing: vis-network holds actors and lines, the page says how they look and what is shown. */

import { drawLabels, fontOf, placeLabels } from "./labels.js";
import { placeNear } from "./places.js";
import { HEADS, readTheme, shapeOf } from "./theme.js";

/**
 * @typedef {import("./data.js").Data} Data
 * @typedef {import("./views.js").Scene} Scene
 * @typedef {import("./filters.js").Drawn} Drawn
 * @typedef {{ nodes: { id: number, x: number, y: number }[], edges: { id: number, from: number, to: number,
 *   value: number }[], options: any }} Opening
 * @typedef {{ actor: (actor: number) => void, line: (line: number) => void, nothing: () => void,
 *   hover: (what: { actor?: number, line?: number } | null, x: number, y: number) => void }} Handlers
 */

const VEIL = 0.86;
const MARGIN = { x: 130, y: 160 }; // pixels left free for names, status line and buttons
const PAPER = { x: 120, y: 70 };
const STRETCH = 1.6;
const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

/**
 * @param {HTMLElement} box
 * @param {Data} data
 * @param {Opening} opening
 * @param {Drawn} first
 * @param {Handlers} handlers
 * @param {() => number} covered pixels at the bottom that a card lies over
 */
export function createCanvas(box, data, opening, first, handlers, covered) {
  const { Network, DataSet } = /** @type {any} */ (globalThis).vis;
  /** @type {Scene} what is drawn: the actors, or groups of them */
  let scene = data;
  let places = stretched(opening.nodes, (box.clientWidth - MARGIN.x) / Math.max(box.clientHeight - MARGIN.y, 1));
  const nodes = new DataSet();
  const edges = new DataSet();
  let theme = readTheme();
  /** @type {{ actors: Set<number>, lines: number[], marked: number | null } | null} what is in the light; null: all */
  let lit = null;
  /** @type {Drawn} */
  let shown = { actors: [], lines: [] };
  let home = places;
  let weights = scene.lines.weight;
  let clarity = 0.88;
  let thick = 1;
  /** @type {{ scale: number, labels: import("./labels.js").Placed[] } | null} */
  let labels = null;
  /** @type {{ position: { x: number, y: number }, scale: number } | null} where the view is on its way to */
  let goal = null;
  /** @type {{ position: { x: number, y: number }, scale: number } | null} the view on the screen, while printing */
  let screen = null;
  /** @type {(event: string) => void} */
  let emit = () => {};
  /** @type {Map<number, string>} how each drawn line looks, so that only what changed is drawn anew */
  const looks = new Map();
  const widths = new Map();

  const node = (/** @type {number} */ actor) => {
    const type = scene.actors.type.words[scene.actors.type.codes[actor]];
    const [shape, factor] = shapeOf(type);
    return {
      id: actor, ...places.get(actor), shape, size: scene.actors.radius[actor] * factor, chosen: false,
      borderWidth: 1.5, color: { background: theme.types[type] ?? theme.types[""], border: theme.paper },
    };
  };

  const edge = (/** @type {number} */ line, /** @type {number} */ bend) => {
    const { source, target, kind, sign } = scene.lines;
    const weight = weights[line];
    const name = scene.kinds[kind[line]];
    const denied = weight === 0;
    const together = name === "cooccurrence";
    const stated = sign[line] < 0 ? theme.conflict : sign[line] > 0 ? theme.cooperation : theme.neutral;
    const head = denied ? { type: "bar", size: 0.5 } : name === "affiliation" ? { type: "circle", size: 0.35 } : HEADS[sign[line]];
    return {
      id: line, from: source[line], to: target[line], chosen: false,
      width: thick * (together ? 1 : Math.min(1.4 + 1.3 * Math.log2(Math.max(weight, 1)), 9)),
      dashes: denied ? [2, 5] : together ? [5, 5] : name === "affiliation" ? [1, 4] : false,
      color: { color: together ? theme.together : stated, opacity: together ? Math.max(clarity * 0.85, 0.55) : clarity },
      arrows: together ? "" : { to: { enabled: true, type: head.type, scaleFactor: head.size } },
      smooth: bend === 0 ? false : { enabled: true, type: bend > 0 ? "curvedCW" : "curvedCCW", roundness: Math.min(Math.abs(bend), 0.75) },
    };
  };

  /**
   * How far each line bends, so that lines between the same two actors lie side by side.
   * @param {number[]} lines
   */
  const bends = (lines) => {
    const { source, target, pair } = scene.lines;
    /** @type {Map<number, number[]>} */
    const beside = new Map();
    for (const line of lines) beside.set(pair[line], [...(beside.get(pair[line]) ?? []), line]);
    /** @type {Map<number, number>} */
    const made = new Map();
    for (const group of beside.values()) {
      group.forEach((line, at) => {
        const offset = (at - (group.length - 1) / 2) * Math.min(0.24, 0.9 / group.length);
        made.set(line, source[line] <= target[line] ? offset : -offset);
      });
    }
    return made;
  };

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
   * @param {import("./data.js").Ints} weight sentences that pass, by line
   * @param {boolean} [fitting] whether the view moves so that all is in it
   */
  const draw = (next, weight, fitting = false) => {
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
    const bend = bends(next.lines);
    clarity = Math.min(0.88, Math.max(0.45, 1 - next.lines.length / 1000));
    const look = (/** @type {number} */ line) => `${weights[line]} ${bend.get(line)} ${clarity.toFixed(1)}`;
    const changed = next.lines.filter((line) => looks.get(line) !== look(line));
    for (const line of gone) looks.delete(line);
    for (const line of changed) looks.set(line, look(line));
    quietly(() => {
      if (gone.length) edges.remove(gone);
      if (left.length) nodes.remove(left);
      if (come.length) nodes.add(come.map(node));
      if (changed.length) edges.update(changed.map((line) => edge(line, bend.get(line) ?? 0)));
    });
    shown = next;
    labels = null;
    if (fitting) move(viewOf(shown.actors));
    emit("_requestRedraw");
  };

  /**
   * Draw something else: actors or groups of them, each with places of their own.
   * @param {Scene} next
   * @param {Map<number, import("./places.js").Point> | null} where null: where the actors were
   * @param {Drawn} some
   * @param {import("./data.js").Ints} weight
   * @param {boolean} fitting
   */
  const turn = (next, where, some, weight, fitting) => {
    quietly(() => {
      edges.clear();
      nodes.clear();
    });
    looks.clear();
    shown = { actors: [], lines: [] };
    lit = null;
    if (scene === data) home = places;
    scene = next;
    places = where ?? home;
    draw(some, weight, fitting);
  };

  const repaint = () => {
    const bend = bends(shown.lines);
    quietly(() => {
      nodes.update(shown.actors.map(node));
      edges.update(shown.lines.map((line) => edge(line, bend.get(line) ?? 0)));
    });
    labels = null;
    emit("_requestRedraw");
  };

  /**
   * Put a selection in the light and a veil over everything else.
   * @param {import("./views.js").Light | null} selection
   * @param {import("./paths.js").Path[]} paths where two actors are selected that a path links
   */
  const mark = (selection, paths) => {
    const { source, target, pair } = scene.lines;
    if (!selection) lit = null;
    else if ("actors" in selection) {
      const some = new Set(selection.actors);
      lit = { marked: null, lines: shown.lines.filter((line) => some.has(source[line]) && some.has(target[line])), actors: some };
    } else if ("from" in selection) {
      const drawnLines = new Set(shown.lines);
      const lines = paths.flatMap((path) => path.lines).filter((line) => drawnLines.has(line));
      lit = { marked: null, lines, actors: new Set([selection.from, selection.to, ...paths.flatMap((path) => path.actors)]) };
    }
    else if ("actor" in selection) {
      const marked = selection.actor;
      const lines = shown.lines.filter((line) => source[line] === marked || target[line] === marked);
      lit = { marked, lines, actors: new Set([marked, ...lines.flatMap((line) => [source[line], target[line]])]) };
    } else {
      const lines = shown.lines.filter((line) => (selection.line === null ? pair[line] === selection.pair : line === selection.line));
      const first = selection.line ?? scene.linesOfPair(selection.pair)[0];
      lit = { marked: null, lines, actors: new Set([source[first], target[first]]) };
    }
    labels = null;
    emit("_requestRedraw");
  };

  /** @param {CanvasRenderingContext2D} context */
  const drawLit = (context) => {
    if (!lit) return;
    context.save();
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.globalAlpha = VEIL;
    context.fillStyle = theme.paper;
    context.fillRect(0, 0, context.canvas.width, context.canvas.height);
    context.restore();
    for (const line of lit.lines) {
      network.body.edges[line]?.draw(context);
      network.body.edges[line]?.drawArrows(context);
    }
    for (const actor of lit.actors) network.body.nodes[actor]?.draw(context);
    const ring = lit.marked === null ? null : network.body.nodes[lit.marked];
    if (!ring) return;
    context.beginPath();
    context.arc(ring.x, ring.y, ring.options.size * 1.1 + 6 / network.getScale(), 0, 2 * Math.PI);
    context.lineWidth = 2.5 / network.getScale();
    context.strokeStyle = theme.ink;
    context.stroke();
  };

  const move = (/** @type {{ position?: { x: number, y: number }, scale: number }} */ view) => {
    const { scale, position: { x, y } } = goal ?? { scale: network.getScale(), position: network.getViewPosition() };
    const next = { position: view.position ?? { x, y }, scale: view.scale };
    if (Math.abs(next.scale / scale - 1) < 0.005 && Math.hypot(next.position.x - x, next.position.y - y) * scale < 1) return;
    goal = still() ? null : next;
    labels = null;
    network.moveTo({ ...next, animation: goal && { duration: 350, easingFunction: "easeInOutQuad" } });
  };

  const viewOf = (/** @type {number[]} */ actors) => {
    const found = actors.map((actor) => places.get(actor)).filter((one) => one !== undefined);
    const xs = found.map((one) => one.x);
    const ys = found.map((one) => one.y);
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    const margin = screen ? PAPER : MARGIN;
    const room = { x: Math.max(box.clientWidth - margin.x, 80), y: Math.max(box.clientHeight - margin.y, 80) };
    const scale = Math.min(room.x / Math.max(right - left, 1), room.y / Math.max(bottom - top, 1), 1.35);
    return found.length ? { position: { x: (left + right) / 2, y: (top + bottom) / 2 + 14 / scale }, scale } : { scale: 1 };
  };

  // A picture that has to be made small to fit keeps its lines visible.
  thick = Math.min(Math.max(0.75 / viewOf(first.actors).scale, 1), 2.5);
  draw(first, scene.lines.weight);
  const network = new Network(box, { nodes, edges }, opening.options);
  emit = (event) => network.body.emitter.emit(event);
  network.moveTo({ ...viewOf(shown.actors), animation: false });

  network.on("afterDrawing", (/** @type {CanvasRenderingContext2D} */ context) => {
    drawLit(context);
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
      labels = { scale: last.scale, labels: placeLabels(named(), last.scale, widthOf, frame(last)) };
    }
    drawLabels(context, labels.labels, scale, theme);
  });

  const frame = (/** @type {{ scale: number, position: { x: number, y: number } }} */ { scale, position: { x, y } }) => {
    const [wide, high] = [box.clientWidth / 2, box.clientHeight / 2];
    return { left: x * scale - wide, right: x * scale + wide, top: y * scale - high, bottom: y * scale + high };
  };

  const named = () => {
    const positions = network.getPositions(shown.actors);
    const all = shown.actors.map((actor) => ({
      id: actor, ...positions[actor], radius: scene.actors.radius[actor], name: scene.actors.name[actor],
      faded: lit !== null && !lit.actors.has(actor),
      must: lit !== null && (lit.marked === null ? lit.actors.has(actor) : lit.marked === actor),
    }));
    return all.sort((a, b) => Number(b.must) - Number(a.must) || Number(a.faded) - Number(b.faded) || b.radius - a.radius || a.id - b.id);
  };

  const keepPlaces = () => {
    for (const [id, point] of Object.entries(network.getPositions(shown.actors))) places.set(Number(id), point);
    labels = null;
  };

  network.on("click", (/** @type {any} */ event) => {
    const actor = network.getNodeAt(event.pointer.DOM);
    const line = actor === undefined ? network.getEdgeAt(event.pointer.DOM) : undefined;
    if (actor !== undefined) handlers.actor(actor);
    else if (line !== undefined) handlers.line(line);
    else handlers.nothing();
  });
  network.on("dragEnd", keepPlaces);
  for (const event of ["animationFinished", "dragStart", "zoom"]) network.on(event, () => {
    if (!goal) return;
    if (event !== "animationFinished") labels = null;
    goal = null;
    emit("_requestRedraw");
  });
  network.on("dragging", () => { if (network.getSelectedNodes().length) labels = null; });
  network.on("hoverNode", (/** @type {any} */ event) => handlers.hover({ actor: event.node }, event.pointer.DOM.x, event.pointer.DOM.y));
  network.on("hoverEdge", (/** @type {any} */ event) => handlers.hover({ line: event.edge }, event.pointer.DOM.x, event.pointer.DOM.y));
  for (const event of ["blurNode", "blurEdge", "dragStart", "zoom"]) network.on(event, () => handlers.hover(null, 0, 0));
  const keepScreen = () => {
    if (matchMedia("print").matches) screen ??= goal ?? { position: network.getViewPosition(), scale: network.getScale() };
  };
  const paper = () => {
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

  /** @type {number | undefined} */
  let relaxing;
  const rest = () => {
    clearTimeout(relaxing);
    relaxing = undefined;
    network.setOptions({ physics: { enabled: false } });
    keepPlaces();
    network.redraw();
  };

  return {
    network, draw, turn, mark, named, shape: () => Math.max(box.clientWidth - MARGIN.x, 80) / Math.max(box.clientHeight - MARGIN.y, 80), fit: () => move(viewOf(shown.actors)),
    /** @param {number} actor */
    centre(actor) {
      const point = places.get(actor);
      if (!point) return;
      const scale = Math.max(network.getScale(), 0.9);
      move({ position: { x: point.x, y: point.y + covered() / 2 / scale }, scale });
    },
    /**
     * Move the view only if the actor is out of it.
     * @param {number} actor
     */
    reveal(actor) {
      const { x, y } = this.where(actor);
      if (x < 40 || y < 40 || x > box.clientWidth - 40 || y > box.clientHeight - covered() - 40) this.centre(actor);
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
    theme: () => theme,
    /** @param {number[]} actors */
    frame(actors) {
      move(viewOf(actors));
    },
    /** @param {number} actor */
    where: (actor) => network.canvasToDOM(places.get(actor)),
    /** @returns {{ left: number, right: number, top: number, bottom: number, text: string }[]} */
    labelBoxes: () => (labels?.labels ?? []).map(({ text, x, y }) => {
      const at = network.canvasToDOM({ x, y });
      const half = (widths.get(`true${text}`) ?? widths.get(`false${text}`) ?? 0) / 2;
      return { text, left: at.x - half, right: at.x + half, top: at.y - 6, bottom: at.y + 6 };
    }),
  };
}

/**
 * The positions, drawn out towards the shape of the window.
 * @param {{ id: number, x: number, y: number }[]} nodes
 * @param {number} shape width to height
 * @returns {Map<number, import("./places.js").Point>}
 */
function stretched(nodes, shape) {
  const span = (/** @type {number[]} */ values) => Math.max(...values) - Math.min(...values) || 1;
  const ratio = nodes.length ? shape / (span(nodes.map(({ x }) => x)) / span(nodes.map(({ y }) => y))) : 1;
  const wider = Math.min(Math.max(ratio, 1), STRETCH);
  const higher = Math.min(Math.max(1 / ratio, 1), STRETCH);
  return new Map(nodes.map(({ id, x, y }) => [id, { x: x * wider, y: y * higher }]));
}

/**
 * Actors linked to an actor, those with the strongest lines first, each once.
 * @param {Scene} data
 * @param {number} actor
 * @returns {number[]}
 */
export function neighbours(data, actor) {
  const found = new Set();
  for (const line of data.linesOf(actor)) {
    const other = data.lines.source[line] === actor ? data.lines.target[line] : data.lines.source[line];
    if (other !== actor) found.add(other);
  }
  return [...found];
}
