/** Rating exercises in the record: a round is one rating of every element, stored together. */

import { COLD_AFTER } from "../learning/evidence";
import type { Past } from "../record/log";
import { validEventsOf } from "../record/log";
import type { EventOf } from "../record/record";
import type { Circumstances } from "./append";
import { append } from "./append";
import type { Change, Contents } from "./contents";

const MONTHS_TO_RECHECK = 6;

/** An exercise as it is now; when its meaning changes, so does its hash. */
export interface ExerciseVersion {
  readonly id: string;
  readonly hash: string;
  readonly elements: readonly string[];
}

export type Values = ReadonlyMap<string, number>;

/** The newest whole round. `isCold`: it came first, or long enough after the one before to count. */
export interface Round {
  readonly at: number;
  readonly values: Values;
  readonly isCold: boolean;
}

/** `supersededAt`: when the exercise was rated before it changed, if it was not rated since. */
export interface Rounds {
  readonly last: Round | null;
  readonly supersededAt: number | null;
}

/** Find how an exercise was last rated. */
export function roundsOf(past: Past, { id, hash, elements }: ExerciseVersion): Rounds {
  const given = validEventsOf(past, "rating.given").filter(({ body }) => body.exerciseId === id);
  const current = given.filter(({ body }) => body.exerciseHash === hash);
  const latest = new Map(current.map((event) => [event.body.element, event]));
  if (elements.some((element) => !latest.has(element))) {
    return { last: null, supersededAt: given.length > current.length ? given[given.length - 1]!.at : null };
  }
  const round = elements.map((element) => latest.get(element)!);
  const at = Math.max(...round.map((event) => event.at));
  const values = new Map(round.map(({ body }) => [body.element, body.value]));
  return { last: { at, values, isCold: isCold(round[0]!, given) }, supersededAt: null };
}

/** Return the change that keeps a round: one event for each element, all stored at once. */
export function rate(
  contents: Contents,
  exercise: ExerciseVersion,
  values: Values,
  circumstances: Circumstances,
): Change {
  const { id: exerciseId, hash: exerciseHash, elements } = exercise;
  const newEvents = elements.map((element) => {
    const value = values.get(element);
    if (value === undefined) throw new Error(`"${element}" is not rated`);
    return { type: "rating.given", body: { exerciseId, exerciseHash, element, value } } as const;
  });
  return append(contents, newEvents, circumstances);
}

/** Return the day from which a new rating counts, and the day to check whether a trainer still rates alike. */
export function nextRound({ at }: Round): { readonly countsFrom: number; readonly recheckAt: number } {
  const recheck = new Date(at);
  recheck.setMonth(recheck.getMonth() + MONTHS_TO_RECHECK);
  // six months after the 31st there may be none: the last day of the month before
  if (recheck.getDate() !== new Date(at).getDate()) recheck.setDate(0);
  return { countsFrom: at + COLD_AFTER, recheckAt: recheck.getTime() };
}

function isCold(event: EventOf<"rating.given">, given: readonly EventOf<"rating.given">[]): boolean {
  const before = given.slice(0, given.indexOf(event)).filter(({ body }) => body.element === event.body.element);
  const last = before[before.length - 1];
  return !last || event.at - last.at >= COLD_AFTER;
}
