/** What a supervisor should know about a file before relying on it; twin of `course/records/inspect.py`. */

import { derived } from "../learning/derived";
import { checked, disagreements } from "../learning/disagreements";
import type { CourseData, CourseKeys } from "../record/course_data";
import type { Log } from "../record/log";
import { logOf } from "../record/log";
import type { Reading } from "../record/reading";
import type { Derived } from "../record/schema";

export type ProfileComparison = "agrees" | "differs" | "other-course-version" | "other-method" | "missing";

/**
 * `log`: without what the keys of the course contradict. `computed`: the profile at the moment of the export.
 *
 * `derived`: whether the profile in the file is the one that we compute.
 */
export interface Inspection {
  readonly isUnchanged: boolean;
  readonly log: Log;
  readonly computed: Derived;
  readonly derived: ProfileComparison;
}

/** Compare a file with the course, and with what follows from its events. */
export function inspect(reading: Reading, course: CourseData, keys: CourseKeys): Inspection {
  const all = logOf(reading.record);
  const log = checked(all, disagreements(all, course, keys));
  const computed = derived(log, course, reading.record.identity.exportedAt);
  return { isUnchanged: reading.isUnchanged, log, computed, derived: comparison(reading, course, computed) };
}

/** Say whether the digest fits, and nothing in the file needs to be asked about. */
export function isSound({ isUnchanged, log, derived }: Inspection): boolean {
  const odd = log.gaps.length + log.forks.length + log.conflicts.length + log.breaks.length + log.disagreeing.length;
  return isUnchanged && odd === 0 && derived !== "differs" && derived !== "missing";
}

function comparison({ record, derived }: Reading, course: CourseData, computed: Derived): ProfileComparison {
  if (derived === null) return "missing";
  if (record.course.contentHash !== course.contentHash) return "other-course-version";
  if (!isSame(derived.computedBy, computed.computedBy)) return "other-method";
  return isSame(derived, computed) ? "agrees" : "differs";
}

/** Say whether two values have the same canonical form; both hold only what JSON can. */
function isSame(one: unknown, other: unknown): boolean {
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return one === other;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const keys = Object.keys(one) as (keyof typeof one)[];
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && isSame(one[key], other[key]))
  );
}
