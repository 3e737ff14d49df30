/** How far a unit is, in words. */

import type { Progress } from "../../learner/progress";
import { say, sayCount } from "../../ui/saving_words";

const WORDS = { "not-started": "progress_none", "in-progress": "progress_some", done: "progress_done" } as const;

/** Say it; both, if a unit was done and is begun again, and what is left for who has more time once it is done. */
export function progressWords({ state, done, total, more }: Progress): string {
  if (state === "done" && done < total) return say("progress_again", { done, total });
  if (state === "done" && more > 0) return sayCount("progress_more", more);
  return say(WORDS[state], { done, total });
}
