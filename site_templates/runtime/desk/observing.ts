/** Observations on the desk: a new one, those of one session, and how far two observers agree. */

import type { Agreement, Pair } from "../learning/agreement";
import { agreement } from "../learning/agreement";
import { hashOf } from "../record/hashing";
import { token, tokenOf } from "../record/ids";
import { compare } from "../record/record";
import type { Written } from "./contents";
import type { Handed } from "./handed_observation";
import { raterName } from "./rater_name";
import type { Observation } from "./schema";

/** What is known before the first value is given. */
export type About = Pick<Observation, "trainer" | "session" | "occasion" | "rater" | "date">;

/** A competency that two observers of one session have both seen. */
export interface BothSaw {
  readonly competency: string;
  readonly values: readonly [number, number];
}

/** One session with two observers, who stand in the order of their names. */
export interface SeenTwice {
  readonly session: string;
  readonly trainer: string;
  readonly date: string;
  readonly raters: readonly [string, string];
  readonly both: readonly BothSaw[];
}

/** Two observers over all their sessions. */
export interface Agreeing {
  readonly raters: readonly [string, string];
  readonly sessions: number;
  /** How many values are the same, or differ by half a band. */
  readonly near: number;
  readonly found: Agreement;
}

const HALF_A_BAND = 500;
const BAND = 1000;

/** Begin an observation. */
export function newObservation(about: About): Written<Observation> {
  return { id: token(), ...about, values: {}, notes: {}, isDraft: true };
}

/**
 * Put what a colleague has handed over on the desk; the same observer of the same session stays one entry.
 *
 * What was observed here is never replaced, by someone with the same name either, because its id was drawn by chance.
 * A code holds no notes, so those that came before stay.
 */
export function fromColleague(trainer: string, handed: Handed, here: readonly Observation[]): Written<Observation> {
  const id = idOfHanded(handed);
  const known = here.find((one) => one.id === id);
  const notes = hasNotes(handed) ? handed.notes : (known?.notes ?? {});
  return { ...handed, notes, id, trainer: known?.trainer ?? trainer, isDraft: false };
}

/** Say whether all of what was handed over is here, as written here or as handed over before. */
export function isHere(handed: Handed, here: readonly Observation[]): boolean {
  return here
    .filter(({ session, rater }) => session === handed.session && rater === handed.rater)
    .some(({ values, notes }) => same(values, handed.values) && (!hasNotes(handed) || same(notes, handed.notes)));
}

/** Say whether an observation written here is by someone with the same name, so that the two are not compared. */
export function hasNamesake(handed: Handed, here: readonly Observation[]): boolean {
  const id = idOfHanded(handed);
  return here.some((one) => one.session === handed.session && one.rater === handed.rater && one.id !== id);
}

/** Say whether a record would take both for the same observer of the same session. */
export function isSameObserver(
  one: Pick<About, "session" | "rater">,
  other: Pick<About, "session" | "rater">,
): boolean {
  return one.session === other.session && raterName(one.rater) === raterName(other.rater);
}

function idOfHanded({ session, rater }: Handed): string {
  const digits = hashOf([session, rater]).slice("sha256:".length);
  return tokenOf(Uint8Array.from({ length: 16 }, (_, at) => parseInt(digits.slice(2 * at, 2 * at + 2), 16)));
}

function hasNotes({ notes }: Handed): boolean {
  return Object.keys(notes).length > 0;
}

function same<T>(one: Readonly<Record<string, T>>, other: Readonly<Record<string, T>>): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => one[name] === other[name]);
}

/** Find the sessions that two observers have finished looking at; the latest first. */
export function seenTwice(observations: readonly Observation[]): SeenTwice[] {
  const finished = observations
    .filter(({ isDraft }) => !isDraft)
    .sort((one, other) => compare(one.rater, other.rater) || compare(one.id, other.id));
  const twice = finished.flatMap((one, place) =>
    finished
      .slice(place + 1)
      .filter(({ session, rater }) => session === one.session && rater !== one.rater)
      .map((other) => ({
        session: one.session,
        trainer: one.trainer,
        date: one.date,
        raters: [one.rater, other.rater] as const,
        both: bothSaw(one, other),
      })),
  );
  return twice.sort((one, other) => compare(other.date, one.date) || compare(one.session, other.session));
}

/** Return how far each pair of observers agrees, over all sessions that both have seen. */
export function agreeing(sessions: readonly SeenTwice[]): Agreeing[] {
  const pairs = new Map<string, SeenTwice[]>();
  for (const one of sessions) {
    const name = JSON.stringify(one.raters);
    pairs.set(name, [...(pairs.get(name) ?? []), one]);
  }
  return [...pairs.values()].map((of) => {
    const values = of.flatMap(({ both }) => both.map((one) => one.values));
    return {
      raters: of[0]!.raters,
      sessions: of.length,
      near: values.filter(([one, other]) => Math.abs(one - other) <= HALF_A_BAND).length,
      found: agreement(values.map(([one, other]): Pair => [one / BAND, other / BAND])),
    };
  });
}

function bothSaw(one: Observation, other: Observation): BothSaw[] {
  return Object.keys(one.values)
    .filter((competency) => Object.hasOwn(other.values, competency))
    .sort(compare)
    .map((competency) => ({ competency, values: [one.values[competency]!, other.values[competency]!] }));
}
