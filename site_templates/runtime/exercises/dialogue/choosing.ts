/** Choices become events: the first one begins a run, the one that leads to an ending finishes it. */

import type { Circumstances, NewEvent } from "../../learner/append";
import { append } from "../../learner/append";
import type { Change, Contents } from "../../learner/contents";
import type { DialogueProgress } from "../../learner/dialogue_runs";
import { dialogueProgress, NOT_BEGUN, nextRun, runsFinished } from "../../learner/dialogue_runs";
import { pastIn } from "../../learner/responses";
import type { Graph, Step } from "../../learning/dialogue_graph";
import { after } from "../../learning/dialogue_state";
import { creditAt } from "../../learning/dialogues";
import { found } from "../../record/course_data";
import type { BodyOf } from "../../record/record";
import { isEnding, walk } from "./position";

/** A dialogue as it is now; when the meaning of anything in it changes, so does its hash. */
export interface DialogueVersion {
  readonly id: string;
  readonly hash: string;
  readonly graph: Graph;
}

/** A reply at a numbered turn of the path; `isNewRun` when that turn is tried again. */
export interface Chosen {
  readonly number: number;
  readonly step: Step;
  readonly isNewRun: boolean;
}

/** Return the state of a dialogue in what is stored. */
export function progressIn(contents: Contents, dialogue: string): DialogueProgress {
  return dialogueProgress(pastIn(contents)).get(dialogue) ?? NOT_BEGUN;
}

/** Name the point that a dialogue has reached, to notice that another tab has gone on with it. */
export function markOf({ run, path, isFinished }: DialogueProgress): string {
  return JSON.stringify([run, path.map(({ id }) => id), isFinished]);
}

/** Return the change that keeps a choice. */
export function choose(
  contents: Contents,
  dialogue: DialogueVersion,
  chosen: Chosen,
  circumstances: Circumstances,
): Change {
  const { run, path } = progressIn(contents, dialogue.id);
  const past = pastIn(contents);
  const device = contents.self?.device;
  const goesOn = !chosen.isNewRun && run !== null && run.device === device;
  const about = {
    dialogueId: dialogue.id,
    dialogueHash: dialogue.hash,
    run: goesOn ? run.number : nextRun(past, dialogue.id, device),
  };
  const newEvents: NewEvent[] = [{ type: "dialogue.choice", body: { ...about, ...bodyOf(dialogue.graph, chosen) } }];
  if (!goesOn) newEvents.unshift({ type: "dialogue.started", body: about });
  // however often its last turn is answered again, a run is finished once
  const { state } = walk(dialogue.graph, path.slice(0, chosen.number - 1));
  const isOver = isEnding(dialogue.graph, after(dialogue.graph, state, chosen.step[1]).place);
  if (isOver && !runsFinished(past, dialogue.id, device).has(about.run))
    newEvents.push({ type: "dialogue.finished", body: about });
  return append(contents, newEvents, circumstances);
}

type ChoiceBody = Omit<BodyOf<"dialogue.choice">, keyof BodyOf<"dialogue.started">>;

function bodyOf(graph: Graph, { number, step }: Chosen): ChoiceBody {
  const [node, reply] = step;
  const nodeHash = found(graph.turns, node)?.hash ?? "";
  return { step: number, node, nodeHash, reply, scoreMilli: { ...creditAt(graph, step) } };
}
