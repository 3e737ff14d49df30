/** What each dialogue shows, found from the events: the path of its latest run. */

import type { Past } from "../record/log";
import { pastOf, validEvents } from "../record/log";
import type { EventOf, KnownEvent } from "../record/record";
import type { Circumstances, NewEvent } from "./append";
import { append } from "./append";
import type { Change, Contents } from "./contents";

export type Choice = EventOf<"dialogue.choice">;
type DialogueEvent = Choice | EventOf<"dialogue.started"> | EventOf<"dialogue.finished">;

/** One holding of a dialogue; runs are counted on each device. */
export interface Run {
  readonly device: string;
  readonly number: number;
}

/** `path`: the choices of the latest run, by their step. `isFinished`: some run has come to an end. */
export interface DialogueProgress {
  readonly run: Run | null;
  readonly path: readonly Choice[];
  readonly isFinished: boolean;
}

export const NOT_BEGUN: DialogueProgress = { run: null, path: [], isFinished: false };

/** Return the state of every dialogue that has been begun. */
export function dialogueProgress(past: Past): ReadonlyMap<string, DialogueProgress> {
  const events = validEvents(past).filter(isOfDialogue);
  const spoken = new Set(events.flatMap((event) => (event.type === "dialogue.choice" ? [nameOf(event)] : [])));
  const found = new Map<string, Replay>();
  for (const event of events) {
    const { dialogueId } = event.body;
    const replay = found.get(dialogueId) ?? new Replay();
    found.set(dialogueId, replay);
    replay.take(event, spoken.has(nameOf(event)));
  }
  return new Map([...found].map(([id, replay]) => [id, replay.progress]));
}

/** Return the change that puts dialogues aside: each waits at its first turn again, and nothing is lost. */
export function restartDialogues(
  contents: Contents,
  dialogues: readonly string[],
  circumstances: Circumstances,
): Change {
  const past = pastOf(contents.events);
  const begun = dialogueProgress(past);
  const newEvents = dialogues.flatMap((dialogueId): NewEvent[] => {
    const last = begun.get(dialogueId)?.path.slice(-1)[0];
    if (!last) return [];
    const run = nextRun(past, dialogueId, contents.self?.device);
    return [{ type: "dialogue.started", body: { dialogueId, dialogueHash: last.body.dialogueHash, run } }];
  });
  return append(contents, newEvents, circumstances);
}

/** Return the number of a device's next run; events that do not count have used theirs up as well. */
export function nextRun(past: Past, dialogue: string, device: string | undefined): number {
  return Math.max(0, ...eventsOf(past, dialogue, device).map(({ body }) => body.run)) + 1;
}

/** Return the runs that a device has finished. */
export function runsFinished(past: Past, dialogue: string, device: string | undefined): ReadonlySet<number> {
  const finished = eventsOf(past, dialogue, device).filter(({ type }) => type === "dialogue.finished");
  return new Set(finished.map(({ body }) => body.run));
}

/** Say whether a run is the one that counts as evidence, the first of all. */
export function isFirstRun({ events }: Past, dialogue: string, { device, number }: Run): boolean {
  const first = events.filter(isOfDialogue).find(({ body }) => body.dialogueId === dialogue);
  return first?.device === device && first.body.run === number;
}

function eventsOf({ events }: Past, dialogue: string, device: string | undefined): DialogueEvent[] {
  return events.filter(isOfDialogue).filter((event) => event.device === device && event.body.dialogueId === dialogue);
}

function isOfDialogue(event: KnownEvent): event is DialogueEvent {
  return event.type === "dialogue.started" || event.type === "dialogue.choice" || event.type === "dialogue.finished";
}

function nameOf({ device, body }: DialogueEvent): string {
  return `${body.dialogueId}/${device}/${body.run}`;
}

/** Takes the events of one dialogue in their order. */
class Replay {
  private readonly paths = new Map<string, readonly Choice[]>();
  private run: Run | null = null;
  private path: readonly Choice[] = [];
  private isFinished = false;

  get progress(): DialogueProgress {
    return { run: this.run, path: this.path, isFinished: this.isFinished };
  }

  take(event: DialogueEvent, isSpoken: boolean): void {
    if (event.type === "dialogue.choice") this.choose(event);
    else if (event.type === "dialogue.finished") this.isFinished = true;
    // a run in which nothing was said is how a dialogue begins again
    else if (!isSpoken) this.putAside();
  }

  /** A run that begins at a later turn goes on from what the run before has said until then. */
  private choose(choice: Choice): void {
    const name = nameOf(choice);
    this.path = choseAt(this.paths.get(name) ?? this.path.slice(0, choice.body.step - 1), choice);
    this.paths.set(name, this.path);
    this.run = { device: choice.device, number: choice.body.run };
  }

  private putAside(): void {
    this.run = null;
    this.path = [];
    this.isFinished = false;
  }
}

/** A turn answered again keeps what followed only if the reply is the same. */
function choseAt(path: readonly Choice[], choice: Choice): readonly Choice[] {
  const { step, reply } = choice.body;
  const after = path[step - 1]?.body.reply === reply ? path.slice(step) : [];
  return [...path.slice(0, step - 1), choice, ...after];
}
