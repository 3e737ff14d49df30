/** What is handed over in a link: in its fragment, which a browser never sends to a server, as `KIND=1.PACKED`. */

import type { Json } from "../record/canonical";
import { packed, unpacked } from "./packing";

const VERSION = "1";
const LONGEST = 20_000;
const FORM = /^([0-9]{1,4})\.([A-Za-z0-9_-]+)$/;

/** Why nothing is taken from a link. */
export type LinkTrouble = "too_long" | "damaged" | "newer" | "other_course";

/** What a link holds, or why nothing is taken from it. */
export type FromLink = { readonly value: Json } | { readonly trouble: LinkTrouble; readonly course?: string };

/** Return the fragment that hands a value over, without the `#`. */
export function toFragment(kind: string, course: string, value: Json): string {
  return `${kind}=${VERSION}.${packed([course, value])}`;
}

/** Read a fragment; null where it hands over nothing of this kind. */
export function fromFragment(kind: string, course: string, fragment: string): FromLink | null {
  const text = fragment.replace(/^#/, "");
  if (!text.startsWith(`${kind}=`)) return null;
  if (text.length > LONGEST) return { trouble: "too_long" };
  // programs that pass links on may have broken them into lines
  const found = FORM.exec(text.slice(kind.length + 1).replace(/\s|%20/g, ""));
  if (!found) return { trouble: "damaged" };
  const [, version = "", body = ""] = found;
  if (version !== VERSION) return { trouble: "newer" };
  const holds = unpacked(body);
  if (!Array.isArray(holds) || holds.length !== 2 || typeof holds[0] !== "string") return { trouble: "damaged" };
  const [id, value] = holds as [string, Json];
  return id === course ? { value } : { trouble: "other_course", course: id };
}
