/** How far each unit is, as its items show it, and where to go on. */

import type { LessonOnPage, UnitOnPage } from "../course_on_page";
import { standing } from "./log";
import type { Past } from "./log";
import { screens } from "./screens";

export type UnitState = "not-started" | "in-progress" | "done";

export interface Progress {
  readonly state: UnitState;
  readonly done: number;
  readonly total: number;
}

/** Where to go on, and how many minutes the rest of the unit takes. */
export interface Place {
  readonly unit: UnitOnPage;
  readonly lesson: LessonOnPage;
  readonly minutes: number;
}

/** What was done, by the ids of items and lessons. */
export interface Done {
  readonly items: ReadonlySet<string>;
  readonly lessons: ReadonlySet<string>;
}

/** Give what was done: items that show an answer to how they are asked today, and lessons read. */
export function doneIn(past: Past): Done {
  const read = standing(past).flatMap((event) => (event.type === "lesson.read" ? [event.body.lessonId] : []));
  return { items: new Set(screens(past).responses.keys()), lessons: new Set(read) };
}

/** Give how far a unit is: its questions count, and in a unit without any its lessons. */
export function progressOf(unit: UnitOnPage, { items, lessons }: Done): Progress {
  const parts = unit.items.length > 0 ? unit.items : unit.lessons.map(({ id }) => id);
  const done = parts.filter((id) => (unit.items.length > 0 ? items : lessons).has(id)).length;
  const isBegun = done > 0 || unit.lessons.some(({ id }) => lessons.has(id));
  const state = done === parts.length && done > 0 ? "done" : isBegun ? "in-progress" : "not-started";
  return { state, done, total: parts.length };
}

/** Find where to go on: the lesson of the last event, or the first after it that is not finished. */
export function placeToContinue(units: readonly UnitOnPage[], past: Past): Place | null {
  const done = doneIn(past);
  const lessons = units.flatMap((unit) => unit.lessons.map((lesson) => ({ unit, lesson })));
  const last = lastLesson(past, lessons.map(({ lesson }) => lesson));
  if (!last) return null;
  const from = lessons.findIndex(({ lesson }) => lesson === last);
  const onward = [...lessons.slice(from), ...lessons.slice(0, from)];
  const found = onward.find(({ unit, lesson }) => progressOf(unit, done).state !== "done" && !isFinished(lesson, done));
  return found ? { ...found, minutes: minutesLeft(found.unit, done) } : null;
}

function lastLesson(past: Past, lessons: readonly LessonOnPage[]): LessonOnPage | undefined {
  for (const event of [...standing(past)].reverse()) {
    const found = lessons.find(({ id, items = [] }) =>
      event.type === "item.response" ? items.includes(event.body.itemId) : event.type === "lesson.read" && event.body.lessonId === id,
    );
    if (found) return found;
  }
  return undefined;
}

function isFinished({ id, items = [] }: LessonOnPage, done: Done): boolean {
  // who has answered its questions has been at its end
  return items.length > 0 ? items.every((item) => done.items.has(item)) : done.lessons.has(id);
}

function minutesLeft({ lessons }: UnitOnPage, done: Done): number {
  return lessons.filter((lesson) => !isFinished(lesson, done)).reduce((sum, { minutes }) => sum + minutes, 0);
}
