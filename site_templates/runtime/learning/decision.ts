/** Whether a competence is shown: decided at the end of a set, and not changed lightly. */

import type { CourseData } from "../record/course_data";
import { hashOf } from "../record/hashing";
import type { Log } from "../record/log";
import { DAY } from "../record/moments";
import type { StrandEstimate } from "../record/schema";
import { PRIOR, probability, TAIL } from "./estimate";
import type { Cell, Evidence, Found, HarmAnswer } from "./evidence";
import { COLD_AFTER, cellOf } from "./evidence";
import type { Tally } from "./pool";
import { CLUSTER_CORRELATION, changesAfter, LATEST, tally, weightOf, YEAR } from "./pool";

export type State = StrandEstimate["state"];

/** How likely the level must be at the cut to be *shown*, and to be *not yet*. */
export const SHOWN_FROM = 0.95;
export const NOT_YET_TO = 0.1;
const SHOWN_UNTIL = 0.75; // below this, what was shown is shown no longer
/** Effective responses. */
export const FEWEST_ITEMS = 12;
/** Responses from one look to the next. */
export const FEWEST_NEW = 12;
export const FEWEST_UNITS = 2;
/** A placement check alone decides nothing. */
export const FEWEST_OUTSIDE_PLACEMENT = 6;

/** Say whether a pool reaches the floors, without which nothing is decided. */
export function isEnough({ effective, units, outside }: Tally): boolean {
  return effective >= FEWEST_ITEMS && units >= FEWEST_UNITS && outside >= FEWEST_OUTSIDE_PLACEMENT;
}

/** Return the state that follows; `isBlocked` when a harm item was missed and not yet put right. */
function decide(before: State, looked: Tally, now: number, cut: number, isBlocked: boolean): State {
  const weight = weightOf(looked, now);
  const likely = probability((looked.earnedMilli / 1000) * weight, looked.effective * weight, cut);
  if (likely <= NOT_YET_TO) return "not-yet";
  const isSure = likely >= (before === "shown" ? SHOWN_UNTIL : SHOWN_FROM);
  return isSure && !isBlocked ? "shown" : "not-enough-evidence";
}

/**
 * The decisions on one competency in one strand.
 *
 * The pool is looked at when it reaches the floors and holds enough that is new since the last look. Between two looks
 * only a block or the years change a decision.
 */
class Looks {
  state: State = "not-enough-evidence";
  /** How many responses came in since the last look. */
  fresh = 0;
  /** When the weight of the evidence falls next. */
  changesAt = Infinity;
  private pool: readonly Evidence[] = [];
  private lastAt = 0;
  private looked: Tally | undefined;

  constructor(readonly competency: string) {}

  /** Take one response into the pool. */
  take(evidence: Evidence): void {
    this.pool = [...this.pool.slice(1 - LATEST), evidence];
    this.lastAt = Math.max(this.lastAt, evidence.at);
    this.fresh += 1;
  }

  /** Decide at the end of a set, or after time has passed. */
  decide(now: number, cut: number, isBlocked: boolean): void {
    if (this.fresh >= FEWEST_NEW) this.look();
    if (!this.looked) return;
    const looked = { ...this.looked, lastAt: this.lastAt };
    this.state = decide(this.state, looked, now, cut, isBlocked);
    this.changesAt = changesAfter(looked, now);
  }

  private look(): void {
    const pool = tally(this.pool, this.competency);
    if (!isEnough(pool)) return;
    this.looked = pool;
    this.fresh = 0;
  }
}

/**
 * Return the looks at every competency with evidence, each set decided at its end, until `now`.
 *
 * Between the last set and `now` only time has passed, which can take a decision away.
 */
export function decisions(log: Log, found: Found, now: number, cut: number): ReadonlyMap<Cell, Looks> {
  const replay = new Replay(cut);
  const evidence = new Map(found.evidence.map((one) => [one.event, one]));
  const harm = new Map(found.harm.map((one) => [one.event, one]));
  for (const { type, at, id } of log.events) {
    replay.take(evidence.get(id), harm.get(id));
    const isEnd = type === "attempt.finished" || type === "dialogue.finished";
    if (isEnd && !log.excluded.has(id)) replay.decideSet(at);
  }
  if (replay.hasDecided) replay.decideAt(now);
  return replay.cells;
}

/** Return the harm items that were missed and not answered rightly on a later day (in UTC). */
export function openHarm(answers: readonly HarmAnswer[]): readonly HarmAnswer[] {
  const missed = new Map<string, HarmAnswer>();
  for (const answer of answers) noteHarm(missed, answer);
  return [...missed.values()];
}

function noteHarm(missed: Map<string, HarmAnswer>, answer: HarmAnswer): void {
  const before = missed.get(answer.item);
  if (!answer.isRight) missed.set(answer.item, answer);
  else if (before && dayOf(answer.at) > dayOf(before.at)) missed.delete(answer.item);
}

/**
 * Evidence as it came in, so that decisions are taken on what was known at the time.
 *
 * Only those cells are decided again in which something has changed since: evidence, a block, or the weight that falls
 * with the years. Deciding once more on the same grounds gives the same state.
 */
class Replay {
  readonly cells = new Map<Cell, Looks>();
  hasDecided = false;
  /** What came in since the last set. */
  private evidence: Evidence[] = [];
  private harm: HarmAnswer[] = [];
  private readonly missed = new Map<string, HarmAnswer>();
  private blocked: ReadonlySet<string> = new Set();
  private readonly changed = new Set<Looks>();

  constructor(private readonly cut: number) {}

  /** Hold what came in until the set ends. */
  take(evidence: Evidence | undefined, harm: HarmAnswer | undefined): void {
    if (evidence) this.evidence.push(evidence);
    if (harm) this.harm.push(harm);
  }

  /** Decide at the end of a set with all that came in until then. */
  decideSet(now: number): void {
    for (const one of this.evidence) for (const competency of one.credit.keys()) this.put(one, competency);
    for (const answer of this.harm) noteHarm(this.missed, answer);
    if (this.harm.length > 0)
      this.block(new Set([...this.missed.values()].flatMap(({ competencies }) => competencies)));
    this.evidence = [];
    this.harm = [];
    this.decideAt(now);
  }

  /** Decide with what the sets have brought until now. */
  decideAt(now: number): void {
    for (const looks of this.cells.values()) if (looks.changesAt <= now) this.changed.add(looks);
    for (const looks of this.changed) looks.decide(now, this.cut, this.blocked.has(looks.competency));
    this.changed.clear();
    this.hasDecided = true;
  }

  private put(evidence: Evidence, competency: string): void {
    const cell = cellOf(competency, evidence.strand);
    const looks = this.cells.get(cell) ?? new Looks(competency);
    looks.take(evidence);
    this.cells.set(cell, looks);
    this.changed.add(looks);
  }

  private block(competencies: ReadonlySet<string>): void {
    for (const looks of this.cells.values()) {
      if (competencies.has(looks.competency) !== this.blocked.has(looks.competency)) this.changed.add(looks);
    }
    this.blocked = competencies;
  }
}

function dayOf(moment: number): number {
  return Math.floor(moment / DAY);
}

/** Return the hash by which two computations know that they used the same method. */
export function parametersHash({ cutMilli }: Pick<CourseData, "cutMilli">): string {
  return hashOf({
    clusterCorrelationMilli: Math.round(CLUSTER_CORRELATION * 1000),
    coldAfterDays: COLD_AFTER / DAY,
    cutMilli,
    fewestItems: FEWEST_ITEMS,
    fewestNew: FEWEST_NEW,
    fewestOutsidePlacement: FEWEST_OUTSIDE_PLACEMENT,
    fewestUnits: FEWEST_UNITS,
    halvingDays: YEAR / DAY,
    latest: LATEST,
    notYetToMilli: Math.round(NOT_YET_TO * 1000),
    priorMilli: Math.round(PRIOR * 1000),
    shownFromMilli: Math.round(SHOWN_FROM * 1000),
    shownUntilMilli: Math.round(SHOWN_UNTIL * 1000),
    tailMilli: Math.round(TAIL * 1000),
  });
}
