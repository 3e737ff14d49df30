/** What was done, counted in words. */

import type { Done } from "../../learner/last_time";
import { sayCount } from "./words";

/** Return the counts, one after the other; empty where nothing was done that is counted. */
export function doneWords({ answered, right, lessons, exercises }: Done): string {
  const counts = [
    answered > 0 ? sayCount("last_answered", answered, { right: `${right}` }) : "",
    lessons > 0 ? sayCount("last_lessons", lessons) : "",
    exercises > 0 ? sayCount("last_exercises", exercises) : "",
  ];
  return counts.filter(Boolean).join(", ");
}
