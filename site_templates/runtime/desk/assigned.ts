/** What has become of the units that were assigned to a trainer. */

import type { AssignedUnit } from "../learning/assigned";
import { assignedUnits, byDueDate } from "../learning/assigned";
import type { Past } from "../record/log";

export type AssignedState = "done" | "open" | "overdue";

/** One unit as it was last assigned. */
export interface Assigned extends AssignedUnit {
  readonly state: AssignedState;
}

/** Return the units that were assigned, those due first at the front; `today` is a date such as 2026-05-04. */
export function assignedIn(past: Past, today: string): Assigned[] {
  return assignedUnits(past)
    .map((unit) => ({ ...unit, state: stateOf(unit, today) }))
    .sort((one, other) => byDueDate(one, other) || one.at - other.at);
}

function stateOf({ body: { dueDate }, completedAt }: AssignedUnit, today: string): AssignedState {
  if (completedAt !== null) return "done";
  return dueDate !== null && dueDate < today ? "overdue" : "open";
}
