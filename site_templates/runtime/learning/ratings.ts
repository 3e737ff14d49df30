/** Which ratings count: of every element the latest one given cold. */

import type { CourseData } from "../record/course_data";
import { found } from "../record/course_data";
import type { Past } from "../record/log";
import { compare } from "../record/record";
import { isHash } from "../record/same_hash";
import type { Pair } from "./agreement";
import { COLD_AFTER } from "./evidence";

/** `lastAt`: when an element was last rated, for each exercise of the course. */
export interface Ratings {
  readonly pairs: readonly Pair[];
  readonly superseded: number;
  readonly lastAt: ReadonlyMap<string, number>;
}

/** The latest cold rating of an element. */
interface Counted {
  readonly exercise: string;
  readonly element: string;
  readonly pair: Pair;
}

/**
 * Find the ratings that count, in the order of their elements' names.
 *
 * A rating is cold if the element was never rated before, or 21 days ago or more:
 * the authors' rating is shown after each.
 */
export function ratings(past: Past, course: CourseData): Ratings {
  const counted = new Map<string, Counted>();
  const superseded = new Set<string>();
  const seen = new Map<string, number>();
  const lastAt = new Map<string, number>();
  for (const event of past.events) {
    if (event.type !== "rating.given") continue;
    const { exerciseId, exerciseHash, element, value } = event.body;
    const name = `${exerciseId}/${element}`;
    const isCold = event.at - (seen.get(name) ?? -Infinity) >= COLD_AFTER;
    seen.set(name, event.at);
    const exercise = found(course.ratings ?? {}, exerciseId);
    if (past.excluded.has(event.id) || !exercise) continue;
    lastAt.set(exerciseId, event.at);
    const reference = found(exercise.elements, element);
    if (!isHash(exercise.hash, exerciseHash) || reference === undefined) superseded.add(name);
    else if (isCold) counted.set(name, { exercise: exerciseId, element, pair: [value, reference] });
  }
  // by exercise, then by element: as one text, `a-b/c` would come before `a/c`
  const elements = [...counted.values()].sort(
    (one, other) => compare(one.exercise, other.exercise) || compare(one.element, other.element),
  );
  return {
    pairs: elements.map(({ pair }) => pair),
    superseded: [...superseded].filter((name) => !counted.has(name)).length,
    lastAt,
  };
}
