/** What a browser holds of a learner's record, and how it changes. */

import type { Head, Kept, Record } from "../record/record";
import { compare } from "../record/record";

/** This browser's own part, which is in no export: the name it writes under, and what was shown here when. */
export interface Self {
  readonly device: string;
  readonly exportedAt: number | null;
  readonly seen: ReadonlyMap<string, number>;
}

/** Drafts and notes that learners write for themselves, by name; they stay in this browser and are in no export. */
export type Papers = ReadonlyMap<string, string>;

/** `head` and `self` are null until there is something to keep. */
export interface Contents {
  readonly head: Head | null;
  readonly self: Self | null;
  readonly events: readonly Kept[];
  readonly papers: Papers;
}

/** What a change adds or replaces; but for papers, where an empty text stands for none, nothing is ever taken away. */
export interface Change {
  readonly head?: Head;
  readonly self?: Self;
  readonly add?: readonly Kept[];
  readonly papers?: Papers;
}

export type MakeChange = (contents: Contents) => Change;

export const EMPTY: Contents = { head: null, self: null, events: [], papers: new Map() };

/** Give the contents as they are after a change. */
export function changed(contents: Contents, { head, self, add = [], papers }: Change): Contents {
  return {
    head: head ?? contents.head,
    self: self ?? contents.self,
    events: add.length > 0 ? [...contents.events, ...add] : contents.events,
    papers: papers ? written(contents.papers, papers) : contents.papers,
  };
}

function written(before: Papers, papers: Papers): Papers {
  return new Map([...before, ...papers].filter(([name]) => papers.get(name) !== ""));
}

/** Give one change for several, each made from what those before it have left. */
export function inTurn(contents: Contents, ...makes: readonly MakeChange[]): Change {
  let all: Change = {};
  for (const make of makes) {
    const next = make(changed(contents, all));
    const papers = new Map([...(all.papers ?? []), ...(next.papers ?? [])]);
    all = { ...all, ...next, papers, add: [...(all.add ?? []), ...(next.add ?? [])] };
  }
  return all;
}

/** Give the record that stands in a browser. */
export function recordIn({ head, events }: Contents): Record | null {
  return head && { ...head, events };
}

/** Give the latest event of a device, or nothing before its first. */
export function lastOf(events: readonly Kept[], device: string): Kept | undefined {
  const own = events.filter(({ raw }) => raw.device === device);
  return own.reduce<Kept | undefined>(
    (last, one) => (!last || compare(one.raw.seq, last.raw.seq) > 0 ? one : last),
    undefined,
  );
}
