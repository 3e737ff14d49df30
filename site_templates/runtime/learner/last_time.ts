/** What was done on the last day before today on which anything was done. */

import type { Log } from "../record/log";
import { validEvents } from "../record/log";

/** `version`: of the course as it was then. Counts are of answers, answers with full credit, lessons, and exercises finished. */
export interface LastTime {
  readonly date: string;
  readonly version: string;
  readonly answered: number;
  readonly right: number;
  readonly lessons: number;
  readonly exercises: number;
}

/** Find it; `dateOf` says on which day a moment is where the learner is. */
export function lastTime(log: Log, today: string, dateOf: (moment: number) => string): LastTime | null {
  const before = validEvents(log).filter(({ at }) => dateOf(at) < today);
  const last = before[before.length - 1];
  if (!last) return null;
  const date = dateOf(last.at);
  const then = before.filter(({ at }) => dateOf(at) === date);
  const answers = then.flatMap((event) => (event.type === "item.response" ? [event.body] : []));
  const rated = then.flatMap((event) => (event.type === "rating.given" ? [event.body.exerciseId] : []));
  return {
    date,
    version: last.course.version,
    answered: answers.length,
    right: answers.filter(({ scoreMilli }) => scoreMilli === 1000).length,
    lessons: new Set(then.flatMap((event) => (event.type === "lesson.read" ? [event.body.lessonId] : []))).size,
    exercises: then.filter(({ type }) => type === "dialogue.finished").length + new Set(rated).size,
  };
}
