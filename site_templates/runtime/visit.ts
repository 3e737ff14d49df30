/**
 * What a learner did with an item during this visit.
 *
 * A durable record will stand behind the same `Memory`; it needs time to store, so both calls give promises,
 * and a verdict is shown only after `keep` is done.
 */

import type { Answer } from "./key";

export type Certainty = 1 | 2 | 3;

/** A response that was given; `answer` is null for "I don't know". */
export interface Given {
  readonly answer: Answer | null;
  readonly certainty: Certainty | null;
}

/** The state of one item: the seed of its order, and the response once there is one. */
export interface Visited {
  readonly seed: number;
  readonly given: Given | null;
}

/** An item as it is now; when its meaning changes, so does its hash. */
export interface ItemVersion {
  readonly id: string;
  readonly hash: string;
}

export interface Memory {
  recall(item: ItemVersion): Promise<Visited | undefined>;
  keep(item: ItemVersion, visited: Visited): Promise<void>;
}

/** Remember for the visit in `storage`, and for the page where storage is blocked or full. */
export function visitMemory(storage: Storage | undefined): Memory {
  const page = new Map<string, Visited>();
  return {
    async recall(item) {
      return page.get(nameOf(item)) ?? read(storage, nameOf(item));
    },
    async keep(item, visited) {
      page.set(nameOf(item), visited);
      try {
        storage?.setItem(nameOf(item), JSON.stringify(visited));
      } catch {
        // full: the page remembers
      }
    },
  };
}

/** Open the browser's storage for this visit; touching it throws where it is blocked. */
export function openStorage(): Storage | undefined {
  try {
    return window.sessionStorage;
  } catch {
    return undefined;
  }
}

function nameOf(item: ItemVersion): string {
  return `imr-visit/${item.id}/${item.hash}`;
}

function read(storage: Storage | undefined, name: string): Visited | undefined {
  try {
    return visitedFrom(JSON.parse(storage?.getItem(name) ?? "null"));
  } catch {
    return undefined;
  }
}

/** Take what was stored only if it is what `keep` writes; anybody can edit storage. */
function visitedFrom(stored: Partial<Visited> | null): Visited | undefined {
  if (typeof stored?.seed !== "number") return undefined;
  const given = stored.given ?? null;
  if (given !== null && typeof given.answer !== "object") return undefined;
  return { seed: stored.seed, given };
}
