/** The desk's script in a worker: it reads one file, and hands out its record when that is wanted. */

import type { Reading } from "../../../record/reading";
import { read } from "../../../record/reading";
import type { Record, StoredEvent } from "../../../record/record";
import type { Refusal } from "../../../record/refusals";
import { isRefusal } from "../../../record/refusals";
import { BLOCK } from "../../record/record_from";

/** A file, and the course to which it should belong. */
export interface FileToRead {
  readonly bytes: ArrayBuffer;
  readonly course: string;
}

/** What a file says about itself, beside its record. */
export type About = Omit<Reading, "record">;

type Asked = FileToRead | "record" | number;
type Answer = "ready" | Refusal | About | Record | null | readonly StoredEvent[];

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
    const reading = read(new Uint8Array(data.bytes), data.course);
    if (isRefusal(reading)) return scope.postMessage(reading);
    const { record: found, ...about } = reading;
    record = found;
    scope.postMessage(about);
  };
  scope.postMessage("ready");
}
