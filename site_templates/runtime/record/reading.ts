/** A file of unknown origin becomes a record, or a refusal that says what is wrong with it. */

import schema from "../../../course/records/competence-record.v1.json";
import type { Json, JsonObject } from "./canonical";
import { canonical, isObject } from "./canonical";
import type { CanonicalFile, Sealed } from "./fast_reading";
import { canonicalFile } from "./fast_reading";
import type { KeyPath, Schema } from "./fitting";
import { Shapes } from "./fitting";
import { digestOf, hashOfText } from "./hashing";
import { LARGEST_FILE, parse } from "./json_text";
import type { Envelope, Extras, KnownEvent, Record, StoredEvent } from "./record";
import { byIdAndHash, compareVersions, FORMAT, VERSION } from "./record";
import type { Refusal } from "./refusals";
import { orRefusal, refuse, shown } from "./refusals";
import type { Derived, CompetenceRecordOfAnIMRTrainer as Document } from "./schema";

// JSON knows no literal types
const PARTS = (schema as unknown as { $defs: Readonly<{ [name: string]: Schema }> }).$defs;
const SHAPES = new Shapes({ ...PARTS, Event: { type: "object" } });
const VERSION_FORM = new RegExp(PARTS["Document"]!.properties!["schemaVersion"]!.pattern!);
const KNOWN = new Map(
  Object.values(PARTS).flatMap((part) => (part.properties?.["type"]?.enum ?? []).map((type) => [type, part] as const)),
);
const ANY_EVENT = withAnyType(PARTS["UnknownEvent"]!);
const NO_DERIVED = {
  computedBy: { method: "unknown", version: "0.0.0", parametersHash: `sha256:${"0".repeat(64)}` },
  competencies: [],
  units: [],
};

/** A file that was taken in. `derived` is what it says about itself, for comparing only. */
export interface Reading {
  readonly record: Record;
  readonly derived: Derived | null;
  readonly isUnchanged: boolean;
}

/** Read a file for a supervisor: one that was changed is read too, and marked. `seal`: what is known of it already. */
export function read(content: Uint8Array, course: string, seal?: Sealed | null): Reading | Refusal {
  return orRefusal(() => readContent(content, course, seal));
}

/** Read a file for the trainer's own import: one that was changed is refused. */
export function readOwn(content: Uint8Array, course: string): Reading | Refusal {
  return orRefusal(() => {
    const reading = readContent(content, course);
    return reading.isUnchanged ? reading : refuse("changed");
  });
}

function readContent(content: Uint8Array, course: string, seal?: Sealed | null): Reading {
  const known = content.length > LARGEST_FILE ? null : canonicalFile(content, seal);
  return readValue(known ? known.value : parse(content), course, known);
}

/** `known`: the hashes, where they were computed already. */
function readValue(raw: Json, course: string, known: CanonicalFile | null): Reading {
  if (!isObject(raw) || raw["format"] !== FORMAT) return refuse("not-a-record");
  const isNewer = checkVersion(raw["schemaVersion"]);
  const derived = SHAPES.misfit(raw["derived"], SHAPES.part("Derived")) ? null : (raw["derived"] as unknown as Derived);
  const whole = isNewer && !derived ? { ...raw, derived: NO_DERIVED } : raw;
  checkShape(whole, SHAPES.part("Document"), 0);
  // its shape was checked
  const document = whole as unknown as Document;
  if (document.course.id !== course) refuse("other-course", { course: shown(document.course.id), ours: course });
  const beyond = SHAPES.beyond(whole, SHAPES.part("Document"));
  if (!isNewer) checkKeys(beyond, 0);
  return {
    record: recordOf(document, isNewer, extrasOf(raw, beyond), known?.hashes),
    derived,
    isUnchanged: (known?.digest ?? digestOf(raw)) === document.integrity.digest,
  };
}

function recordOf(document: Document, isNewer: boolean, extras: Extras, hashes?: readonly string[]): Record {
  const events = document.events
    .map((raw, i) => storedEvent(raw as unknown as JsonObject, i + 1, isNewer, hashes?.[i]))
    .sort(byIdAndHash);
  const { id, createdAt, exportedAt, generator } = document.record;
  return {
    schemaVersion: document.schemaVersion,
    identity: { id, createdAt, exportedAt, generator: { name: generator.name, version: generator.version } },
    learner: { pseudonyms: document.learner.pseudonyms, ...aliasOf(document.learner.alias) },
    course: pick(document.course, "id", "version", "contentHash"),
    devices: document.devices.map((device) => pick(device, "deviceId", "firstSeq", "lastSeq")),
    events: events.filter((one, i) => i === 0 || byIdAndHash(events[i - 1]!, one) !== 0),
    extensions: document.extensions as JsonObject,
    extras,
  };
}

/** Read one event; of a newer version a known kind may have grown beyond what we know. */
function storedEvent(
  raw: JsonObject,
  number: number,
  isNewer: boolean,
  hash = hashOfText(canonical(raw)),
): StoredEvent {
  const known = KNOWN.get(raw["type"] as string);
  const isGrown = known !== undefined && isNewer && SHAPES.misfit(raw, known) !== undefined;
  const understood = isGrown ? undefined : known;
  const shape = understood ?? ANY_EVENT;
  checkShape(raw, shape, number);
  if (!isNewer) checkKeys(SHAPES.beyond(raw, shape), number);
  const event = understood ? (raw as unknown as KnownEvent) : null;
  return { raw: raw as unknown as Envelope, hash, event };
}

function checkVersion(version: Json | undefined): boolean {
  if (typeof version !== "string" || !VERSION_FORM.test(version))
    return refuse("wrong-shape", place(["schemaVersion"], 0));
  if (version.split(".")[0]!.replace(/^0+(?=.)/, "") !== VERSION.split(".")[0]) refuse("unknown-version", { version });
  return compareVersions(version, VERSION) > 0;
}

/** Let the shape of unknown events take known ones too. */
function withAnyType(unknown: Schema): Schema {
  const { not: _, ...type } = unknown.properties!["type"]!;
  return { ...unknown, properties: { ...unknown.properties, type } };
}

function checkShape(value: Json, shape: Schema, number: number): void {
  const misfit = SHAPES.misfit(value, shape);
  if (misfit) refuse("wrong-shape", place(misfit, number));
}

function checkKeys(beyond: readonly KeyPath[], number: number): void {
  const first = beyond[0];
  if (first) refuse("unknown-key", { ...place(first.slice(0, -1), number), key: shown(first[first.length - 1]!) });
}

/** Name a place for the words of a refusal; event 0 is the file itself. */
function place(path: KeyPath, event: number): { event: number; path: string } {
  return { event, path: shown(path.join(".")) };
}

function extrasOf(raw: JsonObject, beyond: readonly KeyPath[]): Extras {
  const merged = beyond.filter(([first]) => first !== "derived" && first !== "integrity");
  return new Map(merged.map((path) => [canonical(named(raw, path)), valueAt(raw, path)]));
}

/** Name a device in a way by its id, so that what it holds can be merged. */
function named(raw: JsonObject, path: KeyPath): KeyPath {
  if (path[0] !== "devices") return path;
  return [path[0], (raw["devices"] as unknown as Document["devices"])[Number(path[1])]!.deviceId, ...path.slice(2)];
}

function valueAt(raw: JsonObject, path: KeyPath): Json {
  return path.reduce<Json>((here, step) => (here as JsonObject)[step]!, raw);
}

function aliasOf(alias: string | undefined): { alias?: string } {
  return alias === undefined ? {} : { alias };
}

function pick<T extends object, K extends keyof T>(from: T, ...keys: K[]): Pick<T, K> {
  return Object.fromEntries(keys.map((key) => [key, from[key]])) as Pick<T, K>;
}
