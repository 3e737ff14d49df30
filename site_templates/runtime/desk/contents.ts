/** What a desk keeps, and how it changes. */

import type { JsonObject } from "../record/canonical";
import { canonical } from "../record/canonical";
import { compare } from "../record/record";
import type { Assignment, FidelityRating, Observation, Supervisor, Trainer } from "./schema";

export type { AssignedUnit, Assignment, FidelityRating, Observation, Supervisor, Trainer } from "./schema";

/** Everything on a desk by its kind; each list is sorted by id. */
export interface Entries {
  readonly trainers: readonly Trainer[];
  readonly ratings: readonly FidelityRating[];
  readonly assignments: readonly Assignment[];
  readonly observations: readonly Observation[];
}

export type Kind = keyof Entries;
export type EntryOf<K extends Kind> = Entries[K][number];

/** `supervisor`: who sits at the desk, as far as they said. */
export interface DeskContents extends Entries {
  readonly supervisor: Supervisor;
}

/** An entry as a page makes it; the desk notes when. */
export type Written<Entry> = Omit<Entry, "changedAt">;

export const KINDS: readonly Kind[] = ["trainers", "ratings", "assignments", "observations"];

export const EMPTY_DESK: DeskContents = {
  supervisor: {},
  trainers: [],
  ratings: [],
  assignments: [],
  observations: [],
};

/** When a desk was last exported, and whether the file still has everything. */
export interface LastExport {
  readonly at: number;
  readonly isCurrent: boolean;
}

/** A desk as a browser keeps it; when it was exported is no part of its file. */
export interface KeptDesk {
  readonly contents: DeskContents;
  readonly lastExport: LastExport | null;
}

export const NOTHING_KEPT: KeptDesk = { contents: EMPTY_DESK, lastExport: null };

/** Say whether a desk has nothing that a file would bring back. */
export function isEmpty(contents: DeskContents): boolean {
  return KINDS.every((kind) => contents[kind].length === 0);
}

/** Return what is kept once the contents have become others: the last file does not have them. */
export function changedTo({ lastExport }: KeptDesk, contents: DeskContents): KeptDesk {
  return { contents, lastExport: lastExport && { ...lastExport, isCurrent: false } };
}

/** Add what was left by a visit to what the device keeps. */
export function withLeft(kept: KeptDesk, left: KeptDesk): KeptDesk {
  if (isEmpty(kept.contents)) return { ...left, contents: merged(kept.contents, left.contents) };
  return changedTo(kept, merged(kept.contents, left.contents));
}

/** Return the entries of one kind with others put in: of two with one id, the one changed later stays. */
function withEntries<T extends { readonly id: string; readonly changedAt: number }>(
  entries: readonly T[],
  put: readonly T[],
): readonly T[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  for (const entry of put) {
    const known = byId.get(entry.id);
    if (!known || isLater(entry, known)) byId.set(entry.id, entry);
  }
  return [...byId.values()].sort((one, other) => compare(one.id, other.id));
}

/** Return a desk with entries just written; each is later than what it replaces, whatever the clock says. */
export function withWritten<K extends Kind>(
  contents: DeskContents,
  kind: K,
  entries: readonly Written<EntryOf<K>>[],
  now: number,
): DeskContents {
  const known = new Map(contents[kind].map(({ id, changedAt }) => [id, changedAt]));
  const put = entries.map((entry) => ({ ...entry, changedAt: Math.max(now, (known.get(entry.id) ?? -1) + 1) }));
  const all: readonly { readonly id: string; readonly changedAt: number }[] = contents[kind];
  return { ...contents, [kind]: withEntries(all, put) };
}

/** Merge two desks; in whichever order, the same comes out. */
export function merged(one: DeskContents, other: DeskContents): DeskContents {
  return {
    // names of a supervisor have no date, so that of this desk stays
    supervisor: one.supervisor.alias === undefined ? other.supervisor : one.supervisor,
    trainers: withCodes(withEntries(one.trainers, other.trainers), [...one.trainers, ...other.trainers]),
    ratings: withEntries(one.ratings, other.ratings),
    assignments: withEntries(one.assignments, other.assignments),
    observations: withEntries(one.observations, other.observations),
  };
}

/** Return trainers with every record code that any version of them has: each desk may have linked another. */
function withCodes(trainers: readonly Trainer[], versions: readonly Trainer[]): readonly Trainer[] {
  return trainers.map((trainer) => {
    const all = versions.filter(({ id }) => id === trainer.id).flatMap(({ pseudonyms }) => pseudonyms);
    const pseudonyms = [...new Set(all)].sort();
    return pseudonyms.length === trainer.pseudonyms.length ? trainer : { ...trainer, pseudonyms };
  });
}

/** Return a desk without some entries; with a trainer go their ratings, assignments and observations. */
export function without(contents: DeskContents, kind: Kind, ids: readonly string[]): DeskContents {
  const gone = new Set(ids);
  const keep = { ...contents, [kind]: contents[kind].filter(({ id }) => !gone.has(id)) };
  if (kind !== "trainers") return keep;
  return {
    ...keep,
    ratings: keep.ratings.filter(({ trainer }) => !gone.has(trainer)),
    assignments: keep.assignments.filter(({ trainer }) => !gone.has(trainer)),
    observations: keep.observations.filter(({ trainer }) => !gone.has(trainer)),
  };
}

function canonicalOf(entry: object): string {
  return canonical(entry as JsonObject);
}

function isLater<T extends { readonly changedAt: number }>(one: T, other: T): boolean {
  const order = compare(one.changedAt, other.changedAt);
  return order > 0 || (order === 0 && canonicalOf(one) > canonicalOf(other));
}
