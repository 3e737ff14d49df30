/** Single entries that a file would change something about: the first few by name, and how many more there are. */

import type { StoredEvent } from "../../record/record";

/** `of`: what an entry is about, or its type. */
export interface Named {
  readonly of: string;
  readonly at: number;
}

export interface Listed {
  readonly first: readonly Named[];
  readonly more: number;
}

const LONGEST = 5;

/** List entries in the order in which they are given. */
export function listed(entries: readonly StoredEvent[]): Listed {
  return { first: entries.slice(0, LONGEST).map(named), more: Math.max(0, entries.length - LONGEST) };
}

/** List the entries with these ids, each id once. */
export function listedIds(ids: readonly string[], events: readonly StoredEvent[]): Listed {
  const wanted = new Set(ids);
  const found = new Map(events.filter(({ raw }) => wanted.has(raw.id)).map((event) => [event.raw.id, event]));
  return listed([...found.values()]);
}

function named({ raw }: StoredEvent): Named {
  // an entry of a kind that this version does not know may hold anything
  const body = raw.body as { readonly [key: string]: unknown };
  const parts = [
    ["itemId"],
    ["dialogueId", "node"],
    ["dialogueId"],
    ["exerciseId", "element"],
    ["promptId"],
    ["lessonId"],
  ];
  const known = parts.find((keys) => keys.every((key) => typeof body[key] === "string"));
  return { of: known ? known.map((key) => body[key]).join("/") : raw.type, at: raw.at };
}
