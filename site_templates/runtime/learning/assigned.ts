/** What a record says of assigned units: which, until when, by whom, and when each was completed. */

import type { Past } from "../record/log";
import { validEvents, validEventsOf } from "../record/log";
import type { EventOf } from "../record/record";
import type { ContinuingBody } from "../record/schema";

/** A unit as it was last assigned; `completedAt` is null until it is completed after that. */
export interface AssignedUnit {
  readonly body: ContinuingBody;
  readonly at: number;
  readonly completedAt: number | null;
}

/** Return each unit that was assigned, in the order in which units were first assigned. */
export function assignedUnits(past: Past): AssignedUnit[] {
  const found = new Map<string, AssignedUnit>();
  if (validEventsOf(past, "ce.assigned").length === 0) return [];
  // once through all: a file may assign thousands of units
  for (const { type, at, body } of validEvents(past)) {
    if (type === "ce.assigned") found.set(body.unitId, { body, at, completedAt: null });
    if (type !== "ce.completed") continue;
    const before = found.get(body.unitId);
    if (before && before.completedAt === null) found.set(body.unitId, { ...before, completedAt: at });
  }
  return [...found.values()];
}

/** Return when the unit of an assignment was completed after it, by the order of the log and not by clocks, or null. */
export function completedSince(past: Past, { id, body }: EventOf<"ce.assigned">): number | null {
  const events = validEvents(past);
  const after = events.slice(events.findIndex((event) => event.id === id) + 1);
  return after.find((event) => event.type === "ce.completed" && event.body.unitId === body.unitId)?.at ?? null;
}

/** Order by when units are due; what has no date comes last. */
export function byDueDate(one: { readonly body: ContinuingBody }, other: { readonly body: ContinuingBody }): number {
  return dueOf(one.body).localeCompare(dueOf(other.body));
}

function dueOf({ dueDate }: ContinuingBody): string {
  return dueDate ?? "9999-12-31";
}
