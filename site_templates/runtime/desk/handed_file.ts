/** What is handed over as a file: a document with its format, the course that it belongs to, and a digest. */

import type { Json, JsonObject } from "../record/canonical";
import { isObject } from "../record/canonical";
import { digestOf, integrityWith } from "../record/hashing";
import { parse } from "../record/json_text";
import { isRefusal, orRefusal } from "../record/refusals";
import type { Arrival } from "./arrival";

const VERSION = "1.0.0";
const LARGEST = 1_000_000;

/** Return the text of a file that hands over `body`. */
export function toHandedFile(format: string, course: string, body: JsonObject): string {
  const document = { format, schemaVersion: VERSION, course: { id: course }, ...body };
  return `${JSON.stringify({ ...document, integrity: integrityWith(digestOf(document)) }, null, 1)}\n`;
}

/** Read such a file; null where it hands over nothing of this format. */
export function fromHandedFile(format: string, course: string, content: Uint8Array): Arrival | null {
  if (content.length > LARGEST) return { trouble: "too_large" };
  const read = orRefusal(() => parse(content) as object);
  if (isRefusal(read)) return { trouble: "damaged" };
  const document = read as unknown as Json;
  if (!isObject(document) || document["format"] !== format) return null;
  const { schemaVersion, course: named, integrity } = document;
  if (typeof schemaVersion !== "string" || !schemaVersion.startsWith("1.")) return { trouble: "newer" };
  if (!isObject(named) || !isObject(integrity) || integrity["digest"] !== digestOf(document))
    return { trouble: "damaged" };
  return named["id"] === course ? { value: document } : { trouble: "other_course", course: `${named["id"]}` };
}

/** Return what is looked into of a file: of a larger one, one byte more than is allowed, so that it is noticed as that. */
export async function handedBytes(file: Blob): Promise<Uint8Array> {
  return new Uint8Array(await file.slice(0, LARGEST + 1).arrayBuffer());
}
