/** Records of one trainer become one: nothing is lost, in whatever order they are put together. */

import type { Json, JsonObject } from "./canonical";
import { canonical } from "./canonical";
import type { Record, StoredEvent } from "./record";
import { byIdAndHash, compare, compareVersions } from "./record";
import type { Refusal } from "./refusals";
import { isRefusal } from "./refusals";
import type { Device } from "./schema";

/**
 * Merge records of one course and one person.
 *
 * Different pseudonyms merge only when someone who knows says that they are one person's.
 */
export function merge(records: readonly Record[], samePerson = false): Record | Refusal {
  const courses = [...new Set(records.map(({ course }) => course.id))].sort();
  if (courses.length > 1) return { code: "other-course", values: { course: courses[1]!, ours: courses[0]! } };
  if (!samePerson && !sharePseudonyms(records)) return { code: "different-people", values: {} };
  return joined(records);
}

/** Merge what cannot be refused any more. */
export function mergeOwn(records: readonly Record[]): Record {
  const merged = merge(records, true);
  if (isRefusal(merged)) throw new Error(merged.code);
  return merged;
}

function joined(records: readonly Record[]): Record {
  const latest = best(records, byHead);
  const first = best(records, byBeginning).identity;
  const { exportedAt, generator } = latest.identity;
  const { alias } = latest.learner;
  const pseudonyms = [...new Set(records.flatMap(({ learner }) => learner.pseudonyms))].sort();
  const events = joinedEvents(records);
  return {
    schemaVersion: best(records, byVersion).schemaVersion,
    identity: { id: first.id, createdAt: first.createdAt, exportedAt, generator },
    learner: alias === undefined ? { pseudonyms } : { pseudonyms, alias },
    course: latest.course,
    devices: joinedDevices(records, events),
    events,
    extensions: Object.fromEntries(
      greatest(records.map(({ extensions }) => new Map(Object.entries(extensions)))),
    ) as JsonObject,
    extras: greatest(records.map(({ extras }) => extras)),
  };
}

/** Return the one that sorts last. */
function best<T>(all: readonly T[], order: (one: T, other: T) => number): T {
  return all.reduce((found, one) => (order(one, found) > 0 ? one : found));
}

/** The text decides between spellings of one version, or the order of files would. */
function byVersion({ schemaVersion: one }: Record, { schemaVersion: other }: Record): number {
  return compareVersions(one, other) || compare(one, other);
}

/** Sort by what decides whose generator, course version and alias are kept: those exported last. */
function byHead(one: Record, other: Record): number {
  return compare(one.identity.exportedAt, other.identity.exportedAt) || compare(headOf(one), headOf(other));
}

function headOf({ identity, course, learner }: Record): string {
  const generator = { name: identity.generator.name, version: identity.generator.version };
  const named = { id: course.id, version: course.version, contentHash: course.contentHash };
  return canonical([generator, named, learner.alias ?? null]);
}

function byBeginning(one: Record, other: Record): number {
  return compare(other.identity.createdAt, one.identity.createdAt) || compare(other.identity.id, one.identity.id);
}

function joinedEvents(records: readonly Record[]): StoredEvent[] {
  const events = records.flatMap((record) => record.events).sort(byIdAndHash);
  return events.filter((event, i) => i === 0 || byIdAndHash(events[i - 1]!, event) !== 0);
}

/** Return each device once, with all of the stretch that any file names or any event shows. */
function joinedDevices(records: readonly Record[], events: readonly StoredEvent[]): Device[] {
  const declared = records.flatMap(({ devices }) => devices);
  const shown = events.map(({ raw }) => ({ deviceId: raw.device, firstSeq: raw.seq, lastSeq: raw.seq }));
  const found = new Map<string, Device>();
  for (const one of [...declared, ...shown]) {
    const known = found.get(one.deviceId) ?? one;
    const ends = [known.firstSeq, known.lastSeq, one.firstSeq, one.lastSeq];
    found.set(one.deviceId, { deviceId: one.deviceId, firstSeq: Math.min(...ends), lastSeq: Math.max(...ends) });
  }
  return [...found.values()].sort((one, other) => compare(one.deviceId, other.deviceId));
}

/** Unite; where two differ, keep the value that is greater as canonical text, in any order. */
function greatest(parts: readonly ReadonlyMap<string, Json>[]): Map<string, Json> {
  const found = new Map<string, Json>();
  for (const [key, value] of parts.flatMap((part) => [...part])) {
    const known = found.get(key);
    if (known === undefined || canonical(value) > canonical(known)) found.set(key, value);
  }
  return found;
}

/** Say whether pseudonyms that records have in common link all of them. */
function sharePseudonyms(records: readonly Record[]): boolean {
  let groups: ReadonlySet<string>[] = [];
  for (const { learner } of records) {
    const linked = groups.filter((group) => learner.pseudonyms.some((name) => group.has(name)));
    const others = groups.filter((group) => !linked.includes(group));
    groups = [...others, new Set([...learner.pseudonyms, ...linked.flatMap((group) => [...group])])];
  }
  return groups.length <= 1;
}
