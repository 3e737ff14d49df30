/** Credit for the choices of a dialogue. The same rules are in `course/learning/dialogues.py`. */

import type { Credit, Graph, Step } from "./dialogue_graph";
import { replyAt } from "./dialogue_graph";

type Turns = Pick<Graph, "turns">;

/** How a competency went along a path: its turns, and at how many the reply earned all or some credit. */
export interface Tally {
  readonly turns: number;
  readonly full: number;
  readonly partly: number;
}

/** Return the credit that a reply earns for each competency of its turn. */
export function creditAt(graph: Turns, step: Step): Credit {
  const reply = replyAt(graph, step);
  if (!reply) throw new Error(`no credit can be given: there is no reply ${step.join("/")}`);
  return reply.credit;
}

/** Count along a path, for every competency separately, never as one total. */
export function tally(graph: Turns, path: readonly Step[]): ReadonlyMap<string, Tally> {
  const found = new Map<string, Tally>();
  for (const step of path) {
    for (const [competency, milli] of Object.entries(creditAt(graph, step))) {
      found.set(competency, counted(found.get(competency) ?? { turns: 0, full: 0, partly: 0 }, milli));
    }
  }
  return found;
}

function counted({ turns, full, partly }: Tally, milli: number): Tally {
  const isFull = milli === 1000;
  return { turns: turns + 1, full: full + Number(isFull), partly: partly + Number(milli > 0 && !isFull) };
}
