/** What a record says of assigned units: which, until when, by whom, and what became of them. */

import { units } from "../learning/units";
import type { CourseData } from "../record/course_data";
import type { Log } from "../record/log";
import { validEventsOf } from "../record/log";
import type { ContinuingBody } from "../record/schema";

export type AssignedState = "done" | "open" | "overdue";

/** One unit as it was last assigned. */
export interface Assigned {
  readonly body: ContinuingBody;
  readonly at: number;
  readonly state: AssignedState;
}

/** Return the units that were assigned, those due first at the front; `today` is a date such as 2026-05-04. */
export function assignedIn(log: Log, course: CourseData, today: string): Assigned[] {
  const done = new Set(
    units(log, course)
      .filter(({ status }) => status === "done")
      .map(({ unitId }) => unitId),
  );
  // units that are only planned are not in the course yet, and can be completed elsewhere
  for (const { body } of validEventsOf(log, "ce.completed")) done.add(body.unitId);
  const latest = new Map(validEventsOf(log, "ce.assigned").map((event) => [event.body.unitId, event]));
  return [...latest.values()]
    .map(({ body, at }) => ({ body, at, state: stateOf(body, done, today) }))
    .sort((one, other) => dueOf(one).localeCompare(dueOf(other)) || one.at - other.at);
}

function stateOf({ unitId, dueDate }: ContinuingBody, done: ReadonlySet<string>, today: string): AssignedState {
  if (done.has(unitId)) return "done";
  return dueDate !== null && dueDate < today ? "overdue" : "open";
}

/** What has no date comes last. */
function dueOf({ body }: Assigned): string {
  return body.dueDate ?? "9999-12-31";
}
