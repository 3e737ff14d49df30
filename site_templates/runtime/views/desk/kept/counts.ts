/** How much is on a desk, in words. */

import type { DeskContents } from "../../../desk/contents";
import { KINDS } from "../../../desk/contents";
import { sayCount } from "../words";

const COUNTS = {
  trainers: "count_trainers",
  ratings: "count_ratings",
  assignments: "count_assignments",
  observations: "count_observations",
} as const;

/** Count what is on a desk, or would be new on it. */
export function countWords(contents: DeskContents): string {
  return KINDS.map((kind) => sayCount(COUNTS[kind], contents[kind].length)).join(" · ");
}
