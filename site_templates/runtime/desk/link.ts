/**
 * What is handed over in a link: in its fragment, which a browser never sends to a server.
 *
 * The fragment is `KIND=1.BODY.CHECK`: the version, the course and the value as canonical JSON in base64url,
 * and the first signs of a hash over them, by which a link that was cut or mistyped is noticed.
 */

import type { Json } from "../record/canonical";
import { canonical } from "../record/canonical";
import { hashOfText } from "../record/hashing";
import { parse } from "../record/json_text";
import { RefusalError } from "../record/refusals";

const VERSION = "1";
const LONGEST = 8000;
const CHECK = 10;
const HASH = "sha256:".length;
const FORM = /^([0-9]{1,4})\.([A-Za-z0-9_-]*)\.([0-9a-f]*)$/;

/** Why nothing is taken from a link. */
export type LinkTrouble = "too_long" | "damaged" | "newer" | "other_course";

/** What a link holds, or why nothing is taken from it. */
export type FromLink = { readonly value: Json } | { readonly trouble: LinkTrouble; readonly course?: string };

/** Return the fragment that hands a value over, without the `#`. */
export function toFragment(kind: string, course: string, value: Json): string {
  const body = base64Of(canonical([course, value]));
  return `${kind}=${VERSION}.${body}.${checkOf(body)}`;
}

/** Read a fragment; null where it hands over nothing of this kind. */
export function fromFragment(kind: string, course: string, fragment: string): FromLink | null {
  const text = fragment.replace(/^#/, "");
  if (!text.startsWith(`${kind}=`)) return null;
  if (text.length > LONGEST) return { trouble: "too_long" };
  // programs that pass links on may have written signs as percent codes, or added spaces
  const found = FORM.exec(text.slice(kind.length + 1).replace(/\s|%20/g, ""));
  if (!found) return { trouble: "damaged" };
  const [, version = "", body = "", check] = found;
  if (check !== checkOf(body)) return { trouble: "damaged" };
  if (version !== VERSION) return { trouble: "newer" };
  return opened(body, course);
}

function opened(body: string, course: string): FromLink {
  try {
    const holds = parse(bytesOf(body));
    if (!Array.isArray(holds) || holds.length !== 2 || typeof holds[0] !== "string") return { trouble: "damaged" };
    const [id, value] = holds as [string, Json];
    return id === course ? { value } : { trouble: "other_course", course: id };
  } catch (problem) {
    if (problem instanceof RefusalError || problem instanceof DOMException) return { trouble: "damaged" };
    throw problem;
  }
}

function checkOf(body: string): string {
  return hashOfText(`${VERSION}.${body}`).slice(HASH, HASH + CHECK);
}

function base64Of(text: string): string {
  const bytes = new TextEncoder().encode(text);
  const signs = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(signs).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

function bytesOf(body: string): Uint8Array {
  const signs = atob(body.replace(/-/g, "+").replace(/_/g, "/"));
  return Uint8Array.from(signs, (sign) => sign.charCodeAt(0));
}
