/** Whether a competence is shown: decided at the end of a set, and not changed lightly. */

import type { CourseData } from "../record/course_data";
import { hashOf } from "../record/hashing";
import type { Log } from "../record/log";
import { validEvents } from "../record/log";
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

interface Moment {
  readonly at: number;
  readonly event: string;
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
  const replay = new Replay(found, cut);
  for (const { type, at, id } of validEvents(log)) {
    if (type === "attempt.finished" || type === "dialogue.finished") replay.decideAfter({ at, event: id });
  }
  if (replay.hasDecided) replay.decideAt(now);
  return replay.states;
}

/** Return the harm items that were missed and not answered rightly on a later day (in UTC). */
export function openHarm(answers: readonly HarmAnswer[]): readonly HarmAnswer[] {
  const missed = new Map<string, HarmAnswer>();
  for (const answer of answers) {
    const before = missed.get(answer.item);
    if (!answer.isRight) missed.set(answer.item, answer);
    else if (before && dayOf(answer.at) > dayOf(before.at)) missed.delete(answer.item);
  }
  return [...missed.values()];
}

/** Evidence as it came in, so that decisions are taken on what was known at the time. */
class Replay {
  readonly states = new Map<Cell, State>();
  hasDecided = false;
  private taken = 0;
  private blocked: ReadonlySet<string> = new Set();
  private readonly cells = new Map<Cell, CellEvidence>();

  constructor(
    private readonly found: Found,
    private readonly cut: number,
  ) {}

  /** Take in the evidence up to an event, and decide. */
  decideAfter(until: Moment): void {
    while (isUntil(this.found.evidence[this.taken], until)) this.take(this.found.evidence[this.taken++]!);
    const missed = openHarm(this.found.harm.filter((answer) => isUntil(answer, until)));
    this.blocked = new Set(missed.flatMap(({ competencies }) => competencies));
    this.decideAt(until.at);
  }

  decideAt(now: number): void {
    for (const [cell, { competency, bySource }] of this.cells) {
      const before = this.states.get(cell) ?? "not-enough-evidence";
      const added = tally([...bySource.values()], competency);
      this.states.set(cell, decide(before, added, now, this.cut, this.blocked.has(competency)));
    }
    this.hasDecided = true;
  }

  private take(evidence: Evidence): void {
    for (const competency of evidence.credit.keys()) addTo(this.cells, evidence, competency);
  }
}

interface CellEvidence {
  readonly competency: string;
  readonly bySource: Map<string, Evidence>;
}

/** Put evidence in its cell, in place of what stood there from the same source. */
function addTo(cells: Map<Cell, CellEvidence>, evidence: Evidence, competency: string): void {
  const cell = cellOf(competency, evidence.strand);
  const held = cells.get(cell) ?? { competency, bySource: new Map<string, Evidence>() };
  held.bySource.set(evidence.source, evidence);
  cells.set(cell, held);
}

/** Return the evidence that stands in each cell at the end. */
export function cellsOf(found: readonly Evidence[]): ReadonlyMap<Cell, CellEvidence> {
  const cells = new Map<Cell, CellEvidence>();
  for (const one of found) for (const competency of one.credit.keys()) addTo(cells, one, competency);
  return cells;
}

function isUntil(moment: Moment | undefined, until: Moment): boolean {
  if (!moment) return false;
  return moment.at < until.at || (moment.at === until.at && moment.event <= until.event);
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
