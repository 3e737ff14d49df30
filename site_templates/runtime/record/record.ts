/** A competence record as a value: what of a file is fact, without what can be computed from it. */

import type { Json, JsonObject } from "./canonical";
import type { CourseNamed, Device, Event, Identity, Learner, UnknownEvent } from "./schema";

export const FORMAT = "imr-competence-record";
export const VERSION = "1.0.0";

export type KnownEvent = Exclude<Event, UnknownEvent>;
export type EventType = KnownEvent["type"];
export type EventOf<T extends EventType> = Extract<KnownEvent, { type: T }>;
export type BodyOf<T extends EventType> = EventOf<T>["body"];

/** What every event holds, of a known kind or not. */
export type Envelope = Omit<UnknownEvent, "body"> & { readonly body: JsonObject };

/** One event as it is in a file, its hash, and as far as we understand it. */
export interface StoredEvent {
  readonly raw: Envelope;
  readonly hash: string;
  readonly event: KnownEvent | null;
}

/** Keys of a newer minor version, by the way that leads to them (as JSON). */
export type Extras = ReadonlyMap<string, Json>;

/** Everything of a record but its events. */
export interface Head {
  readonly schemaVersion: string;
  readonly identity: Identity;
  readonly learner: Learner;
  readonly course: CourseNamed;
  readonly devices: readonly Device[];
  readonly extensions: JsonObject;
  readonly extras: Extras;
}

/** Everything of a record that is merged. Events are sorted by id, and each is here once. */
export interface Record extends Head {
  readonly events: readonly StoredEvent[];
}

/** Sort as files do: by id, and where two share one, by hash. */
export function byIdAndHash(one: StoredEvent, other: StoredEvent): number {
  return compare(one.raw.id, other.raw.id) || compare(one.hash, other.hash);
}

export function compare<T extends string | number>(one: T, other: T): number {
  return one < other ? -1 : Number(one > other);
}

/** Sort versions by their three numbers. */
export function compareVersions(one: string, other: string): number {
  const [ours, theirs] = [one, other].map((version) => version.split(".").map(Number)) as [number[], number[]];
  return ours.map((number, i) => compare(number, theirs[i]!)).find((order) => order !== 0) ?? 0;
}
