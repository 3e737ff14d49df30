/** What a browser holds of a learner's record, and how it changes. */

import type { Head, Record, StoredEvent } from "../record/record";
import { compare } from "../record/record";

/** This browser's own part, which is in no export: the name it writes under, and what was shown here when. */
export interface Self {
  readonly device: string;
  readonly exportedAt: number | null;
  readonly seen: ReadonlyMap<string, number>;
}

/** Texts and notes that learners write for themselves, by name; they stay in this browser and are in no export. */
export type Drafts = ReadonlyMap<string, string>;

/** `head` and `self` are null until there is something to keep. */
export interface Contents {
  readonly head: Head | null;
  readonly self: Self | null;
  readonly events: readonly StoredEvent[];
  readonly drafts: Drafts;
}

/** What a change adds or replaces; except for drafts, where an empty text means none, nothing is ever taken away. */
export interface Change {
  readonly head?: Head;
  readonly self?: Self;
  readonly add?: readonly StoredEvent[];
  readonly drafts?: Drafts;
}

export type MakeChange = (contents: Contents) => Change;

export const EMPTY: Contents = { head: null, self: null, events: [], drafts: new Map() };

/** Return the contents as they are after a change. */
export function changed(contents: Contents, { head, self, add = [], drafts }: Change): Contents {
  return {
    head: head ?? contents.head,
    self: self ?? contents.self,
    events: add.length > 0 ? [...contents.events, ...add] : contents.events,
    drafts: drafts ? written(contents.drafts, drafts) : contents.drafts,
  };
}

function written(before: Drafts, drafts: Drafts): Drafts {
  return new Map([...before, ...drafts].filter(([name]) => drafts.get(name) !== ""));
}

/** Return one change for several, each made from what those before it have left. */
export function inTurn(contents: Contents, ...makes: readonly MakeChange[]): Change {
  let all: Change = {};
  for (const make of makes) {
    const next = make(changed(contents, all));
    const drafts = new Map([...(all.drafts ?? []), ...(next.drafts ?? [])]);
    all = { ...all, ...next, drafts, add: [...(all.add ?? []), ...(next.add ?? [])] };
  }
  return all;
}

/** Return the record that a browser holds. */
export function recordIn({ head, events }: Contents): Record | null {
  return head && { ...head, events };
}

/** Return the latest event of a device, or nothing before its first. */
export function lastOf(events: readonly StoredEvent[], device: string): StoredEvent | undefined {
  const own = events.filter(({ raw }) => raw.device === device);
  return own.reduce<StoredEvent | undefined>(
    (last, one) => (!last || compare(one.raw.seq, last.raw.seq) > 0 ? one : last),
    undefined,
  );
}
