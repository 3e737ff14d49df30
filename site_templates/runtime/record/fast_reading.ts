/**
 * Fast reading of canonical files, which nearly all are; twin of `course/records/fast_reading.py`.
 *
 * A file is canonical when writing what was read gives exactly its text again.
 * Then it holds no key twice and no number with a fraction, so the engine's own parser can be believed.
 * Every other file is read by `json_text.ts`, which also says what is wrong with it.
 */

import type { Json, JsonObject } from "./canonical";
import { isObject } from "./canonical";
import { hashOfText } from "./hashing";

/** What a canonical file holds, the hash of each of its events, and its digest as we compute it. */
export interface CanonicalFile {
  readonly value: JsonObject;
  readonly hashes: readonly string[];
  readonly digest: string;
}

/** Read a canonical text; null for every other. What is too deep was refused before. */
export function canonicalFile(text: string): CanonicalFile | null {
  try {
    const value = JSON.parse(text) as Json;
    if (!isObject(value)) return null;
    const { events } = value;
    // an escape of this kind may stand for half a character, which has no canonical form
    if (!Array.isArray(events) || text.includes("\\ud") || !isOrdered(value)) return null;
    const written = (events as Json[]).map((event) => JSON.stringify(event));
    const pairs = Object.keys(value).map((key) => {
      const inside = key === "events" ? `[${written.join(",")}]` : JSON.stringify(value[key]!);
      return { key, pair: `${JSON.stringify(key)}:${inside}` };
    });
    const whole = `{${pairs.map(({ pair }) => pair).join(",")}}`;
    if (text !== whole && text !== `${whole}\n`) return null;
    const sealed = pairs.filter(({ key }) => key !== "integrity").map(({ pair }) => pair);
    return {
      value,
      hashes: written.map(hashOfText),
      digest: hashOfText(`{${sealed.join(",")}}`),
    };
  } catch {
    // no JSON, or nothing that has a canonical form
    return null;
  }
}

/**
 * Say whether every key is in its order and every number is whole and exact; the engine writes the rest canonically.
 *
 * On the way objects lose what they do not hold themselves, as careful reading makes them: no `constructor` from
 * elsewhere. This is done in place, because a copy of every object costs more than all other reading.
 */
function isOrdered(value: Json): boolean {
  if (typeof value === "number") return Number.isSafeInteger(value);
  if (Array.isArray(value)) return (value as readonly Json[]).every(isOrdered);
  if (!isObject(value)) return true;
  let before = "";
  for (const key of Object.keys(value)) {
    if (key < before || !isOrdered(value[key]!)) return false;
    before = key;
  }
  Object.setPrototypeOf(value, null);
  return true;
}
