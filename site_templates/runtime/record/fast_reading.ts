/**
 * Fast reading of canonical files, which nearly all are; twin of `course/records/fast_reading.py`.
 *
 * A canonical file holds no key twice and no number with a fraction, so the engine's own parser can be believed, and
 * what is hashed is in it as it is.
 * Every other file is read by `json_text.ts`, which also says what is wrong with it.
 */

import type { Json, JsonObject } from "./canonical";
import { isObject } from "./canonical";
import type { CanonicalParts, Span } from "./canonical_bytes";
import { canonicalParts } from "./canonical_bytes";
import { hashOfBytes, nativeHash } from "./hashing";

/** What a canonical file holds, the hash of each of its events, and its digest as we compute it. */
export interface CanonicalFile {
  readonly value: JsonObject;
  readonly hashes: readonly string[];
  readonly digest: string;
}

/** The bytes of a file that is canonical, and its digest. */
export interface Sealed {
  readonly parts: CanonicalParts;
  readonly digest: string;
}

/** Find the digest of a canonical file with the browser's own hash, which is faster; null where there is none. */
export async function sealed(bytes: Uint8Array): Promise<Sealed | null> {
  const parts = crypto.subtle ? canonicalParts(bytes) : null;
  return parts && { parts, digest: await nativeHash(piecesOf(bytes, parts.sealed)) };
}

/** Read a canonical file; null for every other. */
export function canonicalFile(bytes: Uint8Array, seal?: Sealed | null): CanonicalFile | null {
  const parts = seal?.parts ?? canonicalParts(bytes);
  const value = parts && valueIn(bytes);
  if (!isObject(value) || !holdsEvents(value, parts!)) return null;
  return {
    value: withoutPrototypes(value),
    hashes: parts!.events.map((event) => hashOfBytes(piecesOf(bytes, [event]))),
    digest: seal?.digest ?? hashOfBytes(piecesOf(bytes, parts!.sealed)),
  };
}

function piecesOf(bytes: Uint8Array, spans: readonly Span[]): Uint8Array[] {
  return spans.map(({ from, to }) => bytes.subarray(from, to));
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
  for (const key in value) {
    const inside = value[key];
    if (typeof inside === "object" && inside !== null) withoutPrototypes(inside);
  }
  return Array.isArray(value) ? value : (Object.setPrototypeOf(value, null) as T);
}
