/** The pool: the latest evidence on one competency in one strand, added up. */

import { DAY } from "../record/moments";
import type { Cell, Evidence } from "./evidence";
import { cellOf } from "./evidence";

/** How many responses count; older ones no longer do. */
export const LATEST = 40;
/** Assumed between responses to one case or one list. */
export const CLUSTER_CORRELATION = 0.2;
/** After a year without evidence, what there is counts half. */
export const YEAR = 365 * DAY;

const OTHERS_NEEDED = Math.round(1 / CLUSTER_CORRELATION); // a whole number, so that sums are equal in both languages

/**
 * A pool of evidence, added up. Credit is in thousandths.
 *
 * `outside` is how many of the `n` were given outside placement checks. `effective` and `earnedMilli` are `n` and
 * `sumMilli` after the design effect of clusters.
 */
export interface Tally {
  readonly n: number;
  readonly sumMilli: number;
  readonly units: number;
  readonly outside: number;
  readonly effective: number;
  readonly earnedMilli: number;
  readonly lastAt: number | null;
}

/** Add up the latest evidence on a competency, given in its order. */
export function tally(evidence: readonly Evidence[], competency: string): Tally {
  const pool = evidence.slice(-LATEST);
  const clusters = clustersOf(pool);
  const credit = (members: readonly Evidence[]): number =>
    members.reduce((sum, one) => sum + (one.credit.get(competency) ?? 0), 0);
  const groups = [...clusters.values()].map((members) => ({ members, share: shareOf(members) }));
  return {
    n: pool.length,
    sumMilli: credit(pool),
    units: new Set(pool.map(({ unit }) => unit)).size,
    outside: pool.filter(({ inPlacement }) => !inPlacement).length,
    effective: groups.reduce((sum, { members, share }) => sum + members.length * share, 0),
    earnedMilli: groups.reduce((sum, { members, share }) => sum + credit(members) * share, 0),
    lastAt: pool.length > 0 ? pool.reduce((last, { at }) => Math.max(last, at), 0) : null,
  };
}

function clustersOf(pool: readonly Evidence[]): ReadonlyMap<string, readonly Evidence[]> {
  const clusters = new Map<string, Evidence[]>();
  for (const one of pool) {
    const name = one.cluster || one.source;
    clusters.set(name, [...(clusters.get(name) ?? []), one]);
  }
  return clusters;
}

/** Return 1 / (1 + (m − 1)ρ) for m sources with correlation ρ: one over the design effect (Kish 1965). */
function shareOf(members: readonly Evidence[]): number {
  const others = new Set(members.map(({ source }) => source)).size - 1;
  return OTHERS_NEEDED / (OTHERS_NEEDED + others);
}

/** Return how much evidence still counts: half after a year without any, a quarter after two. */
export function weightOf({ lastAt }: Tally, now: number): number {
  return lastAt === null ? 1 : 0.5 ** Math.max(0, Math.floor((now - lastAt) / YEAR));
}

/** Return the moment at which the weight falls next; infinite where there is nothing to weigh. */
export function changesAfter({ lastAt }: Tally, now: number): number {
  return lastAt === null ? Infinity : lastAt + YEAR * (Math.max(0, Math.floor((now - lastAt) / YEAR)) + 1);
}

/** Return all evidence in each cell, in its order. */
export function cellsOf(found: readonly Evidence[]): ReadonlyMap<Cell, readonly Evidence[]> {
  const cells = new Map<Cell, Evidence[]>();
  for (const one of found)
    for (const competency of one.credit.keys()) {
      const cell = cellOf(competency, one.strand);
      const held = cells.get(cell);
      if (held) held.push(one);
      else cells.set(cell, [one]);
    }
  return cells;
}
