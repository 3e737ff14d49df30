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
  const latest = new Map(validEventsOf(past, "ce.assigned").map((event) => [event.body.unitId, event]));
  return [...latest.values()].map((event) => ({
    body: event.body,
    at: event.at,
    completedAt: completedSince(past, event),
  }));
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
