/** A worker that looks into one file, and hands out its record only when that is wanted. */

import type { Record, StoredEvent } from "../../record/record";
import { BLOCK } from "./record_from";

/**
 * What the page asks, and in the same order the results; before anything else that the worker is there.
 *
 * The record comes without its events, and these block by block, each asked for by the number of its first.
 */
type Asked<Question> = Question | "record" | number;
type Answer<Result> = "ready" | Result | Record | null | readonly StoredEvent[];

/** What was found in a file; `result` is answered at once, `record` when it is asked for. */
export interface LookedInto<Result> {
  readonly record: Record | null;
  readonly result: Result;
}

interface Scope<Question, Result> {
  onmessage: ((message: MessageEvent<Asked<Question>>) => void) | null;
  postMessage(answer: Answer<Result>): void;
}

/** Answer the page with what `look` finds. */
export function serveRecord<Question extends object, Result>(look: (question: Question) => LookedInto<Result>): void {
  // the types of pages and workers exclude each other
  const scope = self as unknown as Scope<Question, Result>;
  let record: Record | null = null;
  scope.onmessage = ({ data }) => {
    if (data === "record") return scope.postMessage(record && { ...record, events: [] });
    if (typeof data === "number") return scope.postMessage(record?.events.slice(data, data + BLOCK) ?? []);
    const looked = look(data);
    record = looked.record;
    scope.postMessage(looked.result);
  };
  scope.postMessage("ready");
}
