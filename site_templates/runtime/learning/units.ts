/** How far each unit is, and the minutes that it gives credit for. */

import type { UnitData } from "../course/page_data.gen";
import { found } from "../record/course_data";
import type { Past } from "../record/log";
import { validEventsOf } from "../record/log";
import type { BodyOf } from "../record/record";
import { isHash } from "../record/same_hash";
import type { UnitStatus } from "../record/schema";
import { isSeparate } from "./attempt_mode";

/** What of a course is asked in its units: of every page the little that it knows, elsewhere the course's data. */
export interface Asked {
  readonly units: readonly Pick<UnitData, "id" | "minutes" | "more">[];
  /** A hash may be cut short, as long as it distinguishes versions of an item. */
  readonly items: Readonly<Record<string, { readonly unit: string; readonly hash: string }>>;
  readonly dialogues: Readonly<Record<string, { readonly unit: string }>>;
  readonly ratings?: Readonly<Record<string, AskedRating>>;
  /** The items and exercises without which a unit is done, because they are for those with more time. */
  readonly waits?: readonly string[];
}

interface AskedRating {
  readonly unit: string;
  readonly hash: string;
  readonly elements: Readonly<Record<string, unknown>>;
}

/** A part of a unit: an item, a dialogue or a rating exercise. */
interface Part {
  readonly id: string;
  readonly unit: string;
  readonly isBegun: boolean;
  readonly isDone: boolean;
}

/**
 * Return every unit's status, in the order of the course.
 *
 * A unit is done without what is for those with more time, and gives the minutes of that once it is done too.
 */
export function units(log: Past, course: Asked): UnitStatus[] {
  const all = [...items(log, course), ...dialogues(log, course), ...ratings(log, course)];
  const assigned = lastByUnit(validEventsOf(log, "ce.assigned"));
  const completed = lastByUnit(validEventsOf(log, "ce.completed"));
  const waits = new Set(course.waits);
  return course.units.map(({ id, minutes, more = 0 }) => {
    const parts = all.filter(({ unit }) => unit === id);
    const hasAll = areDone(parts);
    const isDone = hasAll || areDone(parts.filter((part) => !waits.has(part.id)));
    const isBegun = parts.some((part) => part.isBegun || part.isDone);
    return {
      unitId: id,
      status: isDone || completed.has(id) ? "done" : isBegun ? "in-progress" : "not-started",
      minutesCredited: completed.get(id)?.body.minutes ?? (isDone ? minutes : 0) + (hasAll ? more : 0),
      dueDate: assigned.get(id)?.body.dueDate ?? null,
    };
  });
}

function areDone(parts: readonly Part[]): boolean {
  return parts.length > 0 && parts.every(({ isDone }) => isDone);
}

/** Say whether a response was given to an item as it is asked today. */
export function isCurrent({ itemId, itemHash }: BodyOf<"item.response">, course: Asked): boolean {
  return isHash(found(course.items, itemId)?.hash, itemHash);
}

/** An item is done when it was answered as it is asked today, in a lesson: reviews and placement checks are separate. */
function items(log: Past, course: Asked): Part[] {
  const begun = validEventsOf(log, "attempt.started");
  const separate = new Set(begun.filter(({ body }) => isSeparate(body.mode)).map(({ body }) => body.attemptId));
  const given = validEventsOf(log, "item.response").filter(({ body }) => !separate.has(body.attemptId));
  const answered = new Set(given.filter(({ body }) => isCurrent(body, course)).map(({ body }) => body.itemId));
  return Object.entries(course.items).map(([id, { unit }]) => ({ id, unit, isBegun: false, isDone: answered.has(id) }));
}

/** A dialogue is done when it was finished once. */
function dialogues(log: Past, course: Asked): Part[] {
  const chosen = new Set(validEventsOf(log, "dialogue.choice").map(({ body }) => body.dialogueId));
  const finished = new Set(validEventsOf(log, "dialogue.finished").map(({ body }) => body.dialogueId));
  return Object.entries(course.dialogues).map(([id, { unit }]) => ({
    id,
    unit,
    isBegun: chosen.has(id),
    isDone: finished.has(id),
  }));
}

/** A rating exercise is done when every element was rated as it is today. */
function ratings(log: Past, course: Asked): Part[] {
  const given = validEventsOf(log, "rating.given");
  return Object.entries(course.ratings ?? {}).map(([id, { unit, hash, elements }]) => {
    const current = given.filter(({ body }) => body.exerciseId === id && isHash(hash, body.exerciseHash));
    const rated = new Set(current.map(({ body }) => body.element));
    return { id, unit, isBegun: rated.size > 0, isDone: Object.keys(elements).every((element) => rated.has(element)) };
  });
}

function lastByUnit<T extends { readonly body: { readonly unitId: string } }>(
  events: readonly T[],
): ReadonlyMap<string, T> {
  return new Map(events.map((event) => [event.body.unitId, event]));
}
