/** How far a unit is, in words. */

import type { Progress } from "../../learner/progress";
import { say, sayCount } from "./words";

const WORDS = { "not-started": "none", "in-progress": "some", done: "done" } as const;

/** Say it; both, if a unit was done and is begun again, and what is left for those with more time once it is done. */
export function progressWords({ state, done, total, more }: Progress): string {
  if (state === "done" && done < total) return say("again", { done, total });
  if (state === "done" && more > 0) return sayCount("more", more);
  return say(WORDS[state], { done, total });
}
