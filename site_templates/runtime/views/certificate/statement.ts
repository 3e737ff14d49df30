/** What a certificate states, taken from the record alone. */

import type { Titles } from "../../course/titles";
import type { Contents } from "../../learner/contents";
import { recordIn } from "../../learner/contents";
import type { AssignedUnit } from "../../learning/assigned";
import { assignedUnits } from "../../learning/assigned";
import { checkedLogInParts } from "../../learning/disagreements";
import { observations } from "../../learning/observations";
import type { CourseData, CourseKeys, Strand } from "../../record/course_data";
import { STRANDS } from "../../record/course_data";
import type { CourseNamed, StrandEstimate, SupervisorObservationBody } from "../../record/schema";
import type { Parts } from "../../ui/turns";
import { factsInParts } from "../profile/facts";
import type { NotCounted } from "../profile/not_counted";
import type { CompetencyFacts, OwnRating } from "../profile/rows";
import type { UnitWork } from "./units_done";
import { unitsIn } from "./units_done";

export interface Decision {
  readonly competency: string;
  readonly numbers: StrandEstimate;
}

/** How sure a learner felt of a competency, when they last said so. */
export interface Confidence {
  readonly competency: string;
  readonly rating: OwnRating;
}

/** `waiting`: how many competencies no answer says anything about. `cutMilli` is what decisions compare with. */
export interface Statement {
  readonly now: number;
  readonly code: string;
  readonly alias: string | undefined;
  readonly course: CourseNamed;
  readonly units: readonly UnitWork[];
  readonly assigned: readonly AssignedUnit[];
  readonly decisions: Readonly<Record<Strand, readonly Decision[]>>;
  readonly observations: readonly SupervisorObservationBody[];
  readonly confidence: readonly Confidence[];
  readonly waiting: number;
  readonly cutMilli: number;
  readonly notCounted: NotCounted;
}

/** Return what the record says at the moment `now`, in parts; nothing before its first entry. */
export function* statementInParts(
  contents: Contents,
  course: CourseData,
  keys: CourseKeys,
  titles: Titles,
  now: number,
): Parts<Statement | null> {
  const record = recordIn(contents);
  if (!record) return null;
  const log = yield* checkedLogInParts(record, course, keys);
  yield;
  const { competencies, notCounted } = yield* factsInParts(log, course, titles, now);
  yield;
  const named = titles.competencies.flatMap(({ id, title }) => {
    const facts = competencies.get(id);
    return facts ? [{ title, facts }] : [];
  });
  return {
    now,
    code: [...record.learner.pseudonyms].sort()[0] ?? "",
    alias: record.learner.alias,
    course,
    units: unitsIn(log, course, titles),
    assigned: assignedUnits(log),
    decisions: { knowledge: decisionsIn(named, "knowledge"), judgement: decisionsIn(named, "judgement") },
    observations: observations(log).map(({ body }) => body),
    confidence: named.flatMap(({ title, facts: { ownRatings } }) =>
      ownRatings.slice(-1).map((rating) => ({ competency: title, rating })),
    ),
    waiting: named.filter(({ facts }) => STRANDS.every((strand) => facts.strands[strand].n === 0)).length,
    cutMilli: course.cutMilli,
    notCounted,
  };
}

interface Named {
  readonly title: string;
  readonly facts: CompetencyFacts;
}

function decisionsIn(named: readonly Named[], strand: Strand): Decision[] {
  return named
    .map(({ title, facts }) => ({ competency: title, numbers: facts.strands[strand] }))
    .filter(({ numbers }) => numbers.n > 0);
}
