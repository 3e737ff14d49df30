/** What a file would add to the record of this browser, found without adding it. */

import { add } from "../../learner/adding";
import type { Contents } from "../../learner/contents";
import { changed, recordIn } from "../../learner/contents";
import { canonical } from "../../record/canonical";
import type { Log } from "../../record/log";
import { logOf } from "../../record/log";
import { mergeOwn } from "../../record/merge";
import type { Record, StoredEvent } from "../../record/record";
import { compareVersions, VERSION } from "../../record/record";
import type { Learner } from "../../record/schema";

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
  readonly odd: Readonly<{ [kind in "breaks" | "conflicts" | "forks" | "gaps" | "voided"]: number }>;
}

/** Entries that are new here, and the stretch of time they are from. */
export interface Added {
  readonly answers: number;
  readonly entries: number;
  readonly first: number;
  readonly last: number;
}

/** Find what a file would add. */
export function newsOf(contents: Contents, theirs: Record): News {
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
    odd: odd(logIn(contents), logIn(after)),
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
    forks: after.forks.length - before.forks.length,
    gaps: after.gaps.length - before.gaps.length,
    voided: after.voided.length - before.voided.length,
  };
}

function logIn({ events, head }: Contents): Log {
  return logOf({ events, devices: head?.devices ?? [] });
}
