/** What is handed over in a link: in its fragment, which a browser never sends to a server, as `KIND=1.PACKED`. */

import type { Json } from "../record/canonical";
import type { Arrival } from "./arrival";
import { packed, unpacked } from "./packing";

const VERSION = "1";
/** No fragment of ours is longer; nothing longer is even looked into. */
export const LONGEST_FRAGMENT = 20_000;
const FORM = /^([0-9]{1,4})\.([A-Za-z0-9_-]+)$/;

/** Return the fragment that hands a value over, without the `#`. */
export function toFragment(kind: string, course: string, value: Json): string {
  return `${kind}=${VERSION}.${packed([course, value])}`;
}

/** Read a fragment; null where it hands over nothing of this kind. */
export function fromFragment(kind: string, course: string, fragment: string): Arrival | null {
  const text = fragment.replace(/^#/, "");
  if (!text.startsWith(`${kind}=`)) return null;
  if (text.length > LONGEST_FRAGMENT) return { trouble: "too_large" };
  // programs that pass links on may have broken them into lines
  const found = FORM.exec(text.slice(kind.length + 1).replace(/\s|%20|%0[AD]/gi, ""));
  if (!found) return { trouble: "damaged" };
  const [, version = "", body = ""] = found;
  if (version !== VERSION) return { trouble: "newer" };
  const holds = unpacked(body);
  if (!Array.isArray(holds) || holds.length !== 2 || typeof holds[0] !== "string") return { trouble: "damaged" };
  const [id, value] = holds as [string, Json];
  return id === course ? { value } : { trouble: "other_course", course: id };
}
