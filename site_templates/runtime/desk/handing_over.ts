/** An assignment on its way to a trainer: in a link, in a printed code, or in a file. */

import type { Json, JsonObject } from "../record/canonical";
import { canonical, isObject } from "../record/canonical";
import { digestOf, hashOfText, integrityWith } from "../record/hashing";
import { parse } from "../record/json_text";
import { isRefusal, orRefusal } from "../record/refusals";
import { packed, unpacked } from "./packing";
import { DESK_SHAPES } from "./shapes";

const LONG = "a1.";
const SHORT = "q1.";
const FORMAT = "imr-assignment";
const VERSION = "1.0.0";
const DAY = 86_400_000;
const MOST_UNITS = 100;
/** No link, and no file, of an assignment is longer; nothing longer is even looked into. */
export const LONGEST_LINK = 20_000;
const LARGEST_FILE = 1_000_000;

/** One unit as it was handed over; a printed code says neither minutes nor why. */
export interface HandedUnit {
  readonly unitId: string;
  readonly minutes: number | null;
  readonly dueDate: string | null;
  readonly reason: string;
}

/** What a trainer gets. */
export interface Handed {
  readonly assigner: string | null;
  readonly date: string | null;
  readonly units: readonly HandedUnit[];
}

/** Why nothing can be taken from a link or a file. */
export type HandedProblem = "nothing" | "damaged" | "too-large" | "newer" | "other-course" | "not-an-assignment";

/** Write an assignment for the fragment of an address, which no browser sends to a server. */
export function toLink({ assigner, date, units }: Handed, course: string): string {
  const rows = units.map(({ unitId, minutes, dueDate, reason }) => [unitId, minutes, dueDate, reason]);
  return LONG + packed([course, assigner, date, rows]);
}

/** Write ids and dates alone, for a printed code. */
export function toCode({ units }: Handed, course: string): string {
  const rows = units.map(({ unitId, dueDate }) => [unitId, dueDate === null ? 0 : Date.parse(dueDate) / DAY]);
  return SHORT + packed([mark(course), rows]);
}

/** Read the fragment of an address. */
export function fromLink(fragment: string, course: string): Handed | HandedProblem {
  const text = fragment.replace(/^#/, "");
  if (text === "") return "nothing";
  if (text.length > LONGEST_LINK) return "too-large";
  const [version = ""] = /^[a-z]\d+\./.exec(text) ?? [];
  if (version !== LONG && version !== SHORT) return /^[aq]\d+\.$/.test(version) ? "newer" : "damaged";
  const found = unpacked(text.slice(version.length));
  if (found === undefined) return "damaged";
  return version === LONG ? ofLong(found, course) : ofShort(found, course);
}

/** Write the file of an assignment. */
export function toFile(handed: Handed, course: string): string {
  const document = {
    format: FORMAT,
    schemaVersion: VERSION,
    course: { id: course },
    assigner: handed.assigner,
    date: handed.date,
    units: handed.units.map((unit) => ({ ...unit })),
  } as unknown as JsonObject;
  return `${canonical({ ...document, integrity: integrityWith(digestOf(document)) } as unknown as JsonObject)}\n`;
}

/** Read a file that should be an assignment. */
export function fromFile(content: Uint8Array, course: string): Handed | HandedProblem {
  if (content.length > LARGEST_FILE) return "too-large";
  const raw = orRefusal(() => parse(content) as object);
  if (isRefusal(raw)) return "damaged";
  const document = raw as unknown as Json;
  if (!isObject(document) || document["format"] !== FORMAT) return "not-an-assignment";
  const { schemaVersion, integrity, course: named, assigner, date, units } = document;
  if (typeof schemaVersion !== "string" || !schemaVersion.startsWith("1.")) return "newer";
  if (!isObject(integrity ?? null) || digestOf(document) !== (integrity as JsonObject)["digest"]) return "damaged";
  if (!isObject(named ?? null) || (named as JsonObject)["id"] !== course) return "other-course";
  return handedIn(assigner ?? null, date ?? null, units ?? null) ?? "damaged";
}

function ofLong(found: Json, course: string): Handed | HandedProblem {
  if (!Array.isArray(found) || found.length !== 4) return "damaged";
  const [named, assigner, date, rows] = found as [Json, Json, Json, Json];
  if (named !== course) return typeof named === "string" ? "other-course" : "damaged";
  if (!Array.isArray(rows)) return "damaged";
  const units = (rows as Json[]).map((row) => {
    const [unitId = null, minutes = null, dueDate = null, reason = null] = Array.isArray(row) ? (row as Json[]) : [];
    return { unitId, minutes, dueDate, reason };
  });
  return handedIn(assigner, date, units) ?? "damaged";
}

function ofShort(found: Json, course: string): Handed | HandedProblem {
  if (!Array.isArray(found) || found.length !== 2) return "damaged";
  const [named, rows] = found as [Json, Json];
  if (named !== mark(course)) return typeof named === "string" ? "other-course" : "damaged";
  if (!Array.isArray(rows)) return "damaged";
  const units = (rows as Json[]).map((row) => {
    const [unitId = null, day = null] = Array.isArray(row) ? (row as Json[]) : [];
    return { unitId, minutes: null, dueDate: dayOf(day), reason: "" };
  });
  return handedIn(null, null, units) ?? "damaged";
}

function dayOf(days: Json): Json {
  if (days === 0 || typeof days !== "number" || !Number.isInteger(days)) return days === 0 ? null : days;
  const date = new Date(days * DAY);
  return Number.isNaN(date.getTime()) ? days : date.toISOString().slice(0, 10);
}

/** Take what has the shape of an assignment. */
function handedIn(assigner: Json, date: Json, units: Json): Handed | undefined {
  const label = DESK_SHAPES.part("Assignment").properties!["assigner"]!;
  const day = DESK_SHAPES.part("Assignment").properties!["date"]!;
  if (assigner !== null && DESK_SHAPES.misfit(assigner, label)) return undefined;
  if (date !== null && DESK_SHAPES.misfit(date, day)) return undefined;
  if (!Array.isArray(units) || units.length === 0 || units.length > MOST_UNITS) return undefined;
  for (const unit of units as Json[]) {
    if (!isObject(unit)) return undefined;
    // a printed code says no minutes
    if (DESK_SHAPES.misfit({ ...unit, minutes: unit["minutes"] ?? 0 }, DESK_SHAPES.part("AssignedUnit")))
      return undefined;
  }
  const taken = (units as unknown as HandedUnit[]).map(({ unitId, minutes, dueDate, reason }) => {
    return { unitId, minutes, dueDate, reason };
  });
  return { assigner: assigner as string | null, date: date as string | null, units: taken };
}

/** A course by a few signs of its hash: enough to tell another course, and short. */
function mark(course: string): string {
  return hashOfText(course).slice("sha256:".length, "sha256:".length + 6);
}
