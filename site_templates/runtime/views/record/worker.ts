/** This script in a worker: it looks into one file, and hands out its record only when that is wanted. */

import type { Record } from "../../record/record";
import type { Refusal } from "../../record/refusals";
import type { Question } from "./looking";
import { look } from "./looking";
import type { News } from "./news";

/** What the page asks, and in the same order the results; before anything else that the worker is there. */
export type Asked = Question | "record";
export type Answer = "ready" | Refusal | News | Record | null;

interface Scope {
  onmessage: ((message: MessageEvent<Asked>) => void) | null;
  postMessage(answer: Answer): void;
}

/** Say whether this script runs in a worker. */
export function isWorker(): boolean {
  return typeof document === "undefined";
}

/** Answer the page. */
export function serve(): void {
  // the types of pages and workers exclude each other
  const scope = self as unknown as Scope;
  let record: Record | null = null;
  scope.onmessage = ({ data }) => {
    if (data === "record") return scope.postMessage(record);
    const looked = look(data);
    record = looked.record;
    scope.postMessage(looked.result);
  };
  scope.postMessage("ready");
}
