import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { clarityOf, edgeStyle } from "../../graphbuild/views/assets/canvas/styles.js";
import { small } from "./small.js";

const css = readFileSync(new URL("../../graphbuild/views/assets/explorer.css", import.meta.url), "utf8");
const schemes = [...css.matchAll(/:root \{([^}]*)\}/g)].slice(0, 2).map(([, rules]) =>
  Object.fromEntries([...rules.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, colour]) => [name, colour])));

const parts = (/** @type {string} */ colour) => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255);
const light = (/** @type {number[]} */ rgb) => {
  const [r, g, b] = rgb.map((one) => (one <= 0.03928 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (/** @type {string} */ colour, /** @type {string} */ paper, opacity = 1) => {
  const ground = parts(paper);
  const [one, other] = [light(parts(colour).map((part, at) => part * opacity + ground[at] * (1 - opacity))), light(ground)];
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
};

test("every node stands out from the paper", () => {
  assert.equal(schemes.length, 2);
  for (const scheme of schemes) {
    for (const [name, colour] of Object.entries(scheme).filter(([one]) => one.startsWith("type-"))) {
      assert.ok(contrast(colour, scheme.paper) >= 3, `${name} ${contrast(colour, scheme.paper)}`);
    }
  }
});

test("stated lines can be read however many there are, what is only mentioned together is fainter and can be seen", () => {
  const data = { ...small(), lines: { ...small().lines, kind: [0, 1, 2, 2, 0], sign: [-1, 0, 0, 0, 1] } };
  for (const scheme of schemes) {
    const theme = /** @type {any} */ ({ ...scheme, types: {} });
    const seen = (/** @type {number} */ line, /** @type {number} */ weight, /** @type {number} */ lines) => {
      const { color: { color, opacity } } = edgeStyle(data, line, 0, { theme, weights: Array(5).fill(weight), clarity: clarityOf(lines) });
      return contrast(color, scheme.paper, opacity);
    };
    for (const lines of [5, 135, 700, 5000]) {
      for (const line of [0, 1, 4]) {
        assert.ok(seen(line, 40, lines) >= 3);
        assert.ok(seen(line, 1, lines) >= 2);
        assert.ok(seen(2, 40, lines) < seen(line, 1, lines) - 0.3);
      }
      assert.ok(seen(2, 1, lines) >= 1.5);
    }
  }
});
