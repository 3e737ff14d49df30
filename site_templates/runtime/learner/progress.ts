/** How far each unit is, as its status in an export and what is in it show, and where to go on. */

import type { Lesson, RatingExercise, Unit } from "../course/page_data.gen";
import { waitingIn } from "../course/waiting";
import { isSeparate } from "../learning/attempt_mode";
import type { Asked } from "../learning/units";
import { isCurrent, units as statusesOf } from "../learning/units";
import type { Past } from "../record/log";
import { validEvents, validEventsOf } from "../record/log";
import type { KnownEvent } from "../record/record";
import { isHash } from "../record/same_hash";
import type { UnitStatus } from "../record/schema";
import { dialogueProgress } from "./dialogue_runs";
import { shownAnswers } from "./shown_answers";

/**
 * What was ever done makes the state; `done` of `total` is what counts now, begun again or not.
 *
 * `more`: how many parts are left that are for those with more time.
 */
export interface Progress {
  readonly state: UnitStatus["status"];
  readonly done: number;
  readonly total: number;
  readonly more: number;
}

/** Where to go on, and how many minutes are left of the lesson. */
export interface Place {
  readonly unit: Unit;
  readonly lesson: Lesson;
  readonly minutes: number;
}

/** Each unit's status, and by their ids the items, the dialogues and rating exercises, and the lessons that stand as done. */
export interface Done {
  readonly statuses: ReadonlyMap<string, UnitStatus["status"]>;
  readonly items: ReadonlySet<string>;
  readonly exercises: ReadonlySet<string>;
  readonly lessons: ReadonlySet<string>;
}

/** Return what was done: items that show an answer to how they are asked today, dialogues finished, exercises rated. */
export function doneIn(past: Past, units: readonly Unit[]): Done {
  const asked = askedIn(units);
  const items = [...shownAnswers(past).responses].filter(([, { body }]) => isCurrent(body, asked));
  const finished = [...dialogueProgress(past)].filter(([, { isFinished }]) => isFinished);
  const rated = units.flatMap(({ ratings }) => ratings).filter((rating) => isRated(past, rating));
  return {
    statuses: new Map(statusesOf(past, asked).map(({ unitId, status }) => [unitId, status])),
    items: new Set(items.map(([id]) => id)),
    exercises: new Set([...finished.map(([id]) => id), ...rated.map(({ id }) => id)]),
    lessons: new Set(validEventsOf(past, "lesson.read").map(({ body }) => body.lessonId)),
  };
}

/** Return what an export asks of the course, as far as the page knows it. */
function askedIn(units: readonly Unit[]): Asked {
  const parts = <T>(of: (unit: Unit) => readonly (readonly [string, T])[]): Record<string, T & { unit: string }> =>
    Object.fromEntries(units.flatMap((unit) => of(unit).map(([id, part]) => [id, { ...part, unit: unit.id }])));
  return {
    units,
    waits: waitingIn(units),
    items: parts(({ items, hashes }) => items.map((id, i) => [id, { hash: hashes[i]! }])),
    dialogues: parts(({ dialogues }) => dialogues.map((id) => [id, {}])),
    ratings: parts(({ ratings }) =>
      ratings.map(({ id, hash, elements }) => [
        id,
        { hash, elements: Object.fromEntries(elements.map((name) => [name, 0])) },
      ]),
    ),
  };
}

function isRated(past: Past, { id, hash, elements }: RatingExercise): boolean {
  const given = validEventsOf(past, "rating.given").filter(
    ({ body }) => body.exerciseId === id && isHash(hash, body.exerciseHash),
  );
  const rated = new Set(given.map(({ body }) => body.element));
  return elements.every((element) => rated.has(element));
}

/** Return how far a unit is: its questions and exercises count, and in a unit without any its lessons. */
export function progressOf(unit: Unit, done: Done): Progress {
  const waits = new Set(waitingIn([unit]));
  const asked = countOf(unit.items, exercisesOf(unit), waits, done);
  const read = unit.lessons.filter((lesson) => !isExtra(lesson)).map(({ id }) => done.lessons.has(id));
  const counted = asked.total > 0 ? asked : { done: read.filter(Boolean).length, total: read.length, more: 0 };
  const status = done.statuses.get(unit.id) ?? "not-started";
  if (status !== "not-started" || !read.includes(true)) return { state: status, ...counted };
  // an export knows nothing of reading
  return { state: asked.total === 0 && !read.includes(false) ? "done" : "in-progress", ...counted };
}

/** Return how far a lesson is: by its questions and exercises, or by having been read where it has none. */
export function lessonProgress(lesson: Lesson, done: Done): Progress {
  const asked = countOf(lesson.items, lesson.exercises, new Set(lesson.waits), done);
  const isRead = done.lessons.has(lesson.id);
  const count = asked.total > 0 ? asked : { done: Number(isRead), total: 1, more: 0 };
  if (count.done === count.total) return { state: "done", ...count };
  return { state: count.done > 0 || isRead ? "in-progress" : "not-started", ...count };
}

/** Count questions and exercises; what is for those with more time is counted by itself, unless there is nothing else. */
function countOf(
  items: readonly string[],
  exercises: readonly string[],
  waits: ReadonlySet<string>,
  done: Done,
): Omit<Progress, "state"> {
  const parts = [
    ...items.map((id) => ({ canWait: waits.has(id), isDone: done.items.has(id) })),
    ...exercises.map((id) => ({ canWait: waits.has(id), isDone: done.exercises.has(id) })),
  ];
  const needed = parts.filter(({ canWait }) => !canWait);
  const counted = needed.length > 0 ? needed : parts;
  const more = parts.filter((part) => !counted.includes(part) && !part.isDone).length;
  return { done: counted.filter(({ isDone }) => isDone).length, total: counted.length, more };
}

/** Say whether all of a lesson is for those with more time. */
export function isExtra({ reading, practice, questions, more = 0 }: Lesson): boolean {
  return reading + practice + questions === 0 && more > 0;
}

/** Return the minutes that are said beside a lesson: those that everyone needs, or all where everything can wait. */
export function minutesOf({ reading, practice, questions, more = 0 }: Lesson): number {
  return reading + practice + questions || more;
}

function exercisesOf({ dialogues, ratings }: Unit): readonly string[] {
  return [...dialogues, ...ratings.map(({ id }) => id)];
}

/** Find where to go on: the lesson of the last event, or the first after it that is not finished. */
export function placeToContinue(units: readonly Unit[], past: Past): Place | null {
  const done = doneIn(past, units);
  const lessons = units
    .flatMap((unit) => unit.lessons.map((lesson) => ({ unit, lesson })))
    .sort((one, other) => turnOf(one.lesson) - turnOf(other.lesson));
  const last = lastLesson(
    past,
    lessons.map(({ lesson }) => lesson),
  );
  if (!last) return null;
  const from = lessons.findIndex(({ lesson }) => lesson === last);
  const onward = [...lessons.slice(from), ...lessons.slice(0, from)];
  const found = onward.find(({ unit, lesson }) => isOpen(progressOf(unit, done)) && !isFinished(lesson, done));
  return found ? { ...found, minutes: Math.ceil(lessonLeft(found.lesson, done)) } : null;
}

/** Say whether nothing is left open in any unit, besides what is for those with more time. */
export function isThrough(units: readonly Unit[], past: Past): boolean {
  const done = doneIn(past, units);
  const isDone = (unit: Unit): boolean =>
    !isOpen(progressOf(unit, done)) || unit.lessons.every((lesson) => isFinished(lesson, done));
  return units.length > 0 && units.every(isDone);
}

/** Return the place of a lesson in the path; what is in none comes after it, in the order of the course. */
export function turnOf({ turn }: Lesson): number {
  return turn ?? Number.MAX_SAFE_INTEGER;
}

function isOpen({ done, total }: Progress): boolean {
  return done < total;
}

/** Return the minutes that are left of a unit, in whole minutes. */
export function timeLeft(unit: Unit, done: Done): number {
  return Math.ceil(unit.lessons.reduce((sum, lesson) => sum + lessonLeft(lesson, done), 0));
}

/** Return the minutes that are left of a lesson for everyone; of its questions and exercises, the share that is open. */
export function lessonLeft(lesson: Lesson, done: Done): number {
  if (isFinished(lesson, done)) return 0;
  const { id, reading, practice, questions, items, exercises } = lesson;
  const canWait = new Set(lesson.waits);
  const unread = done.lessons.has(id) ? 0 : 1;
  const share = (all: readonly string[], of: ReadonlySet<string>): number => {
    const needed = all.filter((one) => !canWait.has(one));
    return needed.length === 0 ? unread : needed.filter((one) => !of.has(one)).length / needed.length;
  };
  return reading * unread + practice * share(exercises, done.exercises) + questions * share(items, done.items);
}

function lastLesson(past: Past, lessons: readonly Lesson[]): Lesson | undefined {
  // a question asked in a review or a placement check says nothing of the lesson that it comes from
  const begun = validEventsOf(past, "attempt.started").filter(({ body }) => isSeparate(body.mode));
  const elsewhere = new Set(begun.map(({ body }) => body.attemptId));
  const lessonOf = placesIn(lessons);
  for (const event of [...validEvents(past)].reverse()) {
    if (event.type === "item.response" && elsewhere.has(event.body.attemptId)) continue;
    const found = lessonOf(event);
    if (found) return found;
  }
  return undefined;
}

/** Return in which lesson an event happened, looked up: a record may end with thousands that happened in none. */
function placesIn(lessons: readonly Lesson[]): (event: KnownEvent) => Lesson | undefined {
  const items = firstOf(lessons, ({ items }) => items);
  const exercises = firstOf(lessons, ({ exercises }) => exercises);
  const read = firstOf(lessons, ({ id }) => [id]);
  return (event) => {
    switch (event.type) {
      case "item.response":
        return items.get(event.body.itemId);
      case "dialogue.choice":
        return exercises.get(event.body.dialogueId);
      case "rating.given":
        return exercises.get(event.body.exerciseId);
      case "lesson.read":
        return read.get(event.body.lessonId);
      default:
        return undefined;
    }
  };
}

/** Return the first lesson that holds each part. */
function firstOf(
  lessons: readonly Lesson[],
  parts: (lesson: Lesson) => readonly string[],
): ReadonlyMap<string, Lesson> {
  const backwards = [...lessons].reverse();
  return new Map(backwards.flatMap((lesson) => parts(lesson).map((part) => [part, lesson])));
}

function isFinished(lesson: Lesson, done: Done): boolean {
  if (isExtra(lesson)) return true;
  const { id, items, exercises, waits = [] } = lesson;
  if (items.length + exercises.length === 0) return done.lessons.has(id);
  // who has answered its questions has been at its end; what is for those with more time holds no one back
  const canWait = new Set(waits);
  const isLeft = (one: string, of: ReadonlySet<string>): boolean => !canWait.has(one) && !of.has(one);
  return !items.some((item) => isLeft(item, done.items)) && !exercises.some((one) => isLeft(one, done.exercises));
}
