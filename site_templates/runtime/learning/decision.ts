/** Whether a competence is shown: decided at the end of a set, and not changed lightly. */

import type { CourseData } from "../record/course_data";
import { hashOf } from "../record/hashing";
import type { Log } from "../record/log";
import type { StrandEstimate } from "../record/schema";
import { PRIOR, probability, TAIL } from "./estimate";
import type { Cell, Evidence, Found, HarmAnswer } from "./evidence";
import { COLD_AFTER, cellOf, DAY } from "./evidence";

export type State = StrandEstimate["state"];

/** How likely the level must be at the cut to be *shown*, and to be *not yet*. */
export const SHOWN_FROM = 0.9;
export const NOT_YET_TO = 0.1;
const SHOWN_UNTIL = 0.75; // below this, what was shown is shown no longer
export const FEWEST_ITEMS = 12;
export const FEWEST_UNITS = 2;
/** To decide anew; a placement check alone decides nothing. */
export const FEWEST_OUTSIDE_PLACEMENT = 6;
/** After a year without evidence, what there is counts half. */
export const YEAR = 365 * DAY;

/**
 * The evidence on one competency in one strand, added up. Credit is in thousandths.
 *
 * `outside` is how many of the `n` were given outside placement checks.
 */
export interface Tally {
  readonly n: number;
  readonly sumMilli: number;
  readonly units: number;
  readonly outside: number;
  readonly lastAt: number | null;
}

/** Add up the evidence on a competency. */
export function tally(found: readonly Evidence[], competency: string): Tally {
  return {
    n: found.length,
    sumMilli: found.reduce((sum, { credit }) => sum + (credit.get(competency) ?? 0), 0),
    units: new Set(found.map(({ unit }) => unit)).size,
    outside: found.filter(({ inPlacement }) => !inPlacement).length,
    lastAt: found.length > 0 ? found.reduce((last, { at }) => Math.max(last, at), 0) : null,
  };
}

/** Return how much evidence still counts: half after a year without any, a quarter after two. */
export function weightOf({ lastAt }: Tally, now: number): number {
  return lastAt === null ? 1 : 0.5 ** Math.max(0, Math.floor((now - lastAt) / YEAR));
}

/** Return the moment at which the weight falls next; infinite where there is nothing to weigh. */
function changesAfter({ lastAt }: Tally, now: number): number {
  return lastAt === null ? Infinity : lastAt + YEAR * (Math.max(0, Math.floor((now - lastAt) / YEAR)) + 1);
}

/** Return the state that follows; `isBlocked` when a harm item was missed and not yet put right. */
export function decide(before: State, added: Tally, now: number, cut: number, isBlocked: boolean): State {
  if (added.n < FEWEST_ITEMS || added.units < FEWEST_UNITS) return "not-enough-evidence";
  const state = likelyState(before, added, now, cut, isBlocked);
  const isNew = state !== before;
  return isNew && added.outside < FEWEST_OUTSIDE_PLACEMENT ? "not-enough-evidence" : state;
}

function likelyState(before: State, added: Tally, now: number, cut: number, isBlocked: boolean): State {
  const weight = weightOf(added, now);
  const likely = probability((added.sumMilli / 1000) * weight, added.n * weight, cut);
  if (likely <= NOT_YET_TO) return "not-yet";
  const isEnough = likely >= (before === "shown" ? SHOWN_UNTIL : SHOWN_FROM);
  return isEnough && !isBlocked ? "shown" : "not-enough-evidence";
}

/**
 * Return the state of every competency with evidence, decided at the end of each set until `now`.
 *
 * Between the last set and `now` only time has passed, which can take a decision away.
 */
export function decisions(log: Log, found: Found, now: number, cut: number): ReadonlyMap<Cell, State> {
  const replay = new Replay(cut);
  const evidence = new Map(found.evidence.map((one) => [one.event, one]));
  const harm = new Map(found.harm.map((one) => [one.event, one]));
  for (const { type, at, id } of log.events) {
    replay.take(evidence.get(id), harm.get(id));
    const isEnd = type === "attempt.finished" || type === "dialogue.finished";
    if (isEnd && !log.excluded.has(id)) replay.decideSet(at);
  }
  if (replay.hasDecided) replay.decideAt(now);
  return replay.states;
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
  readonly states = new Map<Cell, State>();
  hasDecided = false;
  /** What came in since the last set. */
  private evidence: Evidence[] = [];
  private harm: HarmAnswer[] = [];
  private readonly missed = new Map<string, HarmAnswer>();
  private blocked: ReadonlySet<string> = new Set();
  private readonly cells = new Map<Cell, CellEvidence>();
  private readonly changed = new Set<Cell>();
  /** When the weight of a cell's evidence falls next. */
  private readonly changesAt = new Map<Cell, number>();

  constructor(private readonly cut: number) {}

  /** Hold what came in until the set ends. */
  take(evidence: Evidence | undefined, harm: HarmAnswer | undefined): void {
    if (evidence) this.evidence.push(evidence);
    if (harm) this.harm.push(harm);
  }

  /** Decide at the end of a set with all that came in until then. */
  decideSet(now: number): void {
    for (const one of this.evidence) {
      for (const competency of one.credit.keys()) this.changed.add(addTo(this.cells, one, competency));
    }
    for (const answer of this.harm) noteHarm(this.missed, answer);
    if (this.harm.length > 0)
      this.block(new Set([...this.missed.values()].flatMap(({ competencies }) => competencies)));
    this.evidence = [];
    this.harm = [];
    this.decideAt(now);
  }

  /** Decide with what the sets have brought until now. */
  decideAt(now: number): void {
    for (const [cell, moment] of this.changesAt) if (moment <= now) this.changed.add(cell);
    for (const cell of this.changed) {
      const { competency, bySource } = this.cells.get(cell)!;
      const before = this.states.get(cell) ?? "not-enough-evidence";
      const added = tally([...bySource.values()], competency);
      this.states.set(cell, decide(before, added, now, this.cut, this.blocked.has(competency)));
      this.changesAt.set(cell, changesAfter(added, now));
    }
    this.changed.clear();
    this.hasDecided = true;
  }

  private block(competencies: ReadonlySet<string>): void {
    for (const [cell, { competency }] of this.cells) {
      if (competencies.has(competency) !== this.blocked.has(competency)) this.changed.add(cell);
    }
    this.blocked = competencies;
  }
}

interface CellEvidence {
  readonly competency: string;
  readonly bySource: Map<string, Evidence>;
}

/** Put evidence in its cell, in place of what stood there from the same source. */
function addTo(cells: Map<Cell, CellEvidence>, evidence: Evidence, competency: string): Cell {
  const cell = cellOf(competency, evidence.strand);
  const held = cells.get(cell) ?? { competency, bySource: new Map<string, Evidence>() };
  held.bySource.set(evidence.source, evidence);
  cells.set(cell, held);
  return cell;
}

/** Return the evidence that stands in each cell at the end. */
export function cellsOf(found: readonly Evidence[]): ReadonlyMap<Cell, CellEvidence> {
  const cells = new Map<Cell, CellEvidence>();
  for (const one of found) for (const competency of one.credit.keys()) addTo(cells, one, competency);
  return cells;
}

function dayOf(moment: number): number {
  return Math.floor(moment / DAY);
}

/** Return the hash by which two computations know that they used the same method. */
export function parametersHash({ cutMilli }: Pick<CourseData, "cutMilli">): string {
  return hashOf({
    coldAfterDays: COLD_AFTER / DAY,
    cutMilli,
    fewestItems: FEWEST_ITEMS,
    fewestOutsidePlacement: FEWEST_OUTSIDE_PLACEMENT,
    fewestUnits: FEWEST_UNITS,
    halvingDays: YEAR / DAY,
    notYetToMilli: Math.round(NOT_YET_TO * 1000),
    priorMilli: Math.round(PRIOR * 1000),
    shownFromMilli: Math.round(SHOWN_FROM * 1000),
    shownUntilMilli: Math.round(SHOWN_UNTIL * 1000),
    tailMilli: Math.round(TAIL * 1000),
  });
}
