/** An export: the record as it is now, with what follows from it, as a file for the learner. */

import { derived } from "../learning/derived";
import { checkedLog } from "../learning/disagreements";
import type { CourseData, CourseKeys } from "../record/course_data";
import { mergeOwn } from "../record/merge";
import { fileName, write } from "../record/writing";
import { generatorOf } from "./append";
import type { Contents } from "./contents";
import { recordIn } from "./contents";

export interface ExportFile {
  readonly name: string;
  readonly text: string;
}

/** Write the file of what is kept; there is none before the first event. */
export function exportFile(contents: Contents, course: CourseData, keys: CourseKeys, now: number): ExportFile | null {
  const own = recordIn(contents);
  if (!own) return null;
  const identity = { ...own.identity, exportedAt: now, generator: generatorOf(course) };
  const named = { id: course.id, version: course.version, contentHash: course.contentHash };
  // merging with nothing states of every device the stretch that its events show
  const record = mergeOwn([{ ...own, identity, course: named }]);
  return { name: fileName(record), text: write(record, derived(checkedLog(record, course, keys), course, now)) };
}
