/** What of units is for those with more time: a unit is done without it. */

import type { Unit } from "./page_data.gen";

/** Return the ids of the questions and exercises that can wait. */
export function waitingIn(units: readonly Unit[]): string[] {
  return units.flatMap(({ lessons }) => lessons.flatMap(({ waits = [] }) => waits));
}
