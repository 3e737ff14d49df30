/** Whether a trainer feels as sure as their answers show. */

import type { StrandEstimate } from "../../record/schema";

const HIGHEST_LEVEL = 3;
const HALF_A_STEP = 1000 / HIGHEST_LEVEL / 2;

export type Gap = "surer" | "less_sure" | "fits" | "open";

/**
 * Compare a level with the evidence: each level means the part of the band around its circle.
 * Only when that stretch and the interval do not meet is there a gap worth mentioning.
 */
export function gapOf(level: number, { n, lowMilli, highMilli }: StrandEstimate): Gap {
  const own = (level / HIGHEST_LEVEL) * 1000;
  if (n === 0) return "open";
  if (own - HALF_A_STEP > highMilli) return "surer";
  return own + HALF_A_STEP < lowMilli ? "less_sure" : "fits";
}
