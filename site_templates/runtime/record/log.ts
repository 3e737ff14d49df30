/** The events of a record in the order they happened, and everything that is odd about them. */

import { inOrder } from "./order";
import type { EventOf, EventType, KnownEvent, Record, StoredEvent } from "./record";
import { compare } from "./record";
import type { Device } from "./schema";

/** Events of a device that this record should hold and does not. */
export interface Gap {
  readonly device: string;
  readonly first: number;
  readonly last: number;
}

/** Different events at one place of a device's chain. */
export interface Fork {
  readonly device: string;
  readonly seq: number;
  readonly ids: readonly string[];
}

/**
 * What happened: all events of known kind in their order, and the ids of those that do not count.
 *
 * `misdated`: ids of events with a date that does not agree with the order; their `at` is the moment believed instead.
 */
export interface Past {
  readonly events: readonly KnownEvent[];
  readonly misdated: readonly string[];
  readonly excluded: ReadonlySet<string>;
}

/**
 * `breaks`: ids of events that do not follow from the one before.
 *
 * `disagreeing`: ids of events that the keys of the course contradict, once they are compared with them.
 */
export interface Log extends Past {
  readonly conflicts: readonly string[];
  readonly voided: readonly string[];
  readonly gaps: readonly Gap[];
  readonly forks: readonly Fork[];
  readonly breaks: readonly string[];
  readonly unknownTypes: readonly string[];
  readonly disagreeing: readonly string[];
}

/** What is at each place of each device's chain. */
type Places = ReadonlyMap<string, ReadonlyMap<number, readonly StoredEvent[]>>;

/** Look through the events of a record. */
export function logOf({ events, devices }: Pick<Record, "events" | "devices">): Log {
  const conflicts = conflictsIn(events);
  const voided = voidedIn(events, conflicts);
  const places = placesOf(events);
  return {
    ...inOrder(known(events)),
    excluded: new Set([...conflicts, ...voided]),
    conflicts,
    voided,
    gaps: gapsIn(events, devices),
    forks: forksIn(places),
    breaks: breaksIn(events, places),
    unknownTypes: unique(events.filter(({ event }) => !event).map(({ raw }) => raw.type)).sort(),
    disagreeing: [],
  };
}

/** Look through events only for what happened. A page asks for the same past many times, so it is remembered. */
export function pastOf(events: readonly StoredEvent[]): Past {
  return remembered(PASTS, events, () => {
    const conflicts = conflictsIn(events);
    return { ...inOrder(known(events)), excluded: new Set([...conflicts, ...voidedIn(events, conflicts)]) };
  });
}

/** Return the events that count. */
export function validEvents(log: Past): readonly KnownEvent[] {
  return remembered(VALID, log, () => log.events.filter((event) => !log.excluded.has(event.id)));
}

/** Return the events of one kind that count. */
export function validEventsOf<T extends EventType>(log: Past, type: T): readonly EventOf<T>[] {
  const byType = remembered(VALID_BY_TYPE, log, () => {
    const found = new Map<EventType, KnownEvent[]>();
    for (const event of validEvents(log)) pushTo(found, event.type, event);
    return found;
  });
  return (byType.get(type) ?? []) as readonly KnownEvent[] as readonly EventOf<T>[];
}

const PASTS = new WeakMap<readonly StoredEvent[], Past>();
const VALID = new WeakMap<Past, readonly KnownEvent[]>();
const VALID_BY_TYPE = new WeakMap<Past, ReadonlyMap<EventType, readonly KnownEvent[]>>();

/** Return what was made of a value before, or make it; events and logs are never changed in place. */
function remembered<K extends object, V>(known: WeakMap<K, V>, of: K, make: () => V): V {
  const before = known.get(of);
  if (before !== undefined) return before;
  const made = make();
  known.set(of, made);
  return made;
}

function known(events: readonly StoredEvent[]): KnownEvent[] {
  return events.map(({ event }) => event).filter((event) => event !== null);
}

function conflictsIn(events: readonly StoredEvent[]): readonly string[] {
  const seen = new Set<string>();
  return unique(events.filter(({ raw: { id } }) => seen.size === seen.add(id).size).map(({ raw }) => raw.id));
}

/** Return what is voided. A void itself cannot be, or the order of reading would matter. */
function voidedIn(events: readonly StoredEvent[], conflicts: readonly string[]): string[] {
  const voids = known(events).filter((event): event is EventOf<"event.void"> => event.type === "event.void");
  const inConflict = new Set(conflicts);
  const targets = new Set(voids.filter(({ id }) => !inConflict.has(id)).map(({ body }) => body.target));
  return unique(
    known(events)
      .filter(({ id, type }) => targets.has(id) && type !== "event.void")
      .map(({ id }) => id),
  ).sort();
}

function placesOf(events: readonly StoredEvent[]): Places {
  const places = new Map<string, Map<number, StoredEvent[]>>();
  for (const stored of events) {
    const { device, seq } = stored.raw;
    const chain = places.get(device) ?? new Map<number, StoredEvent[]>();
    places.set(device, chain);
    pushTo(chain, seq, stored);
  }
  return places;
}

function gapsIn(events: readonly StoredEvent[], devices: readonly Device[]): Gap[] {
  const seen = new Map<string, number[]>(devices.map(({ deviceId }) => [deviceId, []]));
  const declared = new Map(devices.map(({ deviceId, lastSeq }) => [deviceId, lastSeq]));
  for (const { raw } of events) pushTo(seen, raw.device, raw.seq);
  return [...seen]
    .sort(([one], [other]) => compare(one, other))
    .flatMap(([device, seqs]) => {
      const numbers = [0, ...seqs.sort(compare)];
      const last = declared.get(device) ?? 0;
      if (last > numbers[numbers.length - 1]!) numbers.push(last + 1);
      return numbers.flatMap((seq, i) => gapBefore(device, numbers[i - 1] ?? seq, seq));
    });
}

function gapBefore(device: string, before: number, after: number): Gap[] {
  return after > before + 1 ? [{ device, first: before + 1, last: after - 1 }] : [];
}

function forksIn(places: Places): Fork[] {
  const shared = [...places.values()].flatMap((chain) => [...chain.values()].filter((here) => here.length > 1));
  const forks = shared.map((here) => {
    const { device, seq } = here[0]!.raw;
    return { device, seq, ids: unique(here.map(({ raw }) => raw.id)).sort() };
  });
  return forks
    .filter(({ ids }) => ids.length > 1)
    .sort((one, other) => compare(one.device, other.device) || compare(one.seq, other.seq));
}

function breaksIn(events: readonly StoredEvent[], places: Places): string[] {
  return unique(events.filter(({ raw }) => !follows(raw, places)).map(({ raw }) => raw.id));
}

function follows({ device, seq, prev }: StoredEvent["raw"], places: Places): boolean {
  if (seq === 1) return prev === null;
  const before = places.get(device)?.get(seq - 1);
  // where the event before is missing, that is a gap, and nothing can be said here
  return before ? before.some(({ hash }) => hash === prev) : prev !== null;
}

function pushTo<K, T>(lists: Map<K, T[]>, name: K, entry: T): void {
  const list = lists.get(name);
  if (list) list.push(entry);
  else lists.set(name, [entry]);
}

function unique<T>(found: readonly T[]): T[] {
  return [...new Set(found)];
}
