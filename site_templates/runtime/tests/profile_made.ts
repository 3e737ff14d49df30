/** Small states, questions and facts for the tests of the profile. */

import { agreement } from "../learning/agreement";
import { estimate, probability } from "../learning/estimate";
import { DAY } from "../record/moments";
import type { StrandEstimate } from "../record/schema";
import type { Pool, StrandStatus } from "../views/profile/next_step";
import type { Question } from "../views/profile/questions";
import type { CompetencyFacts, Facts } from "../views/profile/rows";

export const NOW = 1000 * DAY;
const CUT = 0.8;

export const likely = (s: number, n: number): number => probability(s, n, CUT);

/** Numbers as a record gives them for `points` of `n`; the state is the one handed in. */
export function numbersFor(points: number, n: number, changes: Partial<StrandEstimate> = {}): StrandEstimate {
  const found = estimate(points, n, CUT);
  const milli = (value: number): number => Math.floor(value * 1000 + 0.5);
  return {
    state: "not-enough-evidence",
    n,
    units: n > 0 ? 2 : 0,
    sumMilli: points * 1000,
    effectiveMilli: n * 1000,
    meanMilli: milli(found.mean),
    lowMilli: milli(found.low),
    highMilli: milli(found.high),
    probabilityMilli: milli(found.probability),
    superseded: 0,
    lastEvidenceAt: n > 0 ? NOW - 5 * DAY : null,
    missedHarmItems: [],
    ...changes,
  };
}

/** Questions of a unit: those that count were seen five days ago. */
export function questions(unit: string, counted: number, open: number, changes: Partial<Question> = {}): Question[] {
  return Array.from({ length: counted + open }, (_, place) => ({
    id: `${unit}-${place + 1}`,
    unit,
    strand: "judgement",
    competencies: ["GOA2"],
    counts: place < counted,
    shownAt: place < counted ? NOW - 5 * DAY : null,
    ...changes,
  }));
}

export function status(
  numbers: StrandEstimate,
  asked: readonly Question[],
  changes: Partial<StrandStatus> = {},
): StrandStatus {
  return {
    strand: "judgement",
    numbers,
    pool: poolOf(numbers),
    fresh: numbers.n,
    questions: asked,
    onPath: new Set(),
    missedAt: new Map(),
    now: NOW,
    likely,
    ...changes,
  };
}

/** The pool behind numbers: of items that share no case, and none from a placement check. */
export function poolOf({ n, sumMilli }: StrandEstimate, changes: Partial<Pool> = {}): Pool {
  return { effective: n, earnedMilli: sumMilli, outside: n, ...changes };
}

export function competency(changes: Partial<CompetencyFacts> = {}): CompetencyFacts {
  const { strands = { knowledge: numbersFor(0, 0), judgement: numbersFor(0, 0) } } = changes;
  const pools = { knowledge: poolOf(strands.knowledge), judgement: poolOf(strands.judgement) };
  const fresh = { knowledge: strands.knowledge.n, judgement: strands.judgement.n };
  return { strands, pools, fresh, observations: [], ownRatings: [], ...changes };
}

/** Two groups: goals with GOA2 (judgement) and STR1 (knowledge), safety with SAF1. */
export function facts(known: Readonly<Record<string, CompetencyFacts>>, asked: readonly Question[] = []): Facts {
  return {
    now: NOW,
    cutMilli: 800,
    rated: { under: "", found: agreement([]), superseded: 0 },
    titles: {
      groups: [
        { id: "goals", title: "Goals" },
        { id: "unused", title: "No one is in here" },
        { id: "safety", title: "Safety" },
      ],
      competencies: [
        { id: "GOA2", title: "Following up goals", group: "goals", strand: "judgement" },
        { id: "SAF1", title: "Scope and safety", group: "safety", strand: "judgement" },
        { id: "STR1", title: "Model", group: "goals", strand: "knowledge" },
      ],
      instrumentItems: {},
      units: [],
      modules: [],
      dialogues: [],
      year: [],
      safety: {},
    },
    competencies: new Map(Object.entries(known)),
    questions: asked,
    onPath: new Set(),
    missedAt: new Map(),
    likely,
    practised: null,
    turns: [],
    notCounted: { voided: [], disagreeing: 0 },
  };
}
