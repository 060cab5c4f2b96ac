/** Colours and shapes, read from the style sheet so that light, dark and print stay in one place. */

/**
 * @typedef {{ paper: string, ink: string, soft: string, conflict: string, cooperation: string, neutral: string,
 *   together: string, types: Record<string, string>, font: string }} Theme
 */

export const SHAPES = /** @type {Record<string, [string, number]>} */ ({
  country: ["square", 0.86], organization: ["hexagon", 1], group: ["diamond", 1.15], official: ["star", 1.35],
  person: ["dot", 1], place: ["triangle", 1.05], community: ["dot", 1], "": ["dot", 0.9],
});

/** The corners of a star as vis-network draws it, of radius 1. */
export const STAR = /** @type {[number, number][]} */ (Array.from({ length: 10 }, (_, n) => {
  const far = n % 2 === 0 ? 1.3 : 0.5;
  return [far * Math.sin((n * Math.PI) / 5) * 0.82, 0.082 - far * Math.cos((n * Math.PI) / 5) * 0.82];
}));

/** The head of a line by its tone, so that tones are told apart without colour: a point, a cup, a diamond. */
export const HEADS = /** @type {Record<string, { type: string, size: number }>} */ ({
  "-1": { type: "arrow", size: 1 }, 1: { type: "inv_curve", size: 0.85 }, 0: { type: "diamond", size: 0.8 },
});

/**
 * The shape of a type for vis-network, and the factor that makes shapes of one size look alike.
 * @param {string} type
 */
export function shapeOf(type) {
  return SHAPES[type] ?? SHAPES[""];
}

/** @returns {Theme} */
export function readTheme() {
  const style = getComputedStyle(document.documentElement);
  const get = (/** @type {string} */ name) => style.getPropertyValue(`--${name}`).trim();
  /** @type {Record<string, string>} */
  const types = {};
  for (const type of Object.keys(SHAPES)) types[type] = get(`type-${type || "other"}`);
  return {
    paper: get("paper"), ink: get("ink"), soft: get("soft"), conflict: get("conflict"),
    cooperation: get("cooperation"), neutral: get("neutral"), together: get("together"), types, font: get("font"),
  };
}

/**
 * Points of the shape of a type around 0, for the legend's small drawings.
 * @param {string} type
 * @returns {[string, Record<string, string | number>]}
 */
export function glyph(type) {
  const [shape] = shapeOf(type);
  if (shape === "square") return ["rect", { x: -6, y: -6, width: 12, height: 12, rx: 1 }];
  if (shape === "diamond") return ["polygon", { points: "0,-8 8,0 0,8 -8,0" }];
  if (shape === "triangle") return ["polygon", { points: "0,-7.5 8,6 -8,6" }];
  if (shape === "star") return ["polygon", { points: STAR.map(([x, y]) => `${(8 * x).toFixed(1)},${(8 * y).toFixed(1)}`).join(" ") }];
  if (shape === "hexagon") return ["polygon", { points: "7,0 3.5,6.1 -3.5,6.1 -7,0 -3.5,-6.1 3.5,-6.1" }];
  return ["circle", { r: 6.5 }];
}
