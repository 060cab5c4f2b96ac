/** Making elements. Text only ever becomes text: nothing here reads markup. */

/**
 * @typedef {Node | string | null | undefined | false} Child
 * @typedef {{ class?: string, on?: Record<string, (event: any) => void>, [attribute: string]: any }} Props
 */

/**
 * An element with attributes, listeners (`on`) and children; strings become text nodes.
 * @param {string} tag
 * @param {Props | null} [props]
 * @param {...(Child | Child[])} children
 * @returns {HTMLElement}
 */
export function el(tag, props, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(props ?? {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name === "on") {
      for (const [event, listener] of Object.entries(value)) made.addEventListener(event, /** @type {any} */ (listener));
    } else if (value === true) made.setAttribute(name, "");
    else made.setAttribute(name, String(value));
  }
  made.append(.../** @type {(Node | string)[]} */ (children.flat().filter((child) => child || child === "")));
  return made;
}

/**
 * Replace what is in a box; if the focus was inside, it goes to the new element of the same name.
 * @param {HTMLElement} box
 * @param {...(Node | string)} children
 * @returns {boolean} whether the focus was inside
 */
export function refill(box, ...children) {
  const active = document.activeElement;
  const inside = active instanceof HTMLElement && active !== box && box.contains(active);
  const nameOf = (/** @type {Element} */ one) => one.getAttribute("aria-label") ?? one.textContent;
  const name = inside ? nameOf(active) : "";
  box.replaceChildren(...children);
  if (inside) {
    const same = [...box.querySelectorAll(active.tagName)].find((one) => nameOf(one) === name);
    if (same instanceof HTMLElement) same.focus({ preventScroll: true });
  }
  return inside;
}

/**
 * A name from the corpus, kept apart from the direction of the text around it.
 * @param {string} text
 * @param {string} [className]
 */
export function bdi(text, className) {
  return el("bdi", { class: className }, text);
}

/**
 * A small drawing: `shapes` are [tag, attributes] pairs.
 * @param {string} className
 * @param {string} viewBox
 * @param {[string, Record<string, string | number>][]} shapes
 */
export function svg(className, viewBox, shapes) {
  const space = "http://www.w3.org/2000/svg";
  const made = document.createElementNS(space, "svg");
  made.setAttribute("class", className);
  made.setAttribute("viewBox", viewBox);
  made.setAttribute("aria-hidden", "true");
  for (const [tag, attributes] of shapes) {
    const shape = document.createElementNS(space, tag);
    for (const [name, value] of Object.entries(attributes)) shape.setAttribute(name, String(value));
    made.append(shape);
  }
  return made;
}

// Characters that reorder or hide what follows them: shown, not obeyed.
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufff9-\ufffb]/g;

/**
 * Text safe to show: each bidirectional or control character is replaced by one visible character, so
 * that offsets stay right.
 * @param {string} text
 */
export function clean(text) {
  return text.replace(CONTROLS, "\ufffd");
}

/**
 * The start of a text with an ellipsis where it was cut, never inside a surrogate pair.
 * @param {string} text
 * @param {number} most
 */
export function shorten(text, most) {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, "").trimEnd();
  return `${cut}…`;
}

/**
 * A web address that may stand in a link, or null: http and https only.
 * @param {string} address
 */
export function safeLink(address) {
  try {
    const url = new URL(address);
    return url.protocol === "https:" || url.protocol === "http:" ? url.href : null;
  } catch {
    return null;
  }
}
