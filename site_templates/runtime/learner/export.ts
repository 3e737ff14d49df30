/** An export: the record as it is now, with what follows from it, as a file for the learner. */

import { derived } from "../learning/derived";
import { checkedLogInParts } from "../learning/disagreements";
import type { CourseData, CourseKeys } from "../record/course_data";
import { mergeOwn } from "../record/merge";
import { fileName, writeInParts } from "../record/writing";
import type { Parts } from "../ui/turns";
import { atOnce, inTurns } from "../ui/turns";
import { generatorOf } from "./append";
import type { Contents } from "./contents";
import { recordIn } from "./contents";

export interface ExportFile {
  readonly name: string;
  readonly text: string;
  /** The digest that is in the text. */
  readonly digest: string;
}

/** Write the file of what is kept; there is none before the first event. */
export function exportFile(...of: Parameters<typeof exportInParts>): ExportFile | null {
  return atOnce(exportInParts(...of));
}

/** The same with turns for the page; no one leaves an export halfway. */
export async function exportInTurns(...of: Parameters<typeof exportInParts>): Promise<ExportFile | null> {
  return (await inTurns(exportInParts(...of), new AbortController().signal)) ?? null;
}

/** The same in parts, for a long record. */
export function* exportInParts(
  contents: Contents,
  course: CourseData,
  keys: CourseKeys,
  now: number,
): Parts<ExportFile | null> {
  const own = recordIn(contents);
  if (!own) return null;
  const identity = { ...own.identity, exportedAt: now, generator: generatorOf(course) };
  const named = { id: course.id, version: course.version, contentHash: course.contentHash };
  // merging with nothing states of every device the stretch that its events show
  const record = mergeOwn([{ ...own, identity, course: named }]);
  yield;
  const log = yield* checkedLogInParts(record, course, keys);
  yield;
  const follows = derived(log, course, now);
  yield;
  return { name: fileName(record), ...(yield* writeInParts(record, follows)) };
}
