/** What to do next for one competency: always a step, never a verdict. */

import {
  FEWEST_ITEMS,
  FEWEST_NEW,
  FEWEST_OUTSIDE_PLACEMENT,
  FEWEST_UNITS,
  NOT_YET_TO,
  SHOWN_FROM,
} from "../../learning/decision";
import type { Tally } from "../../learning/pool";
import { LATEST, YEAR } from "../../learning/pool";
import type { Strand } from "../../record/course_data";
import { DAY } from "../../record/moments";
import type { StrandEstimate } from "../../record/schema";
import type { Question } from "./questions";
import { freshFrom, isOpen } from "./questions";

/** `item` is the question to go to, `items` are all of them. Moments are null where the time has come. */
export type NextStep =
  | { readonly kind: "safety"; readonly items: readonly string[]; readonly from: number | null }
  | { readonly kind: "begin"; readonly item: string; readonly count: number }
  | { readonly kind: "more"; readonly item: string; readonly need: number; readonly elsewhere: boolean }
  | { readonly kind: "few"; readonly item: string; readonly need: number; readonly count: number }
  | { readonly kind: "all-answered"; readonly need: number }
  | { readonly kind: "unwritten" }
  | { readonly kind: "finish" }
  | { readonly kind: "widen"; readonly item: string; readonly count: number; readonly right: number | null }
  | { readonly kind: "renew"; readonly item: string; readonly count: number; readonly from: number | null }
  | { readonly kind: "keep"; readonly until: number };

/** Of the responses that count: how many, and what they earned in thousandths, after the design effect. */
export type Pool = Pick<Tally, "effective" | "earnedMilli" | "outside">;

/** How likely the level is at the cut, given credit `s` of `n`. */
export type Likely = (s: number, n: number) => number;

/**
 * One strand of a competency, all questions on the competency, and when a safety question was missed.
 *
 * `fresh` is how many responses came in since a decision was last taken. `onPath`: the units of the path with stages.
 */
export interface StrandStatus {
  readonly strand: Strand;
  readonly numbers: StrandEstimate;
  readonly pool: Pool;
  readonly fresh: number;
  readonly questions: readonly Question[];
  readonly onPath: ReadonlySet<string>;
  readonly missedAt: ReadonlyMap<string, number>;
  readonly now: number;
  readonly likely: Likely;
}

/** Return the steps for a competency: missed safety questions first, then what brings a decision nearer. */
export function nextSteps(status: StrandStatus): NextStep[] {
  const safety = safetySteps(status);
  const own = status.questions.filter(({ strand }) => strand === status.strand);
  const step = mainStep({ ...status, questions: own });
  const isAllItTakes = safety.length > 0 && step.kind === "finish";
  return isAllItTakes ? safety : [...safety, step];
}

/** A safety question is put right on a later day; days are counted in UTC, as everywhere in a record. */
function safetySteps({ numbers, missedAt, now }: StrandStatus): NextStep[] {
  const byDay = new Map<number | null, string[]>();
  for (const item of numbers.missedHarmItems) {
    const nextDay = (Math.floor((missedAt.get(item) ?? 0) / DAY) + 1) * DAY;
    const from = nextDay <= now ? null : nextDay;
    byDay.set(from, [...(byDay.get(from) ?? []), item]);
  }
  return [...byDay].map(([from, items]) => ({ kind: "safety", items, from }));
}

function mainStep(status: StrandStatus): NextStep {
  const { numbers, pool, fresh } = status;
  if (numbers.state === "shown") return { kind: "keep", until: (numbers.lastEvidenceAt ?? status.now) + YEAR };
  const isUnderFloor = pool.effective < FEWEST_ITEMS || numbers.units < FEWEST_UNITS;
  const isUndecided = numbers.state === "not-enough-evidence";
  if (isUnderFloor || (isUndecided && pool.outside < FEWEST_OUTSIDE_PLACEMENT)) return towardsFloor(status);
  if (isUndecided && fresh >= FEWEST_NEW && couldDecide(numbers)) return { kind: "finish" };
  return beyondFloor(status);
}

/** A decision waits only for the end of a set. */
function couldDecide({ probabilityMilli }: StrandEstimate): boolean {
  return probabilityMilli >= SHOWN_FROM * 1000 || probabilityMilli <= NOT_YET_TO * 1000;
}

function towardsFloor({ numbers, pool, questions, onPath, now }: StrandStatus): NextStep {
  const open = questions.filter((question) => isOpen(question, now));
  const elsewhere = numbers.units === 1;
  const need = Math.max(
    Math.ceil(FEWEST_ITEMS - pool.effective),
    FEWEST_UNITS - numbers.units,
    FEWEST_OUTSIDE_PLACEMENT - pool.outside,
  );
  const first = firstOf(open, onPath, elsewhere ? questions : []);
  if (!first) return questions.length > 0 ? { kind: "all-answered", need } : { kind: "unwritten" };
  if (numbers.n === 0) return { kind: "begin", item: first.id, count: open.length };
  const reaches = open.length >= need && (!elsewhere || isElsewhere(first, questions));
  if (!reaches) return { kind: "few", item: first.id, need, count: open.length };
  return { kind: "more", item: first.id, need, elsewhere };
}

function beyondFloor(status: StrandStatus): NextStep {
  const { questions, onPath, now } = status;
  const open = questions.filter((question) => isOpen(question, now));
  const first = firstOf(open, onPath);
  if (first) return { kind: "widen", item: first.id, count: open.length, right: rightInARow(status, open.length) };
  const answered = [...questions].sort((a, b) => freshFrom(a) - freshFrom(b));
  const fresh = answered.filter((question) => freshFrom(question) <= now);
  const soonest = answered[0];
  if (!soonest) return { kind: "unwritten" };
  return { kind: "renew", item: soonest.id, count: fresh.length, from: fresh.length > 0 ? null : freshFrom(soonest) };
}

/**
 * Choose where to go: if possible to another unit than those of the questions in `before`, and to one of the path;
 * of several the one with most questions still open.
 */
function firstOf(
  open: readonly Question[],
  onPath: ReadonlySet<string>,
  before: readonly Question[] = [],
): Question | undefined {
  const elsewhere = someOf(open, (question) => isElsewhere(question, before));
  const from = someOf(elsewhere, ({ unit }) => onPath.has(unit));
  const size = (unit: string): number => from.filter((question) => question.unit === unit).length;
  return [...from].sort((a, b) => size(b.unit) - size(a.unit))[0];
}

/** Return those of the questions that are wanted, or all where none is. */
function someOf(questions: readonly Question[], isWanted: (question: Question) => boolean): readonly Question[] {
  const wanted = questions.filter(isWanted);
  return wanted.length > 0 ? wanted : questions;
}

function isElsewhere(question: Question, all: readonly Question[]): boolean {
  return !all.some((other) => other.counts && other.unit === question.unit);
}

/**
 * Count how many right answers on end would show the competency; null if the open questions do not suffice.
 *
 * Where older responses would drop out of the pool, nothing is promised.
 */
function rightInARow({ numbers, pool, fresh, likely }: StrandStatus, open: number): number | null {
  const most = Math.min(open, LATEST - numbers.n);
  for (let more = Math.max(1, FEWEST_NEW - fresh); more <= most; more++) {
    if (likely(pool.earnedMilli / 1000 + more, pool.effective + more) >= SHOWN_FROM) return more;
  }
  return null;
}
