/** Looking into a file of unknown origin: a worker's work, because a large one takes many seconds. */

import type { Contents } from "../../learner/contents";
import { readOwn } from "../../record/reading";
import type { Refusal } from "../../record/refusals";
import { isRefusal } from "../../record/refusals";
import type { Judging, News } from "./news";
import { newsOf } from "./news";
import type { LookedInto } from "./record_served";

/** A file, and what it is compared with. */
export interface Question {
  readonly bytes: ArrayBuffer;
  readonly course: string;
  readonly contents: Contents;
  readonly judging: Judging;
}

/** Read, check and compare a file: what the trainer is shown, and what can then be added. */
export function look({ bytes, course, contents, judging }: Question): LookedInto<Refusal | News> {
  const reading = readOwn(new Uint8Array(bytes), course);
  return isRefusal(reading)
    ? { result: reading, record: null }
    : { result: newsOf(contents, reading.record, judging), record: reading.record };
}
