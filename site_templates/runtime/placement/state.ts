/** How far a learner is with the placement check, found from the record. */

import type { Competency } from "../course/plan";
import { cellOf, evidence } from "../learning/evidence";
import { cellsOf, tally, weightOf } from "../learning/pool";
import type { CourseData } from "../record/course_data";
import type { Beliefs, Question } from "./next_question";
import { nextQuestion } from "./next_question";
import type { Check } from "./past";
import { latestCheck } from "./past";
import type { Known } from "./questions";
import { coldOnes, questionsOn } from "./questions";
import type { Suggested } from "./suggestion";
import { FIRST_QUESTIONS, isStable, MOST_QUESTIONS, suggest } from "./suggestion";

/** `check` is the one begun last. `next` is null when there is nothing left to ask, or no need to. */
export interface PlacementState {
  readonly check: Check | null;
  readonly beliefs: Beliefs;
  readonly suggested: readonly Suggested[];
  readonly next: Question | null;
}

/** Find the state. All evidence counts, also that from before the check, by the rules of the profile. */
export function stateOf(course: CourseData, competencies: readonly Competency[], known: Known): PlacementState {
  const check = latestCheck(known.log);
  const beliefs = beliefsIn(course, competencies, known);
  const suggested = suggest(beliefs);
  const answered = new Set(check?.finishedAt === null ? check.answered : []);
  const isOver = answered.size >= MOST_QUESTIONS || isStable(suggested);
  const questions = questionsOn(course, competencies);
  const asked = questions.filter(({ id }) => answered.has(id)).map((question) => ({ ...question, isUnseen: false }));
  const open = coldOnes(questions, known).filter(({ id }) => !answered.has(id));
  const next = isOver ? undefined : nextQuestion({ beliefs, open, asked, seed: check?.seed ?? 0 });
  return { check, beliefs, suggested, next: next ?? null };
}

/** Say whether a check has reached its first suggestion: it can end here, or go on for a surer one. */
export function isAtFirstSuggestion({ check, next }: PlacementState): boolean {
  return check?.finishedAt === null && check.answered.length === FIRST_QUESTIONS && next !== null;
}

function beliefsIn(course: CourseData, competencies: readonly Competency[], { log, now }: Known): Beliefs {
  const cells = cellsOf(evidence(log, course).evidence);
  return new Map(
    competencies.map(({ id, strand }) => {
      const added = tally(cells.get(cellOf(id, strand)) ?? [], id);
      const weight = weightOf(added, now);
      return [id, { points: (added.earnedMilli / 1000) * weight, answers: added.effective * weight }];
    }),
  );
}
