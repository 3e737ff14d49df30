/** What was practised and what changed by it, found from the log. */

import type { Titles } from "../../course/titles";
import type { Done } from "../../learner/last_time";
import { doneIn, lastTime } from "../../learner/last_time";
import type { State } from "../../learning/decision";
import type { CompetencyProfile } from "../../learning/profile";
import { profile } from "../../learning/profile";
import type { CourseData } from "../../record/course_data";
import type { Log } from "../../record/log";
import { validEvents } from "../../record/log";
import { mistakes } from "../../review/mistakes";
import { dateOf, dawnOf } from "../../ui/days";

/** A competency whose lead strand has another state than before the last day. */
export interface Changed {
  readonly competency: string;
  readonly before: State;
  readonly after: State;
}

/** `date`: the last day on which anything was done. `mistakes`: questions to put right besides those on safety. */
export interface Practised {
  readonly all: Done;
  readonly last: Done;
  readonly date: string;
  readonly changed: readonly Changed[];
  readonly mistakes: number;
}

const ANY_DAY = "9999-12-31";

/** Return it; null where the record holds nothing. `competencies` is the profile as it is now. */
export function practisedIn(
  log: Log,
  course: CourseData,
  titles: Pick<Titles, "competencies">,
  competencies: readonly CompetencyProfile[],
): Practised | null {
  const last = lastTime(log, ANY_DAY, dateOf);
  if (!last) return null;
  const wrong = mistakes(log, course).filter(({ body }) => !course.items[body.itemId]?.harm);
  return {
    all: doneIn(validEvents(log)),
    last,
    date: last.date,
    changed: changedSince(dawnOf(last.date), log, course, titles, competencies),
    mistakes: wrong.length,
  };
}

/** Compare the states with those that the record showed when the day began. */
function changedSince(
  dawn: number,
  log: Log,
  course: CourseData,
  titles: Pick<Titles, "competencies">,
  now: readonly CompetencyProfile[],
): Changed[] {
  const earlier = { ...log, events: log.events.filter(({ at }) => at < dawn) };
  const then = new Map(profile(earlier, course, dawn).competencies.map((one) => [one.competency, one]));
  return titles.competencies.flatMap(({ id, strand }) => {
    const before = then.get(id)?.strands[strand].state ?? "not-enough-evidence";
    const after = now.find(({ competency }) => competency === id)?.strands[strand].state ?? before;
    return before === after ? [] : [{ competency: id, before, after }];
  });
}
