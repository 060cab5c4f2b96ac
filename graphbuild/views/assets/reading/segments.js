/** Stretches of a text that may overlap, as pieces one after the other, each with all that lies over it. */

/**
 * @template T
 * @typedef {{ start: number, end: number, tag: T }} Span
 */

/**
 * @template T
 * @param {number} length of the text
 * @param {Span<T>[]} spans what reaches out of the text is cut, what is empty left out
 * @param {number[]} [cuts] where a piece must end, whatever lies over it
 * @returns {{ start: number, end: number, tags: T[] }[]} all of the text; tags in the order of the spans
 */
export function segments(length, spans, cuts = []) {
  const inside = spans.map(({ start, end, tag }, at) => ({ start: Math.max(start, 0), end: Math.min(end, length), tag, at })).filter(({ start, end }) => start < end);
  const bounds = [...new Set([0, length, ...cuts.filter((cut) => cut > 0 && cut < length), ...inside.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  const waiting = [...inside].sort((a, b) => a.start - b.start);
  /** @type {typeof inside} */
  let over = [];
  let next = 0;
  const made = [];
  for (let at = 0; at + 1 < bounds.length; at++) {
    const [start, end] = [bounds[at], bounds[at + 1]];
    over = over.filter((span) => span.end > start);
    while (next < waiting.length && waiting[next].start <= start) over.push(waiting[next++]);
    made.push({ start, end, tags: [...over].sort((a, b) => a.at - b.at).map(({ tag }) => tag) });
  }
  return made;
}
