/** The desk's script in a worker: a trainer's file is read beside the page. */

import type { Reading } from "../../../record/reading";
import { read } from "../../../record/reading";
import type { Refusal } from "../../../record/refusals";
import { isRefusal } from "../../../record/refusals";
import type { LookedInto } from "../../record/record_served";
import { serveRecord } from "../../record/record_served";

/** A file, and the course to which it should belong. */
export interface FileToRead {
  readonly bytes: ArrayBuffer;
  readonly course: string;
}

/** What a file says about itself, beside its record. */
export type About = Omit<Reading, "record">;

/** Answer the page. */
export function serve(): void {
  serveRecord(lookInto);
}

function lookInto({ bytes, course }: FileToRead): LookedInto<Refusal | About> {
  const reading = read(new Uint8Array(bytes), course);
  if (isRefusal(reading)) return { record: null, result: reading };
  const { record, ...about } = reading;
  return { record, result: about };
}
