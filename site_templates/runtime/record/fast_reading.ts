/**
 * Fast reading of canonical files, which nearly all are; twin of `course/records/fast_reading.py`.
 *
 * A canonical file holds no key twice and no number with a fraction, so the engine's own parser can be believed, and
 * what is hashed stands in it as it is.
 * Every other file is read by `json_text.ts`, which also says what is wrong with it.
 */

import type { Json, JsonObject } from "./canonical";
import { isObject } from "./canonical";
import type { CanonicalParts, Span } from "./canonical_bytes";
import { canonicalParts } from "./canonical_bytes";
import { hashOfBytes } from "./hashing";

/** What a canonical file holds, the hash of each of its events, and its digest as we compute it. */
export interface CanonicalFile {
  readonly value: JsonObject;
  readonly hashes: readonly string[];
  readonly digest: string;
}

/** Read a canonical file; null for every other. */
export function canonicalFile(bytes: Uint8Array): CanonicalFile | null {
  const parts = canonicalParts(bytes);
  const value = parts && valueIn(bytes);
  if (!isObject(value) || !holdsEvents(value, parts!)) return null;
  const piece = ({ from, to }: Span): Uint8Array => bytes.subarray(from, to);
  return {
    value: withoutPrototypes(value),
    hashes: parts!.events.map((event) => hashOfBytes([piece(event)])),
    digest: hashOfBytes(parts!.sealed.map(piece)),
  };
}

function valueIn(bytes: Uint8Array): Json {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) as Json;
  } catch {
    return null; // no UTF-8, or no JSON
  }
}

/** Say whether each event is an object, so that the parts found in the bytes are all of them. */
function holdsEvents({ events }: JsonObject, parts: CanonicalParts): boolean {
  return Array.isArray(events) && events.length === parts.events.length && events.every(isObject);
}

/**
 * Let objects lose what they do not hold themselves, as careful reading makes them: no `constructor` from elsewhere.
 *
 * This is done in place, because a copy of every object costs more than all other reading.
 */
function withoutPrototypes<T extends object>(value: T): T {
  for (const inside of Object.values(value)) if (typeof inside === "object" && inside !== null) withoutPrototypes(inside);
  return Array.isArray(value) ? value : Object.setPrototypeOf(value, null);
}
