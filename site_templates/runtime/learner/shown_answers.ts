/**
 * What each item shows, found from the events: the latest response, unless its set was begun again since.
 *
 * Reviews and placement checks are separate: what is answered there is not shown in lessons, nor the other way round.
 */

import { isSeparate } from "../learning/attempt_mode";
import type { Past } from "../record/log";
import { validEvents } from "../record/log";
import type { EventOf } from "../record/record";

type Response = EventOf<"item.response">;

export interface Attempt {
  readonly attemptId: string;
  readonly seed: number;
}

interface Shown {
  readonly event: Response;
  readonly bank: string | undefined;
}

/** `attempts`: of each bank the one that goes on. `responses`: of each item the one that is shown. */
export interface ShownAnswers {
  readonly attempts: ReadonlyMap<string, Attempt>;
  readonly responses: ReadonlyMap<string, Response>;
  /** An attempt of every bank or, where its beginning is missing, of every response that these items show. */
  attemptsOn(items: readonly string[]): readonly string[];
}

/** Look through the past for what lessons show or, given the bank of a separate set, for what that set shows. */
export function shownAnswers(past: Past, separateSet: string | null = null): ShownAnswers {
  const known = SHOWN.get(past) ?? new Map<string | null, ShownAnswers>();
  SHOWN.set(past, known);
  const found = known.get(separateSet) ?? lookThrough(past, separateSet);
  known.set(separateSet, found);
  return found;
}

/** What was found before: each item of a page asks for itself. */
const SHOWN = new WeakMap<Past, Map<string | null, ShownAnswers>>();

function lookThrough(past: Past, separateSet: string | null): ShownAnswers {
  const attempts = new Map<string, Attempt>();
  const banks = new Map<string, string>();
  const elsewhere = new Set<string>();
  const shown = new Map<string, Shown>();
  for (const event of validEvents(past)) {
    if (event.type === "attempt.started") {
      const { attemptId, bankId, seed, mode } = event.body;
      banks.set(attemptId, bankId);
      if ((isSeparate(mode) ? bankId : null) !== separateSet) elsewhere.add(attemptId);
      else attempts.set(bankId, { attemptId, seed });
    } else if (event.type === "item.response") {
      if (elsewhere.has(event.body.attemptId) || (separateSet !== null && !banks.has(event.body.attemptId))) continue;
      shown.set(event.body.itemId, { event, bank: banks.get(event.body.attemptId) });
    } else if (event.type === "attempt.finished" && event.body.reason === "reset") {
      putAside(event.body.attemptId, banks.get(event.body.attemptId), attempts, shown);
    }
  }
  return {
    attempts,
    responses: new Map([...shown].map(([item, { event }]) => [item, event])),
    attemptsOn: (items) => attemptsOn(items, shown, attempts),
  };
}

function putAside(
  attemptId: string,
  bank: string | undefined,
  attempts: Map<string, Attempt>,
  shown: Map<string, Shown>,
): void {
  if (bank !== undefined) attempts.delete(bank);
  for (const [item, { event, bank: other }] of shown) {
    if (event.body.attemptId === attemptId || (bank !== undefined && other === bank)) shown.delete(item);
  }
}

function attemptsOn(
  items: readonly string[],
  shown: ReadonlyMap<string, Shown>,
  attempts: ReadonlyMap<string, Attempt>,
): readonly string[] {
  const found = items.flatMap((item) => shown.get(item) ?? []);
  return [...new Set(found.map(({ event, bank }) => attempts.get(bank ?? "")?.attemptId ?? event.body.attemptId))];
}
