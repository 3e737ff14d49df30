/**
 * How far a trainer's ratings agree with the authors' reference ratings, and on which side they err.
 *
 * Kappa with quadratic weights (Cohen 1968, Psychological Bulletin 70(4), 213–220) is, for ratings x and y,
 * 1 − mean (x − y)² / (var x + var y + (mean x − mean y)²), with variances over n
 * (Fleiss and Cohen 1973, Educational and Psychological Measurement 33(3), 613–619).
 * Its interval is the jackknife with Student's t (Efron and Tibshirani 1993, ch. 11), cut off at −1 and 1.
 * The signed error is the mean of x − y with Student's interval.
 */

import { quantile, TAIL } from "./estimate";

export const LEAST_RATINGS = 30;

/** What the trainer gave, and the authors' reference. */
export type Pair = readonly [number, number];

/** A value with its 80 % interval. */
export interface Interval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** `kappa` and `error` are null under 30 ratings; `kappa` also where nothing varies. */
export interface Agreement {
  readonly n: number;
  readonly kappa: Interval | null;
  readonly error: Interval | null;
  /** On which side of the reference the ratings lie, if the whole interval lies there. */
  readonly side: "lenient" | "strict" | "neither";
}

/** Return the agreement of ratings with their references. */
export function agreement(pairs: readonly Pair[]): Agreement {
  const n = pairs.length;
  if (n < LEAST_RATINGS) return { n, kappa: null, error: null, side: "neither" };
  const error = errorInterval(pairs);
  const side = error.low > 0 ? "lenient" : error.high < 0 ? "strict" : "neither";
  return { n, kappa: kappaInterval(pairs), error, side };
}

/** Return quadratic-weighted kappa; null where neither varies and both are the same. */
function kappa(pairs: readonly Pair[]): number | null {
  const n = pairs.length;
  const given = sum(pairs, ([x]) => x);
  const reference = sum(pairs, ([, y]) => y);
  const squares = sum(pairs, ([x, y]) => x * x + y * y);
  const differences = sum(pairs, ([x, y]) => (x - y) ** 2);
  // n² (var x + var y + (mean x − mean y)²), in whole numbers
  const byChance = n * squares - 2 * given * reference;
  return byChance === 0 ? null : 1 - (n * differences) / byChance;
}

/** Return kappa with its jackknife interval; null where it, or one left-out value, is not defined. */
function kappaInterval(pairs: readonly Pair[]): Interval | null {
  const n = pairs.length;
  const value = kappa(pairs);
  const leftOut = pairs.map((_, place) => kappa(pairs.filter((__, other) => other !== place)));
  const known = leftOut.filter((one) => one !== null);
  if (value === null || known.length < n) return null;
  const mean = sum(known, (one) => one) / n;
  const error = Math.sqrt(((n - 1) / n) * sum(known, (one) => (one - mean) ** 2));
  const reach = student(n - 1) * error;
  return { value, low: Math.max(-1, value - reach), high: Math.min(1, value + reach) };
}

/** Return the mean signed error, in bands, with Student's interval; above 0 is lenient. */
function errorInterval(pairs: readonly Pair[]): Interval {
  const n = pairs.length;
  const mean = sum(pairs, ([x, y]) => x - y) / n;
  const variance = sum(pairs, ([x, y]) => (x - y - mean) ** 2) / (n - 1);
  const reach = student(n - 1) * Math.sqrt(variance / n);
  return { value: mean, low: mean - reach, high: mean + reach };
}

/** Return the t that |T| stays under with 80 %: P(|T| > t) is I_x(ν/2, ½) with x = ν / (ν + t²) (DLMF 8.17.5). */
function student(freedom: number): number {
  const x = quantile(2 * TAIL, freedom / 2, 0.5);
  return Math.sqrt(freedom * (1 / x - 1));
}

function sum<Part>(parts: readonly Part[], value: (part: Part) => number): number {
  return parts.reduce((total, part) => total + value(part), 0);
}
