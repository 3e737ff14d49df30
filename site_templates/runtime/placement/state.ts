/** Where a learner stands with the placement check, found from the record. */

import type { CourseData } from "../record/course_data";
import { cellsOf, tally, weightOf } from "../record/decision";
import { cellOf, COLD_AFTER, evidence } from "../record/evidence";
import type { Log } from "../record/log";
import { latestCheck } from "./past";
import type { Check } from "./past";
import { nextQuestion } from "./next_question";
import type { Beliefs, Question, Standing } from "./next_question";
import { isStable, MOST_QUESTIONS, suggest } from "./suggestion";
import type { Suggested } from "./suggestion";
import type { Competency, TakingPart } from "./taking_part";

/** `next` is null when there is nothing left to ask, or no need to. */
export interface PlacementState {
  readonly check: Check | null;
  readonly beliefs: Beliefs;
  readonly suggested: readonly Suggested[];
  readonly next: Question | null;
}

/** What the record holds, at which moment, and when this browser last showed the feedback of an item. */
export interface Known {
  readonly log: Log;
  readonly seen: ReadonlyMap<string, number>;
  readonly now: number;
}

/** Find the state. All evidence counts, also that from before the check, by the rules of the profile. */
export function stateOf(course: CourseData, part: TakingPart, known: Known): PlacementState {
  const check = latestCheck(known.log);
  const beliefs = beliefsIn(course, part.asked, known);
  const suggested = suggest(beliefs);
  const answered = new Set(check?.answered);
  const asked = part.questions.filter(({ id }) => answered.has(id)).map((question) => ({ ...question, isUnseen: false }));
  const open = openQuestions(part, known).filter(({ id }) => !answered.has(id));
  const isOver = answered.size >= MOST_QUESTIONS || isStable(suggested);
  return { check, beliefs, suggested, next: isOver ? null : chosen({ beliefs, open, asked, seed: check?.seed ?? 0 }) };
}

function chosen(standing: Standing): Question | null {
  return nextQuestion(standing) ?? null;
}

function beliefsIn(course: CourseData, asked: readonly Competency[], { log, now }: Known): Beliefs {
  const cells = cellsOf(evidence(log, course).evidence);
  return new Map(asked.map(({ id, strand }) => {
    const added = tally([...(cells.get(cellOf(id, strand))?.bySource.values() ?? [])], id);
    const weight = weightOf(added, now);
    return [id, { points: (added.sumMilli / 1000) * weight, answers: added.n * weight }];
  }));
}

/** Give the questions whose answer would be cold; one to any other would show memory of the feedback. */
function openQuestions({ questions }: TakingPart, { log, seen, now }: Known): Question[] {
  const shown = new Map(seen);
  for (const event of log.events) {
    if (event.type === "item.response") shown.set(event.body.itemId, Math.max(event.at, shown.get(event.body.itemId) ?? 0));
  }
  return questions
    .filter(({ id }) => now - (shown.get(id) ?? -Infinity) >= COLD_AFTER)
    .map((question) => ({ ...question, isUnseen: !shown.has(question.id) }));
}
