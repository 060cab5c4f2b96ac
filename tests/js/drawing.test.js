import assert from "node:assert/strict";
import test from "node:test";

import { hullOf } from "../../graphbuild/views/assets/canvas/hulls.js";
import { changesMuch, relayout } from "../../graphbuild/views/assets/canvas/relayout.js";
import { communitiesIn } from "../../graphbuild/views/assets/data/communities.js";
import { drawn } from "../../graphbuild/views/assets/data/drawn.js";
import { firstFilters, noFilters } from "../../graphbuild/views/assets/data/filters.js";
import { passing } from "../../graphbuild/views/assets/data/passing.js";
import { seenHash, seenIn } from "../../graphbuild/views/assets/state/address.js";
import { RELATION_COLUMNS, allOf, passingIn, relationRows } from "../../graphbuild/views/assets/takeaway/tables.js";
import { dice, press } from "./press.js";
import { small } from "./small.js";

/** @typedef {import("../../graphbuild/views/assets/canvas/placement.js").Point} Point */

const CANVAS = { x: 900, y: 600 };
const box = () => ({ x: 90, y: 40 });
const far = (/** @type {Point} */ a, /** @type {Point} */ b) => Math.hypot(a.x - b.x, a.y - b.y);
/** @param {Map<number, Point>} places @param {number} actor */
const at = (places, actor) => places.get(actor) ?? { x: NaN, y: NaN };

/** A ring of cliques: actors 0 .. 5 * size - 1, each clique tied to the next by one tie. */
function cliques(size = 5) {
  const ties = /** @type {[number, number, number][]} */ ([]);
  for (let clique = 0; clique < 5; clique++) {
    for (let one = 0; one < size; one++) for (let other = 0; other < one; other++) ties.push([clique * size + one, clique * size + other, 2]);
    ties.push([clique * size, ((clique + 1) % 5) * size, 9]);
  }
  return { actors: Array.from({ length: 5 * size }, (_, actor) => actor), ties };
}

test("places are found anew only where much of what is drawn is other", () => {
  const view = (/** @type {number} */ from, /** @type {number} */ to) => ({ actors: Array.from({ length: to - from }, (_, n) => from + n), lines: Array.from({ length: to - from }, (_, n) => from + n), among: 0, of: { actors: 0, lines: 0 } });
  assert.equal(changesMuch(view(0, 50), view(0, 50)), false);
  assert.equal(changesMuch(view(0, 50), view(5, 50)), false);
  assert.equal(changesMuch(view(0, 50), view(20, 70)), true);
  assert.equal(changesMuch(view(0, 50), { ...view(0, 50), lines: [1, 2] }), true);
  assert.equal(changesMuch(view(0, 50), view(0, 5000)), false); // too many to be placed in time
});

test("no two stand on each other, those who are linked stand near, the same way each time", () => {
  const { actors, ties } = cliques();
  const places = relayout(actors, ties, new Map(), box, CANVAS, new Set());
  assert.deepEqual(places, relayout(actors, ties, new Map(), box, CANVAS, new Set()));
  for (const one of actors) for (const other of actors) if (one < other) assert.ok(Math.abs(at(places, one).x - at(places, other).x) >= 88 || Math.abs(at(places, one).y - at(places, other).y) >= 38);
  const mean = (/** @type {[number, number][]} */ pairs) => pairs.reduce((sum, [one, other]) => sum + far(at(places, one), at(places, other)), 0) / pairs.length;
  const linked = ties.map(([one, other]) => /** @type {[number, number]} */ ([one, other]));
  const all = actors.flatMap((one) => actors.filter((other) => other < one).map((other) => /** @type {[number, number]} */ ([one, other])));
  assert.ok(mean(linked) < 0.7 * mean(all));
});

test("who stays, stays on its side; who is held does not move", () => {
  const { actors, ties } = cliques();
  const before = relayout(actors, ties, new Map(), box, CANVAS, new Set());
  const some = actors.filter((actor) => actor % 5 !== 4).concat([100, 101]);
  const left = [.../** @type {[number, number, number][]} */ (ties.filter(([one, other]) => some.includes(one) && some.includes(other))), /** @type {[number, number, number]} */ ([100, 0, 3]), /** @type {[number, number, number]} */ ([101, 100, 3])];
  const after = relayout(some, left, before, box, CANVAS, new Set([7]));
  assert.deepEqual(after.get(7), before.get(7));
  const stay = some.filter((actor) => actor < 100);
  const middle = (/** @type {Map<number, Point>} */ places) => stay.reduce((sum, actor) => ({ x: sum.x + at(places, actor).x / stay.length, y: sum.y + at(places, actor).y / stay.length }), { x: 0, y: 0 });
  const [old, now] = [middle(before), middle(after)];
  const same = stay.filter((actor) => (at(before, actor).x - old.x) * (at(after, actor).x - now.x) + (at(before, actor).y - old.y) * (at(after, actor).y - now.y) > 0);
  assert.ok(same.length > 0.8 * stay.length, `${same.length} of ${stay.length}`);
  assert.ok(far(at(after, 100), at(after, 0)) < 400);
});

test("groups stand apart where they are asked for", () => {
  const { actors, ties } = cliques();
  const groups = [0, 1, 2, 3, 4].map((clique) => actors.slice(5 * clique, 5 * clique + 5));
  const places = relayout(actors, ties, new Map(), box, CANVAS, new Set(), groups);
  const near = actors.filter((actor) => {
    const others = actors.filter((other) => other !== actor).sort((a, b) => far(at(places, a), at(places, actor)) - far(at(places, b), at(places, actor)));
    return Math.floor(others[0] / 5) === Math.floor(actor / 5);
  });
  assert.ok(near.length >= 0.85 * actors.length, String(near.length));
});

test("the shape around points has them all", () => {
  const { below } = dice(3);
  for (let round = 0; round < 50; round++) {
    const points = Array.from({ length: 3 + below(20) }, () => ({ x: below(100), y: below(100) }));
    const corners = hullOf(points);
    for (const { x, y } of points) {
      corners.forEach((one, n) => {
        const next = corners[(n + 1) % corners.length];
        assert.ok((next.x - one.x) * (y - one.y) - (next.y - one.y) * (x - one.x) >= -1e-9);
      });
    }
  }
  assert.deepEqual(hullOf([{ x: 1, y: 2 }]), [{ x: 1, y: 2 }]);
});

test("communities are called after those with most links inside, with what unites them", () => {
  const data = small();
  const one = /** @type {any} */ ({ ...data, communities: [0, 0, 0, 1], countries: { MLI: "Mali" }, actors: { ...data.actors, country: { words: ["", "MLI"], codes: [1, 1, 0, 1] } } });
  const passed = passing(one, noFilters());
  assert.deepEqual(communitiesIn(one, passed, [0, 1, 2, 3]), [{ number: 0, members: [0, 1, 2], names: [0, 1, 2], country: "Mali", relation: "attack" }]);
  assert.deepEqual(communitiesIn(one, passed, [0, 1, 3]), []); // two are no community
  const minor = { ...one, actors: { ...one.actors, minor: Uint8Array.from([1, 0, 0, 0]) } };
  assert.deepEqual(communitiesIn(minor, passed, [2, 1, 0])[0].names, [1, 2, 0]); // who has no name comes last
});

test("the view and places that a hand has moved stand in the link", () => {
  const seen = { camera: { x: -120, y: 44, scale: 0.731 }, places: [{ x: 0, y: -5 }, { x: 1200, y: 77 }] };
  assert.deepEqual(seenIn(seenHash(seen)), seen);
  assert.equal(seenHash({ camera: null, places: null }), "");
  assert.deepEqual(seenIn("places=1.2.3&camera=a"), { camera: null, places: null });
  assert.deepEqual(seenIn("view=table"), { camera: null, places: null });
});

test("what passes is taken away, drawn or not, but not what a hand has hidden", async () => {
  for (let seed = 0; seed < 10; seed++) {
    const { told, data } = press(seed, { people: 30, sentences: 80 });
    const passed = passing(data, firstFilters(data));
    const all = passingIn(data, passed, []);
    assert.deepEqual([all.actors.length, all.lines.length], [passed.actors, passed.lines]);
    assert.ok(drawn(data, passed, { limit: 4, added: [], hidden: [] }).lines.length <= all.lines.length);
    const away = data.lines.source[all.lines[0]];
    const rest = passingIn(data, passed, [away]);
    assert.ok(!rest.actors.includes(away) && rest.lines.every((line) => data.lines.source[line] !== away && data.lines.target[line] !== away));
    const read = { ...data, document: () => ({ title: "T", date: "2021-03-01", outlet: "O", url: "" }), evidence: async (/** @type {number} */ sentence) => ({ text: `Sentence ${sentence}.`, marks: () => null }) };
    const rows = await relationRows(read, passed, []);
    assert.equal(rows.length, passed.relations);
    for (const row of rows) {
      const own = told.find(({ id }) => id === row.id);
      assert.deepEqual([row.relation, row.verb, row.status, row.sentence, row.source], [own?.relation, own?.verb, own?.status, `Sentence ${own?.sentence}.`, `a${own?.source}`]);
      assert.deepEqual(Object.keys(row), RELATION_COLUMNS);
    }
  }
  assert.deepEqual(allOf(/** @type {any} */ ({ actors: { size: 2 }, lines: { size: 3 } })), { actors: [0, 1], lines: [0, 1, 2] });
});
