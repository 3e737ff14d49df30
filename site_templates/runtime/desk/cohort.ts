/** A cohort: the files of each trainer over time, what many have in common, and what may be shown to others. */

import type { Strand } from "../record/course_data";
import { STRANDS } from "../record/course_data";
import { compare } from "../record/record";
import type { CohortRow } from "./cohort_row";
import { isSoundRow } from "./cohort_row";
import type { Assignment, DeskContents } from "./contents";

/** The files of one trainer, the latest first; `latest` is shown in the tables. `same`: files dropped more than once. */
export interface Member {
  readonly latest: CohortRow;
  readonly earlier: readonly CohortRow[];
  readonly same: readonly string[];
}

/** How many trainers a competency is shown by, not yet shown by, or not known of. */
export interface Tally {
  readonly shown: number;
  readonly notYet: number;
  readonly notEnough: number;
}

export interface SharedGap {
  readonly competency: string;
  readonly strands: Readonly<Record<Strand, Tally>>;
  /** How many were observed, and how many of them below 3 in the latest observation. */
  readonly observed: number;
  readonly low: number;
}

/** Fewer than so many people can be recognised in a table. */
export const LEAST_GROUP = 5;
const SATISFACTORY = 3000;

/** Put the files of one person together: they share a pseudonym. */
export function membersOf(rows: readonly CohortRow[]): Member[] {
  const groups = new Map<string, CohortRow[]>();
  for (const row of rows) {
    const known = [...new Set(row.pseudonyms.map((name) => groups.get(name)).filter((group) => group !== undefined))];
    const group = [...known.flat(), row];
    for (const one of group) for (const name of one.pseudonyms) groups.set(name, group);
  }
  return [...new Set(groups.values())].map(memberOf);
}

function memberOf(files: readonly CohortRow[]): Member {
  const sorted = [...files].sort(
    (one, other) => compare(other.exportedAt, one.exportedAt) || compare(one.file, other.file),
  );
  const different = sorted.filter((row, place) => !sorted.slice(0, place).some((before) => isSame(before, row)));
  const [latest, ...earlier] = different;
  // a file that leaves out what an earlier one had is a different story of the same person
  const leftOut = earlier.filter((row) => !holds(latest!, row)).length;
  return {
    latest: leftOut === 0 ? latest! : { ...latest!, marks: { ...latest!.marks, conflicting: leftOut } },
    earlier,
    same: sorted.filter((row) => !different.includes(row)).map(({ file }) => file),
  };
}

function isSame(one: CohortRow, other: CohortRow): boolean {
  const hasSameEvents = holds(one, other) && holds(other, one);
  return hasSameEvents && one.exportedAt === other.exportedAt && one.record === other.record;
}

/** Say whether a file has all entries of another; both are sorted. */
function holds({ fingerprints: all }: CohortRow, { fingerprints: some }: CohortRow): boolean {
  let place = 0;
  return some.every((one) => {
    while (place < all.length && all[place]! < one) place++;
    return all[place] === one;
  });
}

/** Return what the members who count have in common, the widest gaps first. */
export function sharedGaps(members: readonly Member[], competencies: readonly string[]): SharedGap[] {
  const rows = members.map(({ latest }) => latest);
  const gaps = competencies.map((competency) => {
    const cells = rows.flatMap(({ competencies: own }) => own[competency] ?? []);
    const seen = cells.flatMap((cell) => cell.seen ?? []);
    const strands = Object.fromEntries(
      STRANDS.map((strand) => {
        const states = cells.map((cell) => cell.strands[strand].state);
        const count = (state: string): number => states.filter((one) => one === state).length;
        return [strand, { shown: count("shown"), notYet: count("not-yet"), notEnough: count("not-enough-evidence") }];
      }),
    ) as SharedGap["strands"];
    const low = seen.filter(({ valueMilli }) => valueMilli < SATISFACTORY).length;
    return { competency, strands, observed: seen.length, low };
  });
  return gaps.sort((one, other) => weightOf(other) - weightOf(one));
}

/** Order gaps by what is known to be missing, then by what is not known. */
function weightOf({ strands, low }: SharedGap): number {
  const known = STRANDS.reduce((sum, strand) => sum + strands[strand].notYet, low);
  const unknown = STRANDS.reduce((sum, strand) => sum + strands[strand].notEnough, 0);
  return known * 10_000 + unknown;
}

/** The members that count: those whose latest file is sound, or all. */
export function counted(members: readonly Member[], withMarked: boolean): Member[] {
  return members.filter(({ latest }) => withMarked || isSoundRow(latest));
}

/**
 * Hide counts by which people could be recognised: null for each that is hidden.
 *
 * A count under five is hidden. What could be computed from the total and the other counts is hidden too,
 * so at least two are, and together they are five or more, or all of them are.
 */
export function suppressed(counts: readonly number[]): (number | null)[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total < LEAST_GROUP) return counts.map(() => null);
  const hidden = new Set<number>();
  const order = counts.map((_, place) => place).sort((one, other) => counts[one]! - counts[other]! || one - other);
  for (const place of order) {
    const sum = [...hidden].reduce((all, one) => all + counts[one]!, 0);
    const isSafe = hidden.size === 0 || (hidden.size > 1 && sum >= LEAST_GROUP);
    if (isSafe && counts[place]! >= LEAST_GROUP) break;
    hidden.add(place);
  }
  return counts.map((count, place) => (hidden.has(place) ? null : count));
}

/** What is assigned to a member: by their own record, and by this desk where the record does not say it yet. */
export interface AssignedCounts {
  readonly assigned: number;
  readonly done: number;
  readonly overdue: number;
}

export function assignedCounts({ latest }: Member, desk: DeskContents, today: string): AssignedCounts {
  const done = new Set(latest.unitsDone);
  const due = new Map<string, { dueDate: string | null; isDone: boolean }>();
  const trainers = new Set(
    desk.trainers
      .filter(({ pseudonyms }) => pseudonyms.some((one) => latest.pseudonyms.includes(one)))
      .map(({ id }) => id),
  );
  const assignments = desk.assignments.filter(({ trainer }) => trainers.has(trainer)).sort(inOrderOfWriting);
  for (const { units } of assignments)
    for (const { unitId, dueDate } of units) due.set(unitId, { dueDate, isDone: done.has(unitId) });
  for (const { unitId, dueDate, isDone } of latest.assigned) due.set(unitId, { dueDate, isDone });
  const all = [...due.values()];
  return {
    assigned: all.length,
    done: all.filter(({ isDone }) => isDone).length,
    overdue: all.filter(({ isDone, dueDate }) => !isDone && dueDate !== null && dueDate < today).length,
  };
}

/** The last one says when a unit is due; the desk has them by their ids, which are drawn by chance. */
function inOrderOfWriting(one: Assignment, other: Assignment): number {
  return compare(one.date, other.date) || compare(one.changedAt, other.changedAt) || compare(one.id, other.id);
}

/** Name a member: as on this desk, as in their file, or by their pseudonym. */
export function nameOfMember({ latest }: Member, { trainers }: Pick<DeskContents, "trainers">): string {
  const known = trainers.find(({ pseudonyms }) => pseudonyms.some((one) => latest.pseudonyms.includes(one)));
  return known?.name ?? latest.alias ?? (latest.pseudonyms[0] ?? "").slice(0, 8);
}
