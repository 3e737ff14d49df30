/** How far each unit is, and the minutes that it gives credit for. */

import { found } from "./course_data";
import type { CourseData, UnitData } from "./course_data";
import { standingOf } from "./log";
import type { Log } from "./log";
import type { UnitStatus } from "./schema";

/** A part of a unit: an item, a dialogue or a rating exercise. */
interface Part {
  readonly unit: string;
  readonly isBegun: boolean;
  readonly isDone: boolean;
}

/** Give every unit's status, in the order of the course. */
export function units(log: Log, course: CourseData): UnitStatus[] {
  const all = [...items(log, course), ...dialogues(log, course), ...ratings(log, course)];
  const assigned = lastByUnit(standingOf(log, "ce.assigned"));
  const completed = lastByUnit(standingOf(log, "ce.completed"));
  return course.units.map(({ id, minutes }: UnitData) => {
    const parts = all.filter(({ unit }) => unit === id);
    const hasAll = parts.length > 0 && parts.every(({ isDone }) => isDone);
    const isBegun = parts.some((part) => part.isBegun || part.isDone);
    return {
      unitId: id,
      status: hasAll || completed.has(id) ? "done" : isBegun ? "in-progress" : "not-started",
      minutesCredited: completed.get(id)?.body.minutes ?? (hasAll ? minutes : 0),
      dueDate: assigned.get(id)?.body.dueDate ?? null,
    };
  });
}

/** An item is done when it was answered as it is asked today. */
function items(log: Log, course: CourseData): Part[] {
  const current = standingOf(log, "item.response").filter(({ body }) => found(course.items, body.itemId)?.hash === body.itemHash);
  const answered = new Set(current.map(({ body }) => body.itemId));
  return Object.entries(course.items).map(([id, { unit }]) => ({ unit, isBegun: false, isDone: answered.has(id) }));
}

/** A dialogue is done when it was finished once. */
function dialogues(log: Log, course: CourseData): Part[] {
  const chosen = new Set(standingOf(log, "dialogue.choice").map(({ body }) => body.dialogueId));
  const finished = new Set(standingOf(log, "dialogue.finished").map(({ body }) => body.dialogueId));
  return Object.entries(course.dialogues).map(([id, { unit }]) => ({ unit, isBegun: chosen.has(id), isDone: finished.has(id) }));
}

/** A rating exercise is done when every element was rated as it stands today. */
function ratings(log: Log, course: CourseData): Part[] {
  const given = standingOf(log, "rating.given");
  return Object.entries(course.ratings ?? {}).map(([id, { unit, hash, elements }]) => {
    const current = given.filter(({ body }) => body.exerciseId === id && body.exerciseHash === hash);
    const rated = new Set(current.map(({ body }) => body.element));
    return { unit, isBegun: rated.size > 0, isDone: Object.keys(elements).every((element) => rated.has(element)) };
  });
}

function lastByUnit<T extends { readonly body: { readonly unitId: string } }>(events: readonly T[]): ReadonlyMap<string, T> {
  return new Map(events.map((event) => [event.body.unitId, event]));
}
