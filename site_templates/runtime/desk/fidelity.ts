/**
 * How the scores of an instrument are read: bands, means, what is weak, and what was not seen.
 *
 * The same rules are in `course/desk/fidelity.py`. Scores and means are in thousandths; what was not rated takes no
 * part in a mean.
 */

import type { InstrumentData, InstrumentItemData } from "../course/page_data.gen";
import type { Trainer } from "./schema";

export type Rates = InstrumentData["rates"];
export type Band =
  | ("unsatisfactory" | "needs-improvement" | "satisfactory" | "very-good" | "excellent")
  | ("low" | "moderate" | "high");

/** Scores by instrument item, or by the competency that an item hides. */
export type Values = Readonly<Record<string, number>>;

export const SUFFICIENT = 3000;
const FEW = 3;

/** By the published scoring rules: a band ends below its limit. */
const LIMITS: Readonly<Record<Rates, readonly (readonly [number, Band])[]>> = {
  session: [
    [2000, "unsatisfactory"],
    [3000, "needs-improvement"],
    [4000, "satisfactory"],
    [5000, "very-good"],
  ],
  programme: [
    [3000, "low"],
    [4000, "moderate"],
  ],
};
const HIGHEST = { session: "excellent", programme: "high" } as const;

/**
 * What the scores of one instrument say; `bands` by item.
 *
 * `missing`: items that everyone of the kind is rated on and that were not rated, so the mean is not the published
 * one. `strongest` and `weakest` are at most three items each, and none where all scores are equal; no score is in
 * both.
 */
export interface Summary {
  readonly rated: number;
  readonly meanMilli: number | null;
  readonly band: Band | null;
  readonly bands: Readonly<Record<string, Band>>;
  readonly missing: readonly string[];
  readonly strongest: readonly string[];
  readonly weakest: readonly string[];
}

/** `weak`: under 3. `notSeen`: not rated. `toObserve`: a high score does not show that the skill is there. */
export interface Findings {
  readonly weak: readonly string[];
  readonly notSeen: readonly string[];
  readonly toObserve: readonly string[];
}

/** Return the band of the mean of `count` scores whose sum is `totalMilli`, without rounding it. */
export function bandOf(totalMilli: number, rates: Rates, count = 1): Band {
  return LIMITS[rates].find(([limit]) => totalMilli < limit * count)?.[1] ?? HIGHEST[rates];
}

/** Summarise the scores of a trainer or a group on an instrument. */
export function summary(
  items: readonly InstrumentItemData[],
  rates: Rates,
  values: Values,
  kind: Trainer["kind"],
): Summary {
  const scores = items.flatMap(({ id }) => (Object.hasOwn(values, id) ? [[id, values[id]!] as const] : []));
  const count = scores.length;
  const total = scores.reduce((sum, [, value]) => sum + value, 0);
  const rated = new Set(scores.map(([id]) => id));
  return {
    rated: count,
    meanMilli: count > 0 ? mean(total, count, rates) : null,
    band: count > 0 ? bandOf(total, rates, count) : null,
    bands: Object.fromEntries(scores.map(([id, value]) => [id, bandOf(value, rates)])),
    missing: items.filter((item) => isRequired(item, kind) && !rated.has(item.id)).map(({ id }) => id),
    ...ends(scores),
  };
}

/** Sort out what is weak, what was not seen, and what a score cannot show. */
export function findings(items: readonly InstrumentItemData[], values: Values): Findings {
  const subjects = items.flatMap(({ id, hides }) => (hides ? [id, hides] : [id]));
  return {
    weak: subjects.filter((id) => Object.hasOwn(values, id) && values[id]! < SUFFICIENT),
    notSeen: subjects.filter((id) => !Object.hasOwn(values, id)),
    toObserve: items.filter(({ oneIsEnough }) => oneIsEnough).map(({ id }) => id),
  };
}

/** Return by how much each score has changed, where it was given both times. */
export function changes(before: Values, after: Values): Values {
  const both = Object.entries(after).filter(([id]) => Object.hasOwn(before, id));
  return Object.fromEntries(both.map(([id, value]) => [id, value - before[id]!]));
}

/** Round half up, but never into a higher band. */
function mean(total: number, count: number, rates: Rates): number {
  const rounded = Math.floor((2 * total + count) / (2 * count));
  return bandOf(rounded, rates) === bandOf(total, rates, count) ? rounded : rounded - 1;
}

function isRequired({ isOptional, isForGroups }: InstrumentItemData, kind: Trainer["kind"]): boolean {
  return !isOptional && (kind === "group" || !isForGroups);
}

/** Find the weakest and the strongest items; equal ones in the order of the instrument. */
function ends(scores: readonly (readonly [string, number])[]): Pick<Summary, "strongest" | "weakest"> {
  const few = Math.min(FEW, Math.floor(scores.length / 2));
  const rising = [...scores].sort((one, other) => one[1] - other[1]);
  const falling = [...scores].sort((one, other) => other[1] - one[1]);
  const low = rising.slice(0, few).filter(([, value]) => value < falling[0]![1]);
  const high = falling.slice(0, few).filter(([, value]) => value > rising[0]![1]);
  const without = (scores: typeof low, others: typeof low): string[] =>
    scores.filter(([, value]) => !others.some((other) => other[1] === value)).map(([id]) => id);
  return { weakest: without(low, high), strongest: without(high, low) };
}
