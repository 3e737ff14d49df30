/** What was done on the last day before today on which anything was done. */

import type { Log } from "../record/log";
import { validEvents } from "../record/log";
import type { KnownEvent } from "../record/record";

/** Counts are of answers, answers with full credit, lessons, and exercises finished. */
export interface Done {
  readonly answered: number;
  readonly right: number;
  readonly lessons: number;
  readonly exercises: number;
}

/** `version`: of the course as it was then. */
export interface LastTime extends Done {
  readonly date: string;
  readonly version: string;
}

/** Find it; `dateOf` says on which day a moment is where the learner is. */
export function lastTime(log: Log, today: string, dateOf: (moment: number) => string): LastTime | null {
  const before = validEvents(log).filter(({ at }) => dateOf(at) < today);
  const last = before[before.length - 1];
  if (!last) return null;
  const date = dateOf(last.at);
  const then = before.filter(({ at }) => dateOf(at) === date);
  return { date, version: last.course.version, ...doneIn(then) };
}

/** Count what some events say was done. */
export function doneIn(then: readonly KnownEvent[]): Done {
  const answers = then.flatMap((event) => (event.type === "item.response" ? [event.body] : []));
  const rated = then.flatMap((event) => (event.type === "rating.given" ? [event.body.exerciseId] : []));
  return {
    answered: answers.length,
    right: answers.filter(({ scoreMilli }) => scoreMilli === 1000).length,
    lessons: new Set(then.flatMap((event) => (event.type === "lesson.read" ? [event.body.lessonId] : []))).size,
    exercises: then.filter(({ type }) => type === "dialogue.finished").length + new Set(rated).size,
  };
}
