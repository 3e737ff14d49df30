/** Responses become events, and events the screen an item shows. */

import type { Mode } from "../learning/attempt_mode";
import { isSeparate } from "../learning/attempt_mode";
import { isColdSince } from "../learning/evidence";
import { uuid7 } from "../record/ids";
import type { Past } from "../record/log";
import { pastOf } from "../record/log";
import type { BodyOf } from "../record/record";
import type { Circumstances, NewEvent } from "./append";
import { append } from "./append";
import type { Change, Contents } from "./contents";
import type { ShownAnswers } from "./shown_answers";
import { shownAnswers } from "./shown_answers";

/** An item as it is now; when its meaning changes, so does its hash. */
export interface ItemVersion {
  readonly id: string;
  readonly hash: string;
}

export interface Bank {
  readonly id: string;
  readonly items: readonly ItemVersion[];
  /** The seed a new attempt begins with. */
  readonly seed: number;
  readonly mode: Mode;
}

export type Response = Omit<BodyOf<"item.response">, "attemptId" | "itemId" | "itemHash" | "cold">;

/** Look through what is stored. */
export function pastIn({ events }: Contents): Past {
  return pastOf(events);
}

/** Return the change that keeps a response; the first one begins an attempt, the one that completes a set ends it. */
export function respond(
  contents: Contents,
  item: ItemVersion,
  bank: Bank,
  response: Response,
  circumstances: Circumstances,
): Change {
  const past = pastIn(contents);
  const found = shownAnswers(past, placeOf(bank));
  const running = found.attempts.get(bank.id);
  const attemptId = running?.attemptId ?? uuid7(circumstances.now);
  const cold = isCold(item, past, contents, circumstances.now);
  const newEvents: NewEvent[] = [
    ...(running ? [] : [started(attemptId, bank)]),
    { type: "item.response", body: { attemptId, itemId: item.id, itemHash: item.hash, cold, ...response } },
  ];
  if (completes(item, bank, found))
    newEvents.push({ type: "attempt.finished", body: { attemptId, reason: "completed" } });
  return append(contents, newEvents, circumstances);
}

/** Return the change that puts the answers to some items aside, in lessons or in a separate set; they stay in the record. */
export function beginAfresh(
  contents: Contents,
  items: readonly string[],
  circumstances: Circumstances,
  separateSet: string | null = null,
): Change {
  const attempts = shownAnswers(pastIn(contents), separateSet).attemptsOn(items);
  const newEvents = attempts.map(
    (attemptId): NewEvent => ({ type: "attempt.finished", body: { attemptId, reason: "reset" } }),
  );
  return append(contents, newEvents, circumstances);
}

/** Return the change that remembers when feedback was shown once more, by which a later answer is no cold one. */
export function noteSeen({ self }: Contents, items: readonly string[], now: number): Change {
  if (!self) return {};
  return { self: { ...self, seen: new Map([...self.seen, ...items.map((item) => [item, now] as const)]) } };
}

/** Name the separate set, or null for a set in a lesson. */
export function placeOf({ id, mode }: Pick<Bank, "id" | "mode">): string | null {
  return isSeparate(mode) ? id : null;
}

function started(attemptId: string, { id, seed, mode }: Bank): NewEvent {
  return { type: "attempt.started", body: { attemptId, bankId: id, seed, mode } };
}

/** Say whether, as far as this browser knows, item and feedback were not seen for long enough. */
function isCold({ id }: ItemVersion, past: Past, { self }: Contents, now: number): boolean {
  const answered = past.events.flatMap((event) =>
    event.type === "item.response" && event.body.itemId === id ? [event.at] : [],
  );
  return [...answered, self?.seen.get(id)].every((at) => isColdSince(at, now));
}

/** A set without named items is open: the caller decides when it ends. */
function completes(item: ItemVersion, { items }: Bank, { responses }: ShownAnswers): boolean {
  return items.length > 0 && items.every(({ id, hash }) => id === item.id || responses.get(id)?.body.itemHash === hash);
}
