/** The point that a dialogue has reached: the choices of a record, followed through the dialogue as it is today. */

import type { Choice } from "../../learner/dialogue_runs";
import type { Graph, Step } from "../../learning/dialogue_graph";
import type { State } from "../../learning/dialogue_state";
import { after, offered, opening, remembers } from "../../learning/dialogue_state";
import { found } from "../../record/course_data";

/** Why a choice that was made here cannot stand: the turn was changed, or another one comes now. */
export interface Superseded {
  readonly why: "changed" | "moved";
  readonly at: number;
}

/** `state` is where it is, at a turn that waits for a reply or at an ending; `states` ends with it.
 *
 * Before that `states` holds the one in which each step was taken.
 */
export interface Position {
  readonly steps: readonly Step[];
  readonly states: readonly State[];
  readonly state: State;
  readonly isEnd: boolean;
  readonly superseded: Superseded | null;
}

/** Follow choices for as long as they are answers to what is asked today. */
export function walk(graph: Graph, path: readonly Choice[]): Position {
  const steps: Step[] = [];
  const states = [opening(graph)];
  let superseded: Superseded | null = null;
  let newest = 0;
  for (const choice of path) {
    const state = states[steps.length]!;
    if (isEnding(graph, state.place)) break;
    superseded = misfit(graph, state, choice, newest);
    if (superseded) break;
    steps.push([state.place, choice.body.reply]);
    states.push(after(graph, state, choice.body.reply));
    newest = choice.at;
  }
  return positionAt(graph, steps, states, superseded);
}

/** Return a position before one of the steps of a path; the first is number 1. */
export function backTo(graph: Graph, { steps, states }: Position, number: number): Position {
  return positionAt(graph, steps.slice(0, number - 1), states.slice(0, number), null);
}

export function isEnding({ endings }: Graph, name: string): boolean {
  return endings.includes(name);
}

function positionAt(
  graph: Graph,
  steps: readonly Step[],
  states: readonly State[],
  superseded: Superseded | null,
): Position {
  const state = states[steps.length]!;
  return { steps, states, state, isEnd: isEnding(graph, state.place), superseded };
}

/** `newest` is when the step before was taken. */
function misfit(graph: Graph, state: State, { at, body }: Choice, newest: number): Superseded | null {
  // what was said after a turn that was answered again may have been said under other marks
  const isOfBefore = at < newest && remembers(graph);
  if (body.node !== state.place || isOfBefore) return { why: "moved", at };
  if (found(graph.turns, state.place)?.hash !== body.nodeHash) return { why: "changed", at };
  return offered(graph, state).includes(body.reply) ? null : { why: "changed", at };
}
