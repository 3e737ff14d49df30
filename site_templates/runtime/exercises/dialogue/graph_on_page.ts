/** The graph of a dialogue, as its page carries it. */

import type { Graph } from "../../learning/dialogue_graph";
import { needValue } from "../../ui/dom";

export function readGraph(root: HTMLElement): Graph {
  return JSON.parse(needValue(root, "graph")) as Graph;
}
