/** What the readers of Gephi Lite make of a graph file: `node graphs.js FILE`, as JSON. */

import { DOMParser } from "@xmldom/xmldom";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const { MultiDirectedGraph } = require("graphology");
Object.assign(globalThis, { DOMParser }); // the readers are a browser's

const path = process.argv[2];
const text = readFileSync(path, "utf8");
const graph = path.endsWith(".gexf")
  ? require("graphology-gexf").parse(MultiDirectedGraph, text)
  : require("graphology-graphml").parse(MultiDirectedGraph, text);
console.log(JSON.stringify({
  nodes: Object.fromEntries(graph.mapNodes((/** @type {string} */ node, /** @type {any} */ data) => [node, data])),
  edges: graph.mapEdges((/** @type {string} */ key, /** @type {any} */ data, /** @type {string} */ source, /** @type {string} */ target) => ({ key, source, target, data })),
}));
