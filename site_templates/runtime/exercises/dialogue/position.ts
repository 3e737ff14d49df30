/** Where a dialogue stands: the choices of a record, followed through the dialogue as it is today. */

import type { Choice } from "../../learner/dialogue_runs";
import type { Graph, Step } from "../../learning/dialogue_graph";
import { replyAt } from "../../learning/dialogue_graph";
import { found } from "../../record/course_data";

/** Why a choice that was made here cannot stand: the turn was changed, or another one comes now. */
export interface Superseded {
  readonly why: "changed" | "moved";
  readonly at: number;
}

/** `here` is the turn that waits for a reply, or the ending. */
export interface Position {
  readonly steps: readonly Step[];
  readonly here: string;
  readonly isEnd: boolean;
  readonly superseded: Superseded | null;
}

/** Follow choices for as long as they are answers to what is asked today. */
export function walk(graph: Graph, way: readonly Choice[]): Position {
  const steps: Step[] = [];
  let here = graph.first;
  for (const choice of way) {
    if (isEnding(graph, here)) break;
    const superseded = misfit(graph, here, choice);
    if (superseded) return { steps, here, isEnd: false, superseded };
    const step: Step = [here, choice.body.reply];
    steps.push(step);
    here = replyAt(graph, step)!.next;
  }
  return { steps, here, isEnd: isEnding(graph, here), superseded: null };
}

export function isEnding({ endings }: Graph, name: string): boolean {
  return endings.includes(name);
}

function misfit(graph: Graph, here: string, { at, body }: Choice): Superseded | null {
  if (body.node !== here) return { why: "moved", at };
  const isSame = found(graph.turns, here)?.hash === body.nodeHash && replyAt(graph, [here, body.reply]);
  return isSame ? null : { why: "changed", at };
}
