/** A file that a trainer chose, looked into beside the page, or in it where the browser has no workers. */

import type { Record } from "../../record/record";
import type { Refusal } from "../../record/refusals";
import { asked, startWorker } from "../../ui/own_worker";
import type { Question } from "./looking";
import { look } from "./looking";
import type { News } from "./news";
import { recordFrom } from "./record_from";

export interface ChosenFile {
  readonly result: Refusal | News;
  /** Return what is to be added. */
  record(): Promise<Record | null>;
  /** Let go of it. */
  close(): void;
}

/** Look into a file, unless the signal comes first. */
export async function chosenFile(question: Question, signal: AbortSignal): Promise<ChosenFile> {
  const worker = await startWorker(signal);
  if (!worker) return chosenHere(question);
  const result = await asked<Refusal | News>(worker, question, [question.bytes]);
  return {
    result,
    record: () => recordFrom(worker),
    close: () => worker.terminate(),
  };
}

function chosenHere(question: Question): ChosenFile {
  const { result, record } = look(question);
  return { result, record: () => Promise.resolve(record), close: () => {} };
}
