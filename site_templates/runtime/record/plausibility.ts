/**
 * What is odd about a record without being wrong: notes for those who read it, never a verdict.
 *
 * Each can have an honest reason: a clock that was set, a question known from paper, a very fast reader.
 * The same rules are in `course/records/plausibility.py`.
 */

import type { CourseData, CourseKeys, ItemKey } from "./course_data";
import { found } from "./course_data";
import type { Log } from "./log";
import { validEventsOf } from "./log";
import { DAY } from "./moments";
import type { Record } from "./record";
import { isHash } from "./same_hash";

export type NoteCode =
  | "misdated"
  | "other-id-time"
  | "after-export"
  | "ahead"
  | "before-record"
  | "no-latency"
  | "faster-than-reading"
  | "nothing-presented"
  | "other-presented"
  | "unchecked-path"
  | "no-devices"
  | "observed-later";

/** What is odd, and the ids of the events or devices that show it, in the order of the log. */
export interface Note {
  readonly code: NoteCode;
  readonly about: readonly string[];
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const LAST_MOMENT = 253_402_300_799_999; // of the year 9999, which no date here may exceed
// twice as fast as 300 words a minute, the upper end for most adults (Brysbaert 2019, Journal of Memory and
// Language 109, 104047)
const FASTEST_READING = 600; // words a minute

/** Return what is odd about a record at the moment `now`; each kind once. */
export function plausibility(record: Record, log: Log, course: CourseData, keys: CourseKeys, now: number): Note[] {
  const { createdAt, exportedAt } = record.identity;
  const dated = (isOdd: (at: number, id: string) => boolean): string[] =>
    record.events.filter(({ raw }) => isOdd(raw.at, raw.id)).map(({ raw }) => raw.id);
  const notes: readonly (readonly [NoteCode, readonly string[]])[] = [
    ["misdated", log.misdated],
    ["other-id-time", dated((at, id) => Math.abs(timeOf(id) - at) > SECOND)],
    // the browser gives events of one moment different times, so the last may be a little after it
    ["after-export", dated((at) => at > exportedAt + SECOND)],
    ["ahead", dated((at) => at > now + MINUTE)],
    ["before-record", dated((at) => at < createdAt - SECOND)],
    ...ofAnswers(log, course, keys),
    ["unchecked-path", withoutPath(log, course, keys)],
    ["no-devices", withoutDevice(record)],
    ["observed-later", observedLater(log, exportedAt)],
  ];
  return notes.filter(([, about]) => about.length > 0).map(([code, about]) => ({ code, about: [...new Set(about)] }));
}

/** Look at the answers that someone gave, as far as they count and their items are as they were. */
function ofAnswers(log: Log, course: CourseData, keys: CourseKeys): (readonly [NoteCode, readonly string[]])[] {
  const answers = validEventsOf(log, "item.response").filter(({ body }) => !body.revealed);
  const current = answers.flatMap((event) => {
    const key = found(keys.items, event.body.itemId);
    return key && isHash(found(course.items, event.body.itemId)?.hash, event.body.itemHash) ? [{ ...event, key }] : [];
  });
  // people who see a question again, or give it up, need not read all of it
  const fast = current.filter(
    ({ body, key: { words } }) =>
      body.cold && !body.dontKnow && body.latencyMs > 0 && body.latencyMs < leastTime(words),
  );
  const other = current.filter(({ body, key }) => body.presented.length > 0 && !isSame(body.presented, toPresent(key)));
  const ids = (events: readonly { readonly id: string }[]): string[] => events.map(({ id }) => id);
  return [
    ["no-latency", ids(answers.filter(({ body }) => body.latencyMs === 0))],
    ["faster-than-reading", ids(fast)],
    ["nothing-presented", ids(answers.filter(({ body }) => body.presented.length === 0))],
    ["other-presented", ids(other)],
  ];
}

/** Return the replies that count, though the talk around them was another one, so none knows the path. */
function withoutPath(log: Log, course: CourseData, keys: CourseKeys): string[] {
  return validEventsOf(log, "dialogue.choice")
    .filter(({ body: { dialogueId, dialogueHash, node, nodeHash } }) => {
      const nodes = found(course.dialogues, dialogueId)?.nodes;
      const key = found(keys.dialogues, dialogueId);
      return key && nodes && isHash(found(nodes, node)?.hash, nodeHash) && !isHash(key.hash, dialogueHash);
    })
    .map(({ id }) => id);
}

function leastTime(words: number): number {
  return Math.floor((words * MINUTE) / FASTEST_READING);
}

function toPresent({ key, ids }: ItemKey): readonly string[] {
  return key.kind === "match" ? Object.keys(key.pairs) : ids;
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  const sorted = [...other].sort();
  return one.length === other.length && [...one].sort().every((name, place) => name === sorted[place]);
}

/** Return the devices that wrote events and are not in the list of devices. */
function withoutDevice({ devices, events }: Record): string[] {
  const listed = new Set(devices.map(({ deviceId }) => deviceId));
  return events.filter(({ raw }) => !listed.has(raw.device)).map(({ raw }) => raw.device);
}

/** Return the observations that bear the date of a day after the export, in any time zone. */
function observedLater({ events }: Log, exportedAt: number): string[] {
  const last = new Date(Math.min(exportedAt + DAY, LAST_MOMENT)).toISOString().slice(0, 10);
  return events.flatMap((event) =>
    event.type === "supervisor.observation" && event.body.date > last ? [event.id] : [],
  );
}

/** Return the milliseconds since 1970 that a UUID of version 7 begins with (RFC 9562, 5.7). */
function timeOf(uuid7: string): number {
  return Number.parseInt(uuid7.slice(0, 8) + uuid7.slice(9, 13), 16);
}
