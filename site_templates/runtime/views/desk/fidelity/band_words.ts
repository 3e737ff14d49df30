/** The bands of the instruments in words. */

import type { Band } from "../../../desk/fidelity";
import { say } from "../words";

const WORDS = {
  unsatisfactory: "band_unsatisfactory",
  "needs-improvement": "band_needs_improvement",
  satisfactory: "band_satisfactory",
  "very-good": "band_very_good",
  excellent: "band_excellent",
  low: "band_low",
  moderate: "band_moderate",
  high: "band_high",
} as const satisfies Record<Band, string>;

/** Name a band. */
export function bandWords(band: Band): string {
  return say(WORDS[band]);
}
