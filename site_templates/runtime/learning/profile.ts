/** The competence profile: for every competency, each strand separately, never an average of them. */

import type { CourseData, Strand } from "../record/course_data";
import { STRANDS } from "../record/course_data";
import type { Log } from "../record/log";
import { validEventsOf } from "../record/log";
import type { EventOf } from "../record/record";
import { compare } from "../record/record";
import type { State } from "./decision";
import { decisions, openHarm } from "./decision";
import type { Estimate } from "./estimate";
import { estimate } from "./estimate";
import type { HarmAnswer } from "./evidence";
import { cellOf, evidence } from "./evidence";
import { observations, observed } from "./observations";
import type { Tally } from "./pool";
import { cellsOf, tally, weightOf } from "./pool";
import type { Voided } from "./voided";
import { voided } from "./voided";

/**
 * What is known of one competency in one strand.
 *
 * `weight` is how much its evidence still counts, `fresh` how many responses came in since the last look.
 */
export interface StrandProfile {
  readonly strand: Strand;
  readonly state: State;
  readonly tally: Tally;
  readonly fresh: number;
  readonly weight: number;
  readonly estimate: Estimate;
  readonly superseded: number;
  readonly missedHarmItems: readonly string[];
}

/** Estimates for the strands that are estimated; observation and confidence as they were given. */
export interface CompetencyProfile {
  readonly competency: string;
  readonly strands: Readonly<Record<Strand, StrandProfile>>;
  readonly observations: readonly EventOf<"supervisor.observation">[];
  readonly confidence: readonly EventOf<"self.rating">[];
}

/** The profile at one moment. `retired`: how many things were answered that are no longer asked; `voided`: what was taken back. */
export interface Profile {
  readonly now: number;
  readonly competencies: readonly CompetencyProfile[];
  readonly retired: number;
  readonly voided: readonly Voided[];
}

/** Return the profile that a record shows at the moment `now`. */
export function profile(log: Log, course: CourseData, now: number): Profile {
  const found = evidence(log, course);
  const cut = course.cutMilli / 1000;
  const looks = decisions(log, found, now, cut);
  const cells = cellsOf(found.evidence);
  const missed = openHarm(found.harm);
  const strandProfile = (competency: string, strand: Strand): StrandProfile => {
    const cell = cellOf(competency, strand);
    const added = tally(cells.get(cell) ?? [], competency);
    const weight = weightOf(added, now);
    return {
      strand,
      state: looks.get(cell)?.state ?? "not-enough-evidence",
      tally: added,
      fresh: looks.get(cell)?.fresh ?? 0,
      weight,
      estimate: estimate((added.earnedMilli / 1000) * weight, added.effective * weight, cut),
      superseded: found.superseded.get(cell) ?? 0,
      missedHarmItems: missedIn(missed, competency),
    };
  };
  const seen = observations(log);
  const ratings = validEventsOf(log, "self.rating");
  const competencies = course.competencies.map((competency) => ({
    competency: competency.id,
    strands: Object.fromEntries(
      STRANDS.map((strand) => [strand, strandProfile(competency.id, strand)]),
    ) as CompetencyProfile["strands"],
    observations: observed(seen, competency),
    confidence: confidenceIn(ratings, competency.id),
  }));
  return { now, competencies, retired: found.retired, voided: voided(log, course) };
}

function missedIn(missed: readonly HarmAnswer[], competency: string): string[] {
  return missed
    .filter(({ competencies }) => competencies.includes(competency))
    .map(({ item }) => item)
    .sort(compare);
}

/** Return the latest rating before and after each unit, in their order. */
function confidenceIn(
  ratings: readonly EventOf<"self.rating">[],
  competency: string,
): readonly EventOf<"self.rating">[] {
  const latest = new Map<string, EventOf<"self.rating">>();
  for (const event of ratings) {
    if (event.body.competencyId !== competency) continue;
    const occasion = `${event.body.when}/${event.body.unitId}`;
    latest.delete(occasion);
    latest.set(occasion, event);
  }
  return [...latest.values()];
}
