/** A desk as a file: everything on it, with a digest; nothing of it is in any trainer's record. */

import type { Json, JsonObject } from "../record/canonical";
import { canonical, isObject } from "../record/canonical";
import { digestOf, integrityWith } from "../record/hashing";
import { LARGEST_FILE, parse } from "../record/json_text";
import { isRefusal, orRefusal } from "../record/refusals";
import type { DeskContents } from "./contents";
import { EMPTY_DESK, merged } from "./contents";
import type { Desk } from "./schema";
import { DESK_SHAPES } from "./shapes";

const FORMAT = "imr-supervisor-desk";
export const SEALED_FORMAT = "imr-supervisor-desk-sealed";
export const DESK_VERSION = "1.0.0";

/** Why a file cannot be put on the desk. */
export type DeskProblem = "too-large" | "damaged" | "not-a-desk" | "newer" | "other-course" | "wrong-passphrase";

/** Write everything that is on a desk. */
export function writeDesk({ supervisor, ...entries }: DeskContents, course: string, now: number): string {
  const document = plain({
    format: FORMAT,
    schemaVersion: DESK_VERSION,
    exportedAt: now,
    course: { id: course },
    supervisor,
    ...entries,
  });
  return `${canonical({ ...document, integrity: integrityWith(digestOf(document)) })}\n`;
}

/** Read the file of a desk; of one that is locked with a passphrase the document is returned as it is. */
export function readDesk(content: Uint8Array, course: string): DeskContents | JsonObject | DeskProblem {
  if (content.length > LARGEST_FILE) return "too-large";
  const raw = orRefusal(() => parse(content) as object);
  if (isRefusal(raw)) return "damaged";
  const document = raw as unknown as Json;
  if (!isObject(document)) return "not-a-desk";
  const { format, schemaVersion, course: named } = document;
  if (format !== FORMAT && format !== SEALED_FORMAT) return "not-a-desk";
  if (typeof schemaVersion !== "string" || schemaVersion !== DESK_VERSION) return "newer";
  if (!isObject(named ?? null) || (named as JsonObject)["id"] !== course) return "other-course";
  return format === SEALED_FORMAT ? document : contentsOf(document);
}

/** Throw where the file of a desk could not hold something, because it could never be read back. */
export function needReadable(contents: DeskContents): void {
  const written = new TextEncoder().encode(writeDesk(contents, "any", 0));
  const found = readDesk(written, "any");
  if (typeof found === "string") throw new Error(`the file of a desk with it would be ${found}`);
}

/** Say whether what was read is still locked. */
export function isSealed(found: DeskContents | JsonObject): found is JsonObject {
  return "format" in found;
}

function contentsOf(document: JsonObject): DeskContents | DeskProblem {
  const whole = DESK_SHAPES.part("Desk");
  if (DESK_SHAPES.misfit(document, whole) || DESK_SHAPES.beyond(document, whole).length > 0) return "damaged";
  // its shape was checked
  const { integrity, supervisor, trainers, ratings, assignments, observations } = plain(document) as unknown as Desk;
  if (digestOf(document) !== integrity.digest) return "damaged";
  // merged with nothing, so that each id is there once
  return merged(EMPTY_DESK, { supervisor, trainers, ratings, assignments, observations });
}

function plain(value: object): JsonObject {
  return JSON.parse(JSON.stringify(value)) as JsonObject;
}
