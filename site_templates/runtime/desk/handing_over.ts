/** An assignment on its way to a trainer: in a link, in a printed code, or in a file. */

import type { Json, JsonObject } from "../record/canonical";
import { isObject } from "../record/canonical";
import { hashOfText } from "../record/hashing";
import { DAY } from "../record/moments";
import type { Arrival, ArrivalTrouble } from "./arrival";
import { fromHandedFile, toHandedFile } from "./handed_file";
import { fromFragment, toFragment } from "./link";
import { DESK_SHAPES } from "./shapes";

const LINK = "assignment";
const CODE = "q";
const FORMAT = "imr-assignment";
const MOST_UNITS = 100;

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
export type HandedProblem = "nothing" | "not_an_assignment" | ArrivalTrouble;

/** Write an assignment for the fragment of an address, which no browser sends to a server. */
export function toLink({ assigner, date, units }: Handed, course: string): string {
  const rows = units.map(({ unitId, minutes, dueDate, reason }) => [unitId, minutes, dueDate, reason]);
  return toFragment(LINK, course, [assigner, date, rows]);
}

/** Write ids and dates alone, for a printed code. */
export function toCode({ units }: Handed, course: string): string {
  const rows = units.map(({ unitId, dueDate }) => [unitId, dueDate === null ? 0 : Date.parse(dueDate) / DAY]);
  return toFragment(CODE, mark(course), rows);
}

/** Read the fragment of an address. */
export function fromLink(fragment: string, course: string): Handed | HandedProblem {
  if (fragment.replace(/^#/, "") === "") return "nothing";
  const link = fromFragment(LINK, course, fragment);
  if (link) return taken(link, ofLink);
  const code = fromFragment(CODE, mark(course), fragment);
  return code ? taken(code, ofCode) : "damaged";
}

/** Write the file of an assignment. */
export function toFile({ assigner, date, units }: Handed, course: string): string {
  return toHandedFile(FORMAT, course, { assigner, date, units: units.map((unit) => ({ ...unit })) });
}

/** Read a file that should be an assignment. */
export function fromFile(content: Uint8Array, course: string): Handed | HandedProblem {
  const found = fromHandedFile(FORMAT, course, content);
  if (!found) return "not_an_assignment";
  return taken(found, (document) => {
    const { assigner = null, date = null, units = null } = document as JsonObject;
    return handedIn(assigner, date, units);
  });
}

/** Take what has arrived, or name why not. */
function taken(arrival: Arrival, read: (value: Json) => Handed | undefined): Handed | HandedProblem {
  return "trouble" in arrival ? arrival.trouble : (read(arrival.value) ?? "damaged");
}

function ofLink(found: Json): Handed | undefined {
  if (!Array.isArray(found) || found.length !== 3) return undefined;
  const [assigner, date, rows] = found as [Json, Json, Json];
  if (!Array.isArray(rows)) return undefined;
  const units = (rows as Json[]).map((row) => {
    const [unitId = null, minutes = null, dueDate = null, reason = null] = Array.isArray(row) ? (row as Json[]) : [];
    return { unitId, minutes, dueDate, reason };
  });
  return handedIn(assigner, date, units);
}

function ofCode(rows: Json): Handed | undefined {
  if (!Array.isArray(rows)) return undefined;
  const units = (rows as Json[]).map((row) => {
    const [unitId = null, day = null] = Array.isArray(row) ? (row as Json[]) : [];
    return { unitId, minutes: null, dueDate: dayOf(day), reason: "" };
  });
  return handedIn(null, null, units);
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
