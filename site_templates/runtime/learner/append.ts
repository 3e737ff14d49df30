/** New events: each follows from the one before on the same device, by its number and its hash. */

import type { JsonObject } from "../record/canonical";
import { hashOf } from "../record/hashing";
import { token, uuid7 } from "../record/ids";
import type { BodyOf, EventType, Head, KnownEvent, StoredEvent } from "../record/record";
import { VERSION } from "../record/record";
import type { CourseNamed } from "../record/schema";
import type { Change, Contents, Self } from "./contents";
import { lastOf } from "./contents";

const SECOND = 1000;
const GENERATOR = "imr-trainer-course";

/** What an event says, before it has its place in the chain. */
export type NewEvent = { readonly [T in EventType]: { readonly type: T; readonly body: BodyOf<T> } }[EventType];

/** When and on what page events happen. */
export interface Circumstances {
  readonly now: number;
  readonly locale: string;
  readonly course: CourseNamed;
}

/** Return the change that appends events; the first one begins the record. */
export function append(contents: Contents, newEvents: readonly NewEvent[], circumstances: Circumstances): Change {
  if (newEvents.length === 0) return {};
  const self = contents.self ?? newSelf();
  const head = contents.head ?? newHead(circumstances);
  const add: StoredEvent[] = [];
  for (const newEvent of newEvents) {
    const last = add[add.length - 1] ?? lastOf(contents.events, self.device);
    const at = momentAfter([...contents.events, ...add], circumstances.now);
    add.push(following(last, newEvent, self.device, { ...circumstances, now: at }));
  }
  return contents.self && contents.head ? { add } : { head, self, add };
}

export function newSelf(): Self {
  return { device: token(), exportedAt: null, seen: new Map() };
}

function newHead({ now, course }: Circumstances): Head {
  return {
    schemaVersion: VERSION,
    identity: { id: uuid7(now), createdAt: now, exportedAt: now, generator: generatorOf(course) },
    learner: { pseudonyms: [token()] },
    course,
    devices: [],
    extensions: {},
    extras: new Map(),
  };
}

/** Name who wrote an export. */
export function generatorOf(course: CourseNamed): Head["identity"]["generator"] {
  return { name: GENERATOR, version: course.version };
}

function following(
  last: StoredEvent | undefined,
  newEvent: NewEvent,
  device: string,
  { now, locale, course }: Circumstances,
): StoredEvent {
  const event = {
    id: uuid7(now),
    device,
    seq: (last?.raw.seq ?? 0) + 1,
    prev: last?.hash ?? null,
    at: now,
    locale,
    course: { version: course.version, contentHash: course.contentHash },
    ...newEvent,
  } as KnownEvent;
  return { raw: event as unknown as StoredEvent["raw"], hash: hashOf(event as unknown as JsonObject), event };
}

/** Events of one moment keep their order by a millisecond each; a clock that was set back is believed. */
function momentAfter(events: readonly StoredEvent[], now: number): number {
  const last = events.reduce((latest, { raw: { at } }) => (at < now + SECOND ? Math.max(latest, at) : latest), 0);
  return Math.max(now, last + 1);
}
