/** Canonical JSON (RFC 8785): one value, one sequence of bytes, so that hashes agree everywhere. */

export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export type JsonObject = { readonly [key: string]: Json };

/** A value has no canonical form here; the message says why. */
export class CanonicalError extends Error {}

/** Write a value with sorted keys and without white space; a number with a fraction is refused. */
export function canonical(value: Json): string {
  if (typeof value === "string") return quoted(value);
  if (typeof value === "number") return whole(value);
  if (value === null || typeof value === "boolean") return String(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (isObject(value))
    return `{${sortedKeys(value)
      .map((key) => pair(key, value))
      .join(",")}}`;
  throw new CanonicalError(`${typeof value} is not JSON`);
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Say whether a text holds half a character (a lone surrogate), which has no UTF-8. */
export function hasHalfCharacter(text: string): boolean {
  return /[\ud800-\udfff]/u.test(text);
}

/** What was read of a canonical file is sorted already. */
function sortedKeys(value: JsonObject): string[] {
  const keys = Object.keys(value);
  return keys.every((key, i) => i === 0 || keys[i - 1]! < key) ? keys : keys.sort();
}

function pair(key: string, value: JsonObject): string {
  return `${quoted(key)}:${canonical(value[key] as Json)}`;
}

function quoted(text: string): string {
  const written = JSON.stringify(text);
  // half a character is written as an escape, and whoever writes that escape as a text has no half character
  if (written.includes("\\ud") && hasHalfCharacter(text))
    throw new CanonicalError("a text holds half a character (a lone surrogate)");
  return written;
}

function whole(value: number): string {
  if (Number.isSafeInteger(value)) return JSON.stringify(value);
  throw new CanonicalError(`${value} is not a whole number, or too large to be exact everywhere`);
}
