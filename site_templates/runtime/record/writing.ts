/** A record as the bytes of its file, with what follows from the facts, and with its digest. */

import type { Json, JsonObject } from "./canonical";
import { canonical } from "./canonical";
import { integrityOf } from "./hashing";
import type { Record } from "./record";
import { FORMAT } from "./record";
import type { Derived, Device } from "./schema";

/** Write an export: canonical, and one line feed. */
export function write(record: Record, derived: Derived): string {
  const document = { ...facts(record), derived: derived as unknown as Json };
  return `${canonical({ ...document, integrity: integrityOf(document) })}\n`;
}

/** Return the record as JSON without what can be computed from it; two records are one if these are. */
export function facts(record: Record): JsonObject {
  const document = {
    format: FORMAT,
    schemaVersion: record.schemaVersion,
    record: { ...record.identity, generator: { ...record.identity.generator } },
    learner: { ...record.learner },
    course: { ...record.course },
    devices: record.devices.map((device) => ({ ...device })),
    events: record.events.map(({ raw }) => raw),
    extensions: { ...record.extensions },
  };
  const json = document as unknown as Writable;
  for (const [path, value] of record.extras) putBack(json, JSON.parse(path) as string[], value);
  return json as JsonObject;
}

/** Name the file: whose record it is, and of which day (in UTC). */
export function fileName({ learner, identity }: Record): string {
  const pseudonym = [...learner.pseudonyms].sort()[0];
  return `competence-${pseudonym}-${new Date(identity.exportedAt).toISOString().slice(0, 10)}.json`;
}

type Writable = { [key: string]: Json };

function putBack(document: Writable, path: readonly string[], value: Json): void {
  const key = path[path.length - 1]!;
  const here = path.slice(0, -1).reduce<Json>(entry, document);
  Object.defineProperty(here, key, { value, enumerable: true, configurable: true, writable: true });
}

function entry(part: Json, step: string): Json {
  if (!Array.isArray(part)) return (part as JsonObject)[step]!;
  return (part as unknown as Device[]).find(({ deviceId }) => deviceId === step) as unknown as Json;
}
