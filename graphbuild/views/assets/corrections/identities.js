/** Who is who after some corrections. */

/**
 * @typedef {import("./correct.js").Correction} Correction
 */

const LANDS = new Set(["country", "place"]);

/**
 * @typedef {{ heir: Int32Array, gone: Uint8Array, name: string[], type: string[], role: string[], country: string[],
 *   renamed: Map<number, string[]>, dropped: Map<string, number>, idle: boolean[] }} Identities
 *   `heir` leads from each actor to the one that it is the same as, -1 if it is to be ignored; `dropped` are rows, by their ids.
 */

/**
 * Who is who after the corrections.
 * @param {import("../data/payload.js").Data} base
 * @param {Correction[]} list
 * @returns {Identities}
 */
export function identities({ actors, rows }, list) {
  const place = new Map(actors.id.map((id, at) => [id, at]));
  const into = Int32Array.from({ length: actors.size }, (_, at) => at);
  const gone = new Uint8Array(actors.size);
  const ignored = new Uint8Array(actors.size);
  const name = [...actors.name];
  const words = (/** @type {import("../data/payload.js").Coded} */ column) => Array.from(column.codes, (code) => column.words[code]);
  const [type, role, country] = [words(actors.type), words(actors.role), words(actors.country)];
  /** @type {Map<number, string[]>} */
  const renamed = new Map();
  /** @type {Map<string, number>} */
  const denied = new Map();
  /** @type {[number, number][]} */
  const apart = [];
  const root = (/** @type {number} */ at) => {
    let end = at;
    while (into[end] !== end) end = into[end];
    return end;
  };
  const living = (/** @type {string} */ id) => {
    let at = place.get(id) ?? -1;
    while (at >= 0 && into[at] !== at) at = into[at];
    return at >= 0 && !ignored[at] ? at : -1;
  };
  const last = new Map(list.map((one, at) => [saidBy(one), at]));
  const act = (/** @type {Correction} */ { action, subject, object }) => {
    if (action === "drop") return denied.set(subject, -1).size > 0;
    if (action === "confirm" || action === "reclass") return true;
    if (action === "relink") return object === "none" || living(object) >= 0;
    const at = living(subject);
    if (at < 0) return false;
    if (action === "different" || action === "add") {
      const other = living(object);
      if (action === "different" && other >= 0 && other !== at) apart.push([at, other]);
      return other >= 0 && other !== at;
    }
    if (action === "merge") {
      const to = living(object);
      if (to < 0 || to === at || apart.some((pair) => pair.map(root).sort().join() === [at, to].sort().join())) return false;
      into[at] = to;
      gone[at] = 1;
      type[to] = [type[to], type[at]].sort().join() === "official,person" ? "official" : type[to] || type[at];
      role[to] ||= LANDS.has(type[to]) ? "" : role[at]; // a country that takes in its officials holds no office
      country[to] ||= country[at];
    } else if (action === "rename") {
      renamed.set(at, [...(renamed.get(at) ?? []), name[at]]);
      name[at] = object;
    } else if (action === "retype") type[at] = object;
    else if (action === "country") country[at] = object;
    else if (action === "role") role[at] = object;
    else if (action === "ignore") gone[at] = ignored[at] = 1;
    return true;
  };
  const idle = list.map((one, at) => last.get(saidBy(one)) !== at || !act(one));
  for (const id of denied.keys()) denied.set(id, rows.place(id));
  list.forEach(({ action, subject }, at) => { if (action === "drop" && denied.get(subject) === -1) idle[at] = true; });
  const dropped = new Map([...denied].filter(([, row]) => row >= 0));
  const heir = into.map((_, at) => (ignored[root(at)] ? -1 : root(at)));
  const told = (/** @type {string[]} */ column) => column.map((word) => (word === "none" ? "" : word)); // that there is none was said
  return { heir, gone, name, type, role: told(role), country: told(country), renamed, dropped, idle };
}

/**
 * What a correction says; the same said twice counts at its last place.
 * @param {Correction} correction
 */
function saidBy({ action, subject, object, relation = "", evidence = "" }) {
  return [action, subject, object, relation, evidence].join("\n");
}
