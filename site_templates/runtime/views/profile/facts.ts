/** What the page shows, taken from the log and the course; the same numbers as in an export. */

import type { Titles } from "../../course/titles";
import { agreement } from "../../learning/agreement";
import { openHarm } from "../../learning/decision";
import { strandEstimate } from "../../learning/derived";
import { probability } from "../../learning/estimate";
import { evidence } from "../../learning/evidence";
import type { CompetencyProfile } from "../../learning/profile";
import { profile } from "../../learning/profile";
import { ratings } from "../../learning/ratings";
import type { CourseData } from "../../record/course_data";
import type { Log } from "../../record/log";
import type { Parts } from "../../ui/turns";
import { atOnce } from "../../ui/turns";
import { practisedIn } from "./practised_facts";
import { questionsOf } from "./questions";
import { turnsOf } from "./reach";
import type { CompetencyFacts, Facts } from "./rows";

const ITEM = "item/";

/** Take from a record what its profile shows at the moment `now`. */
export function factsOf(log: Log, course: CourseData, titles: Titles, now: number): Facts {
  return atOnce(factsInParts(log, course, titles, now));
}

/** The same in parts, for a long record. */
export function* factsInParts(log: Log, course: CourseData, titles: Titles, now: number): Parts<Facts> {
  const found = evidence(log, course);
  const sources = found.evidence.map(({ source }) => source).filter((source) => source.startsWith(ITEM));
  const counted = new Set(sources.map((source) => source.slice(ITEM.length)));
  yield;
  const { competencies, voided } = profile(log, course, now);
  yield;
  const practised = practisedIn(log, course, titles, competencies);
  yield;
  const { pairs, superseded } = ratings(log, course);
  return {
    now,
    cutMilli: course.cutMilli,
    rated: { under: course.agreementUnder ?? "", found: agreement(pairs), superseded },
    titles,
    competencies: new Map(competencies.map((one) => [one.competency, competencyFacts(one)])),
    questions: questionsOf(course, counted, lastShown(log)),
    onPath: new Set(titles.units.filter(isOnPath).map(({ id }) => id)),
    missedAt: new Map(openHarm(found.harm).map(({ item, at }) => [item, at])),
    practised,
    turns: turnsOf(course, titles),
    notCounted: { voided, disagreeing: log.disagreeing.length },
    likely: (s, n) => probability(s, n, course.cutMilli / 1000),
  };
}

function isOnPath({ lessons }: Titles["units"][number]): boolean {
  return lessons.some(({ turn = 0 }) => turn > 0);
}

function competencyFacts({ strands, observations, confidence }: CompetencyProfile): CompetencyFacts {
  return {
    strands: { knowledge: strandEstimate(strands.knowledge), judgement: strandEstimate(strands.judgement) },
    pools: { knowledge: strands.knowledge.tally, judgement: strands.judgement.tally },
    fresh: { knowledge: strands.knowledge.fresh, judgement: strands.judgement.fresh },
    observations: observations.map(({ body }) => body),
    ownRatings: confidence.map(({ body, at }) => ({ ...body, at })),
  };
}

/** Find when each item was last on the screen; events come by time, so the last one wins. */
function lastShown(log: Log): ReadonlyMap<string, number> {
  const shown = new Map<string, number>();
  for (const event of log.events) if (event.type === "item.response") shown.set(event.body.itemId, event.at);
  return shown;
}
