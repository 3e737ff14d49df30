/** The questions of the course as this learner has them before them: open, counted, or resting. */

import { COLD_AFTER } from "../../learning/evidence";
import type { CourseData, Strand } from "../../record/course_data";
import { strandOf } from "../../record/course_data";

/** `counts`: an answer to it is evidence. `shownAt`: when it or its feedback was last seen. */
export interface Question {
  readonly id: string;
  readonly unit: string;
  readonly strand: Strand;
  readonly competencies: readonly string[];
  readonly counts: boolean;
  readonly shownAt: number | null;
}

/** Join the items of the course with what is known of them; `counted` and `shownAt` go by item. */
export function questionsOf(
  { items }: Pick<CourseData, "items">,
  counted: ReadonlySet<string>,
  shownAt: ReadonlyMap<string, number>,
): Question[] {
  return Object.entries(items).map(([id, item]) => ({
    id,
    unit: item.unit,
    strand: strandOf(item),
    competencies: item.competencies,
    counts: counted.has(id),
    shownAt: shownAt.get(id) ?? null,
  }));
}

/** Say whether an answer given now would add to what counts. */
export function isOpen(question: Question, now: number): boolean {
  return !question.counts && freshFrom(question) <= now;
}

/** Return the moment from which an answer counts; for a question never seen that is always. */
export function freshFrom({ shownAt }: Question): number {
  return shownAt === null ? 0 : shownAt + COLD_AFTER;
}
