/**
 * Fast reading of canonical files, which nearly all are; twin of `course/records/fast_reading.py`.
 *
 * A file is canonical when writing what was read gives exactly its text again.
 * Then it holds no key twice and no number with a fraction, so the engine's own parser can be believed.
 * Every other file is read by `json_text.ts`, which also says what is wrong with it.
 */

import type { Json, JsonObject } from "./canonical";
import { canonical, isObject } from "./canonical";
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
    if (!Array.isArray(events)) return null;
    const written = (events as Json[]).map((event) => canonical(event));
    const pairs = Object.keys(value)
      .sort()
      .map((key) => {
        const inside = key === "events" ? `[${written.join(",")}]` : canonical(value[key]!);
        return { key, pair: `${canonical(key)}:${inside}` };
      });
    const whole = `{${pairs.map(({ pair }) => pair).join(",")}}`;
    if (text !== whole && text !== `${whole}\n`) return null;
    const sealed = pairs.filter(({ key }) => key !== "integrity").map(({ pair }) => pair);
    return {
      value: bare(value) as JsonObject,
      hashes: written.map(hashOfText),
      digest: hashOfText(`{${sealed.join(",")}}`),
    };
  } catch {
    // no JSON, or nothing that has a canonical form
    return null;
  }
}

/** Return a value whose objects hold their own keys only, as careful reading makes them: no `constructor` from elsewhere. */
function bare(value: Json): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map(bare);
  if (!isObject(value)) return value;
  const copy = Object.create(null) as { [key: string]: Json };
  for (const key of Object.keys(value)) copy[key] = bare(value[key]!);
  return copy;
}
