/** This script in a worker: it looks into one file, and hands out its record only when that is wanted. */

import type { Record, StoredEvent } from "../../record/record";
import type { Refusal } from "../../record/refusals";
import type { Question } from "./looking";
import { look } from "./looking";
import type { News } from "./news";
import { BLOCK } from "./record_from";

/**
 * What the page asks, and in the same order the results; before anything else that the worker is there.
 *
 * The record comes without its events, and these block by block, each asked for by the number of its first.
 */
export type Asked = Question | "record" | number;
export type Answer = "ready" | Refusal | News | Record | null | readonly StoredEvent[];

interface Scope {
  onmessage: ((message: MessageEvent<Asked>) => void) | null;
  postMessage(answer: Answer): void;
}

/** Answer the page. */
export function serve(): void {
  // the types of pages and workers exclude each other
  const scope = self as unknown as Scope;
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
