/** How far a unit is, in words. */

import type { Progress } from "../../learner/progress";
import { say } from "../../ui/saving_words";

const WORDS = { "not-started": "progress_none", "in-progress": "progress_some", done: "progress_done" } as const;

/** Say it; both, if a unit was done and is begun again. */
export function progressWords({ state, done, total }: Progress): string {
  return say(state === "done" && done < total ? "progress_again" : WORDS[state], { done, total });
}
