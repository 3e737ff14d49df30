/** The questions that a check may ask. */

import type { Competency } from "../course/plan";
import { isColdSince } from "../learning/evidence";
import type { CourseData } from "../record/course_data";
import { strandOf } from "../record/course_data";
import type { Log } from "../record/log";
import type { Question } from "./next_question";

/** What the record holds, at which moment, and when this browser last showed the feedback of an item. */
export interface Known {
  readonly log: Log;
  readonly seen: ReadonlyMap<string, number>;
  readonly now: number;
}

/** Find the questions on these competencies, each in its own strand. */
export function questionsOn(
  { items }: Pick<CourseData, "items">,
  asked: readonly Competency[],
): readonly Omit<Question, "isUnseen">[] {
  return Object.entries(items).flatMap(([id, item]) => {
    const on = asked.filter((one) => item.competencies.includes(one.id) && one.strand === strandOf(item));
    return on.length > 0 ? [{ id, unit: item.unit, competencies: on.map((one) => one.id) }] : [];
  });
}

/** Keep those whose answer would be cold; one to any other would show memory of the feedback. */
export function coldOnes(
  questions: readonly Omit<Question, "isUnseen">[],
  { log, seen, now }: Known,
): readonly Question[] {
  const shown = new Map(seen);
  for (const event of log.events) {
    if (event.type === "item.response")
      shown.set(event.body.itemId, Math.max(event.at, shown.get(event.body.itemId) ?? 0));
  }
  return questions
    .filter(({ id }) => isColdSince(shown.get(id), now))
    .map((question) => ({ ...question, isUnseen: !shown.has(question.id) }));
}
