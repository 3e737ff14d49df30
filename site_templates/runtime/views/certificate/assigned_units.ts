/** The units that someone has assigned, and when each was completed, as far as it is. */

import type { Titles } from "../../course/titles";
import type { Log } from "../../record/log";
import { validEventsOf } from "../../record/log";

/** `completedAt` is null while the unit is open. */
export interface AssignedUnit {
  readonly title: string;
  readonly assigner: string | null;
  readonly dueDate: string | null;
  readonly completedAt: number | null;
}

/** Return each unit as it was last assigned, in the order of assigning. */
export function assignedUnits(log: Log, titles: Titles): AssignedUnit[] {
  const latest = new Map(validEventsOf(log, "ce.assigned").map((event) => [event.body.unitId, event]));
  const completed = validEventsOf(log, "ce.completed");
  return [...latest.values()].map(({ body: { unitId, assigner, dueDate }, at }) => ({
    title: titles.units.find(({ id }) => id === unitId)?.title ?? unitId,
    assigner,
    dueDate,
    completedAt: completed.find(({ body, at: when }) => body.unitId === unitId && when >= at)?.at ?? null,
  }));
}
