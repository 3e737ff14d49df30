/** A file that a trainer chose, looked into beside the page, or in it where the browser has no workers. */

import type { Record, StoredEvent } from "../../record/record";
import type { Refusal } from "../../record/refusals";
import type { Question } from "./looking";
import { look } from "./looking";
import type { News } from "./news";
import type { Answer, Asked } from "./worker";
import { BLOCK } from "./worker";

/** The bundle's own function (see `tools/bundle.py`): its text is all that a worker needs, so nothing is fetched. */
declare const imrScript: () => void;

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
  const result = (await asked(worker, question, [question.bytes])) as Refusal | News;
  return {
    result,
    record: () => recordFrom(worker),
    close: () => worker.terminate(),
  };
}

/** Take over the record, its events block by block. */
async function recordFrom(worker: Worker): Promise<Record | null> {
  const record = (await asked(worker, "record")) as Record | null;
  if (!record) return null;
  const events: StoredEvent[] = [];
  let block: readonly StoredEvent[];
  do {
    block = (await asked(worker, events.length)) as readonly StoredEvent[];
    events.push(...block);
  } while (block.length === BLOCK);
  return { ...record, events };
}

function chosenHere(question: Question): ChosenFile {
  const { result, record } = look(question);
  return { result, record: () => Promise.resolve(record), close: () => {} };
}

/** Start a worker from a Blob: pages opened from a file may start none by address. */
async function startWorker(signal: AbortSignal): Promise<Worker | null> {
  const address = URL.createObjectURL(new Blob([`(${imrScript.toString()})()`], { type: "text/javascript" }));
  try {
    const worker = new Worker(address);
    signal.addEventListener("abort", () => worker.terminate());
    await nextAnswer(worker);
    return worker;
  } catch {
    // there are none, or the host forbids them
    return null;
  } finally {
    URL.revokeObjectURL(address);
  }
}

function asked(worker: Worker, what: Asked, handedOver: Transferable[] = []): Promise<Answer> {
  const answer = nextAnswer(worker);
  worker.postMessage(what, handedOver);
  return answer;
}

function nextAnswer(worker: Worker): Promise<Answer> {
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Answer>) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message || "the worker does not start"));
  });
}
