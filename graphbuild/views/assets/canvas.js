/** The drawing: vis-network holds actors and lines, the page says how they look and what is shown. */

import { drawLabels, fontOf, placeLabels } from "./labels.js";
import { placeNear } from "./places.js";
import { readTheme, shapeOf } from "./theme.js";

/**
 * @typedef {import("./data.js").Data} Data
 * @typedef {import("./filters.js").Drawn} Drawn
 * @typedef {{ nodes: { id: number, x: number, y: number }[], edges: { id: number, from: number, to: number,
 *   value: number }[], options: any }} Opening
 * @typedef {{ actor: (actor: number) => void, line: (line: number) => void, nothing: () => void,
 *   hover: (what: { actor?: number, line?: number } | null, x: number, y: number) => void }} Handlers
 */

const FADED = 0.13;
const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

/**
 * @param {HTMLElement} box
 * @param {Data} data
 * @param {Opening} opening
 * @param {Handlers} handlers
 * @param {() => number} covered pixels at the bottom that a card lies over
 */
export function createCanvas(box, data, opening, handlers, covered) {
  const { Network, DataSet } = /** @type {any} */ (globalThis).vis;
  const upright = box.clientHeight > 1.2 * box.clientWidth;
  const places = new Map(opening.nodes.map(({ id, x, y }) => [id, upright ? { x: y, y: x } : { x, y }]));
  const nodes = new DataSet();
  const edges = new DataSet();
  let theme = readTheme();
  /** @type {Set<number> | null} actors in the light; null: all */
  let lit = null;
  /** @type {number | null} */
  let marked = null;
  /** @type {number | null} */
  let markedLine = null;
  /** @type {Drawn} */
  let shown = { actors: [], lines: [] };
  /** @type {Uint32Array | null} */
  let weights = null;
  /** @type {{ scale: number, labels: import("./labels.js").Placed[] } | null} */
  let labels = null;
  const network = new Network(box, { nodes, edges }, opening.options);
  const widths = new Map();

  const node = (/** @type {number} */ actor) => {
    const type = data.actors.type.words[data.actors.type.codes[actor]];
    const [shape, factor] = shapeOf(type);
    const away = lit !== null && !lit.has(actor);
    const colour = theme.types[type] ?? theme.types[""];
    return {
      id: actor, ...places.get(actor), shape, size: data.actors.radius[actor] * factor, chosen: false,
      opacity: away ? FADED : 1, borderWidth: marked === actor ? 3.5 : 1.5,
      color: { background: colour, border: marked === actor ? theme.ink : theme.paper },
    };
  };

  const edge = (/** @type {number} */ line, /** @type {number} */ bend) => {
    const { source, target, kind, sign } = data.lines;
    const weight = weights ? weights[line] : data.lines.weight[line];
    const name = data.kinds[kind[line]];
    const denied = weight === 0;
    const away = markedLine !== null ? markedLine !== line : lit !== null && !(marked === source[line] || marked === target[line]);
    const stated = sign[line] < 0 ? theme.conflict : sign[line] > 0 ? theme.cooperation : theme.neutral;
    const together = name === "cooccurrence";
    return {
      id: line, from: source[line], to: target[line], chosen: false,
      width: together ? 1 : Math.min(1.4 + 1.3 * Math.log2(Math.max(weight, 1)), 9),
      dashes: denied ? [2, 5] : together ? [5, 5] : name === "affiliation" ? [1, 4] : false,
      color: { color: together ? theme.together : stated, opacity: away ? FADED : together ? 0.75 : 0.85 },
      arrows: together ? "" : { to: { enabled: true, type: denied ? "bar" : name === "affiliation" ? "circle" : "arrow", scaleFactor: name === "affiliation" ? 0.35 : 0.5 } },
      smooth: bend === 0 ? false : { enabled: true, type: bend > 0 ? "curvedCW" : "curvedCCW", roundness: Math.min(Math.abs(bend), 0.75) },
    };
  };

  /**
   * How far each line bends, so that lines between the same two actors lie side by side.
   * @param {number[]} lines
   */
  const bends = (lines) => {
    const { source, target, pair } = data.lines;
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

  const restyle = () => {
    const bend = bends(shown.lines);
    nodes.update(shown.actors.map(node));
    edges.update(shown.lines.map((line) => edge(line, bend.get(line) ?? 0)));
    labels = null;
  };

  /**
   * @param {Drawn} next
   * @param {Uint32Array | null} weight sentences that pass, by line
   */
  const draw = (next, weight) => {
    weights = weight;
    const fresh = next.actors.filter((actor) => !places.has(actor));
    fresh.sort((a, b) => data.actors.degree[b] - data.actors.degree[a]);
    placeNear(places, fresh, (actor) => neighbours(data, actor).slice(0, 40));
    const actors = new Set(next.actors);
    const lines = new Set(next.lines);
    edges.remove(shown.lines.filter((line) => !lines.has(line)));
    nodes.remove(shown.actors.filter((actor) => !actors.has(actor)));
    shown = next;
    restyle();
  };

  /**
   * Put a selection in the light and everything else in the shade.
   * @param {{ actor: number } | { pair: number, line: number | null } | null} selection
   */
  const mark = (selection) => {
    lit = null;
    marked = markedLine = null;
    if (selection && "actor" in selection) {
      marked = selection.actor;
      lit = new Set([marked]);
      for (const line of shown.lines) {
        if (data.lines.source[line] === marked) lit.add(data.lines.target[line]);
        if (data.lines.target[line] === marked) lit.add(data.lines.source[line]);
      }
    } else if (selection) {
      const line = selection.line ?? data.linesOfPair(selection.pair)[0];
      markedLine = line;
      lit = new Set([data.lines.source[line], data.lines.target[line]]);
    }
    restyle();
  };

  const move = (/** @type {any} */ view) => network.moveTo({ ...view, animation: still() ? false : { duration: 350, easingFunction: "easeInOutQuad" } });

  const fit = (/** @type {boolean} */ slowly) => {
    const found = shown.actors.map((actor) => places.get(actor)).filter((one) => one !== undefined);
    if (!found.length) return;
    const xs = found.map((one) => one.x);
    const ys = found.map((one) => one.y);
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    const room = { x: Math.max(box.clientWidth - 130, 80), y: Math.max(box.clientHeight - 130, 80) };
    const scale = Math.min(room.x / Math.max(right - left, 1), room.y / Math.max(bottom - top, 1), 1.35);
    const view = { position: { x: (left + right) / 2, y: (top + bottom) / 2 + 6 / scale }, scale };
    if (slowly) move(view);
    else network.moveTo({ ...view, animation: false });
  };

  network.on("afterDrawing", (/** @type {CanvasRenderingContext2D} */ context) => {
    const scale = network.getScale();
    if (!labels || Math.abs(labels.scale / scale - 1) > 0.02) {
      const widthOf = (/** @type {string} */ text, /** @type {boolean} */ bold) => {
        const key = `${bold}${text}`;
        if (!widths.has(key)) {
          context.font = fontOf(bold, theme);
          widths.set(key, context.measureText(text).width);
        }
        return widths.get(key);
      };
      labels = { scale, labels: placeLabels(named(), scale, widthOf, frame(scale)) };
    }
    drawLabels(context, labels.labels, scale, theme);
  });

  const frame = (/** @type {number} */ scale) => {
    const { x, y } = network.getViewPosition();
    const [wide, high] = [box.clientWidth / 2, box.clientHeight / 2];
    return { left: x * scale - wide, right: x * scale + wide, top: y * scale - high, bottom: y * scale + high };
  };

  const named = () => {
    const positions = network.getPositions(shown.actors);
    const all = shown.actors.map((actor) => ({
      id: actor, ...positions[actor], radius: data.actors.radius[actor], name: data.actors.name[actor],
      faded: lit !== null && !lit.has(actor), must: marked === actor || (markedLine !== null && Boolean(lit?.has(actor))),
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
  network.on("dragging", () => { if (network.getSelectedNodes().length) labels = null; });
  network.on("hoverNode", (/** @type {any} */ event) => handlers.hover({ actor: event.node }, event.pointer.DOM.x, event.pointer.DOM.y));
  network.on("hoverEdge", (/** @type {any} */ event) => handlers.hover({ line: event.edge }, event.pointer.DOM.x, event.pointer.DOM.y));
  for (const event of ["blurNode", "blurEdge", "dragStart", "zoom"]) network.on(event, () => handlers.hover(null, 0, 0));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    theme = readTheme();
    restyle();
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
    network, draw, mark, fit, named,
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
 * Actors linked to an actor, those with the strongest lines first, each once.
 * @param {Data} data
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
