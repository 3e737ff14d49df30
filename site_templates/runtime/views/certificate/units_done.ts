/** The units a learner has worked in: how far each is, when it was done, and the minutes it counts for. */

import type { Titles } from "../../course/titles";
import { units } from "../../learning/units";
import type { CourseData } from "../../record/course_data";
import type { Log } from "../../record/log";
import type { UnitStatus } from "../../record/schema";

/** `doneAt` is null while the unit is not done. */
export interface UnitWork {
  readonly id: string;
  readonly title: string;
  readonly status: UnitStatus["status"];
  readonly minutes: number;
  readonly doneAt: number | null;
}

/** Return the units that were begun, in the order of the course. */
export function unitsIn(log: Log, course: CourseData, titles: Titles): UnitWork[] {
  const begun = units(log, course).filter(({ status }) => status !== "not-started");
  return begun.map(({ unitId, status, minutesCredited }) => ({
    id: unitId,
    title: titles.units.find(({ id }) => id === unitId)?.title ?? unitId,
    status,
    minutes: minutesCredited,
    doneAt: status === "done" ? doneAt(log, course, unitId) : null,
  }));
}

/** Find the first event with which the unit was done; what is done stays so as events come in. */
function doneAt(log: Log, course: CourseData, unit: string): number {
  const isDoneAfter = (count: number): boolean =>
    units({ ...log, events: log.events.slice(0, count) }, course).some(
      ({ unitId, status }) => unitId === unit && status === "done",
    );
  let open = 0;
  let done = log.events.length;
  while (done - open > 1) {
    const middle = Math.floor((open + done) / 2);
    if (isDoneAfter(middle)) done = middle;
    else open = middle;
  }
  return log.events[done - 1]!.at;
}
