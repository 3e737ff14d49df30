/** The derived block of an export: the profile in whole thousandths, which print alike everywhere. */

import type { CourseData } from "../record/course_data";
import type { Log } from "../record/log";
import type { Derived, StrandEstimate } from "../record/schema";
import { parametersHash } from "./decision";
import type { StrandProfile } from "./profile";
import { profile } from "./profile";
import { units } from "./units";

const METHOD = "beta-jeffreys";
const METHOD_VERSION = "2.0.0";
const NEARLY = 1e-6;

/** Compute the derived block; an export's `now` is the moment it is exported. */
export function derived(log: Log, course: CourseData, now: number): Derived {
  return {
    computedBy: { method: METHOD, version: METHOD_VERSION, parametersHash: parametersHash(course) },
    competencies: profile(log, course, now).competencies.map(({ competency, strands }) => ({
      competencyId: competency,
      knowledge: strandEstimate(strands.knowledge),
      judgement: strandEstimate(strands.judgement),
    })),
    units: units(log, course),
  };
}

/**
 * Round half up to whole thousandths.
 *
 * What is computed in steps may fall short of a half by less than `NEARLY`, in one language only.
 */
export function thousandths(value: number): number {
  return Math.floor(value * 1000 + 0.5 + NEARLY);
}

/** Return a strand of the profile as it is in a file. */
export function strandEstimate({
  state,
  tally,
  weight,
  estimate,
  superseded,
  missedHarmItems,
}: StrandProfile): StrandEstimate {
  return {
    state,
    n: tally.n,
    units: tally.units,
    sumMilli: tally.sumMilli,
    effectiveMilli: thousandths(tally.effective * weight),
    meanMilli: thousandths(estimate.mean),
    lowMilli: thousandths(estimate.low),
    highMilli: thousandths(estimate.high),
    probabilityMilli: thousandths(estimate.probability),
    superseded,
    lastEvidenceAt: tally.lastAt,
    missedHarmItems: [...missedHarmItems],
  };
}
