/** What a file would add to the record of this browser, found without adding it. */

import { add } from "../../learner/adding";
import type { Contents } from "../../learner/contents";
import { changed, recordIn } from "../../learner/contents";
import { checkedLog } from "../../learning/disagreements";
import { canonical } from "../../record/canonical";
import type { CourseData, CourseKeys } from "../../record/course_data";
import type { Log } from "../../record/log";
import { mergeOwn } from "../../record/merge";
import type { NoteCode } from "../../record/plausibility";
import { plausibility } from "../../record/plausibility";
import type { Record, StoredEvent } from "../../record/record";
import { compareVersions, VERSION } from "../../record/record";
import type { Learner } from "../../record/schema";
import type { Listed } from "./listed";
import { listed, listedIds } from "./listed";

/** `known`: how many entries of the file are here. `odd`: what the record would show and does not yet. */
export interface News {
  readonly whose: Learner;
  readonly added: Added | null;
  readonly known: number;
  /** Adding the file changes something, if not by entries. */
  readonly isNews: boolean;
  /** The file has a pseudonym that is not this record's. */
  readonly isOthers: boolean;
  readonly isNewer: boolean;
  /** The name that the record would have from then on, if that is another than now; null for none. */
  readonly renamed?: string | null;
  /** Single entries: new here, in conflict, voided, and those that the keys of the course contradict. */
  readonly named: Readonly<{ [kind in "added" | "conflicts" | "disagreeing" | "voided"]: Listed }>;
  readonly odd: Readonly<{ [kind in "disagreeing" | "breaks" | "conflicts" | "forks" | "gaps" | "voided"]: number }>;
  /** What is odd about the file by itself, and may have an honest reason. */
  readonly notes: readonly NoteOnFile[];
}

/** `count`: of entries or, where devices are not listed, of devices; those have no entries to name. */
export interface NoteOnFile {
  readonly code: NoteCode;
  readonly count: number;
  readonly named: Listed;
}

/** Entries that are new here, and the stretch of time they are from. */
export interface Added {
  readonly answers: number;
  readonly entries: number;
  readonly first: number;
  readonly last: number;
}

/** What answers are compared with, as `course record verify` does, and the moment at which someone looks. */
export interface Judging {
  readonly course: CourseData;
  readonly keys: CourseKeys;
  readonly now: number;
}

/** Find what a file would add. */
export function newsOf(contents: Contents, theirs: Record, judging: Judging): News {
  const change = add(contents, theirs, true);
  const after = changed(contents, change);
  const added = change.add ?? [];
  const own = contents.head?.learner.pseudonyms;
  return {
    whose: theirs.learner,
    added: added.length > 0 ? addedIn(added) : null,
    known: contents.events.length > 0 ? theirs.events.length - added.length : 0,
    isNews: added.length > 0 || besides(contents) !== besides(after),
    isOthers: own !== undefined && !theirs.learner.pseudonyms.some((name) => own.includes(name)),
    isNewer: compareVersions(theirs.schemaVersion, VERSION) > 0,
    ...renamed(contents, after),
    ...oddities(logIn(contents, judging), logIn(after, judging), added, after.events),
    notes: notesOn(theirs, judging),
  };
}

function notesOn(theirs: Record, { course, keys, now }: Judging): NoteOnFile[] {
  const log = checkedLog(theirs, course, keys);
  return plausibility(theirs, log, course, keys, now).map(({ code, about }) => ({
    code,
    count: about.length,
    named: listedIds(about, theirs.events),
  }));
}

function oddities(
  before: Log,
  after: Log,
  added: readonly StoredEvent[],
  events: readonly StoredEvent[],
): Pick<News, "named" | "odd"> {
  const arising = (kind: "conflicts" | "disagreeing" | "voided"): Listed => {
    const known = new Set(before[kind]);
    return listedIds(
      after[kind].filter((id) => !known.has(id)),
      events,
    );
  };
  return {
    named: {
      added: listed(added),
      conflicts: arising("conflicts"),
      disagreeing: arising("disagreeing"),
      voided: arising("voided"),
    },
    odd: odd(before, after),
  };
}

function addedIn(events: readonly StoredEvent[]): Added {
  const moments = events.map(({ raw }) => raw.at);
  const [first, last] = moments.reduce(([low, high], at) => [Math.min(low, at), Math.max(high, at)], [Infinity, 0]);
  return {
    answers: events.filter(({ raw }) => raw.type === "item.response").length,
    entries: events.length,
    first,
    last,
  };
}

/** Return what a record says beside its entries, without what every export writes again. */
function besides(contents: Contents): string {
  const record = recordIn(contents);
  if (!record) return "";
  const { schemaVersion, identity, learner, devices, extensions, extras } = mergeOwn([record]);
  const known = { schemaVersion, id: identity.id, createdAt: identity.createdAt, learner: { ...learner }, extensions };
  return canonical({ ...known, devices: devices.map((device) => ({ ...device })), extras: Object.fromEntries(extras) });
}

function renamed(before: Contents, after: Contents): Pick<News, "renamed"> {
  const alias = after.head?.learner.alias;
  return before.head && before.head.learner.alias !== alias ? { renamed: alias ?? null } : {};
}

function odd(before: Log, after: Log): News["odd"] {
  return {
    breaks: after.breaks.length - before.breaks.length,
    conflicts: after.conflicts.length - before.conflicts.length,
    disagreeing: after.disagreeing.length - before.disagreeing.length,
    forks: after.forks.length - before.forks.length,
    gaps: after.gaps.length - before.gaps.length,
    voided: after.voided.length - before.voided.length,
  };
}

function logIn({ events, head }: Contents, { course, keys }: Judging): Log {
  return checkedLog({ events, devices: head?.devices ?? [] }, course, keys);
}
