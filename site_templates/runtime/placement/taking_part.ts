/** Which competencies a check asks about, and with which questions. */

import { strandOf } from "../record/course_data";
import type { CourseData, Strand } from "../record/course_data";
import type { Question } from "./next_question";
import { SUGGESTED } from "./weakest";

const HIGHEST = "A";
/** A competency with fewer questions than this is not asked about: they could not tell it from others. */
const FEWEST_QUESTIONS = 4;

/** A competency, with the strand by which it is judged first. */
export interface Competency {
  readonly id: string;
  readonly strand: Strand;
}

/** `asked`: competencies with questions enough. `waiting`: those on which the course has too few. */
export interface TakingPart {
  readonly asked: readonly Competency[];
  readonly waiting: readonly Competency[];
  readonly questions: readonly Omit<Question, "isUnseen">[];
}

/** Find what takes part: competencies of the highest priority, with questions of their own strand. */
export function takingPart(
  course: Pick<CourseData, "items">,
  competencies: readonly Competency[],
  priorities: Readonly<Record<string, string>>,
): TakingPart {
  const highest = competencies.filter(({ id }) => priorities[id] === HIGHEST);
  const counts = new Map(highest.map((one) => [one.id, questionsOn(course, [one]).length]));
  const asked = highest.filter(({ id }) => counts.get(id)! >= FEWEST_QUESTIONS);
  return { asked, waiting: highest.filter((one) => !asked.includes(one)), questions: questionsOn(course, asked) };
}

/** Say whether there is anything to choose from. */
export function isWorthwhile({ asked }: TakingPart): boolean {
  return asked.length > SUGGESTED;
}

function questionsOn({ items }: Pick<CourseData, "items">, asked: readonly Competency[]): Omit<Question, "isUnseen">[] {
  return Object.entries(items).flatMap(([id, item]) => {
    const on = asked.filter((one) => item.competencies.includes(one.id) && one.strand === strandOf(item));
    return on.length > 0 ? [{ id, unit: item.unit, competencies: on.map((one) => one.id) }] : [];
  });
}
