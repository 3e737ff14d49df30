/** How far each unit is, and the minutes that it gives credit for. */

import { found } from "./course_data";
import type { CourseData, UnitData } from "./course_data";
import { standingOf } from "./log";
import type { Log } from "./log";
import type { UnitStatus } from "./schema";

/** Give every unit's status, in the order of the course. */
export function units(log: Log, course: CourseData): UnitStatus[] {
  const asked = Object.entries(course.items);
  const answered = answeredItems(log, course);
  const assigned = lastByUnit(standingOf(log, "ce.assigned"));
  const completed = lastByUnit(standingOf(log, "ce.completed"));
  return course.units.map(({ id, minutes }: UnitData) => {
    const items = asked.filter(([, { unit }]) => unit === id).map(([name]) => name);
    const done = items.filter((name) => answered.has(name)).length;
    const hasAll = items.length > 0 && done === items.length;
    return {
      unitId: id,
      status: hasAll || completed.has(id) ? "done" : done > 0 ? "in-progress" : "not-started",
      minutesCredited: completed.get(id)?.body.minutes ?? (hasAll ? minutes : 0),
      dueDate: assigned.get(id)?.body.dueDate ?? null,
    };
  });
}

/** Give the items that were answered as they are asked today. */
function answeredItems(log: Log, course: CourseData): ReadonlySet<string> {
  const current = standingOf(log, "item.response").filter(
    ({ body }) => found(course.items, body.itemId)?.hash === body.itemHash,
  );
  return new Set(current.map(({ body }) => body.itemId));
}

function lastByUnit<T extends { readonly body: { readonly unitId: string } }>(events: readonly T[]): ReadonlyMap<string, T> {
  return new Map(events.map((event) => [event.body.unitId, event]));
}
