/** A record as the bytes of its file, with what follows from the facts, and with its digest. */

import type { Parts } from "../ui/turns";
import type { Json, JsonObject } from "./canonical";
import { canonical } from "./canonical";
import { Hashing, integrityWith } from "./hashing";
import type { Record } from "./record";
import { FORMAT } from "./record";
import type { Derived, Device } from "./schema";

/** So many events are written or hashed at once. */
const BLOCK = 1000;

/** An export as text, and the digest that is in it. */
export interface Written {
  readonly text: string;
  readonly digest: string;
}

/** Write an export, canonical and with one line feed, part by part. */
export function* writeInParts(record: Record, derived: Derived): Parts<Written> {
  const document: JsonObject = { ...facts(record), derived: derived as unknown as Json };
  const written = new Map<string, readonly string[]>();
  for (const [key, value] of Object.entries(document))
    written.set(key, Array.isArray(value) ? yield* listInParts(value) : [canonical(value)]);
  const hashing = new Hashing();
  for (const piece of pieces(written)) {
    hashing.take(piece);
    yield;
  }
  const integrity = integrityWith(hashing.digest());
  const text = [...pieces(written.set("integrity", [canonical(integrity)])), "\n"].join("");
  return { text, digest: integrity.digest };
}

/** Write a list; each piece holds many of its entries. */
function* listInParts(list: readonly Json[]): Parts<readonly string[]> {
  const found = ["["];
  for (let first = 0; first < list.length; first += BLOCK) {
    found.push(
      (first > 0 ? "," : "") +
        list
          .slice(first, first + BLOCK)
          .map(canonical)
          .join(","),
    );
    yield;
  }
  return [...found, "]"];
}

/** Put an object together out of its written values, in the order of its keys. */
function* pieces(values: ReadonlyMap<string, readonly string[]>): Generator<string, void> {
  yield "{";
  for (const [place, key] of [...values.keys()].sort().entries()) {
    yield `${place > 0 ? "," : ""}${canonical(key)}:`;
    yield* values.get(key)!;
  }
  yield "}";
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

const BY_ID = new WeakMap<readonly Device[], ReadonlyMap<string, Device>>();

type Writable = { [key: string]: Json };

function putBack(document: Writable, path: readonly string[], value: Json): void {
  const key = path[path.length - 1]!;
  const here = path.slice(0, -1).reduce<Json>(entry, document);
  Object.defineProperty(here, key, { value, enumerable: true, configurable: true, writable: true });
}

function entry(part: Json, step: string): Json {
  if (!Array.isArray(part)) return (part as JsonObject)[step]!;
  return deviceIn(part as unknown as Device[], step) as unknown as Json;
}

/** Look a device up: a newer release may say something of each of thousands. */
function deviceIn(devices: Device[], id: string): Device | undefined {
  const known = BY_ID.get(devices) ?? new Map([...devices].reverse().map((device) => [device.deviceId, device]));
  BY_ID.set(devices, known);
  return known.get(id);
}
