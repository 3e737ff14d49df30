/**
 * A value as a text for the fragment of an address: packed small, with a check by which a cut or a typing error is noticed.
 *
 * The check is no signature; anyone can make one that fits.
 */

import { deflateSync, inflateSync } from "fflate";
import type { Json } from "../record/canonical";
import { hashOfText } from "../record/hashing";
import { parse } from "../record/json_text";

const CHECK = 4;
const LARGEST = 200_000;
const SIGNS = /^[A-Za-z0-9_-]+$/;

export function packed(value: unknown): string {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  const small = deflateSync(bytes, { level: 9 });
  const whole = new Uint8Array(CHECK + small.length);
  whole.set(checkOf(bytes));
  whole.set(small, CHECK);
  const signs = Array.from(whole, (byte) => String.fromCharCode(byte)).join("");
  return btoa(signs).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

/** Return what was packed, if it arrived as it was sent. */
export function unpacked(text: string): Json | undefined {
  try {
    if (!SIGNS.test(text)) return undefined;
    const whole = Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (sign) => sign.charCodeAt(0));
    const bytes = inflateSync(whole.subarray(CHECK));
    if (bytes.length > LARGEST) return undefined;
    const fits = checkOf(bytes).every((byte, i) => byte === whole[i]);
    return fits ? parse(bytes) : undefined;
  } catch {
    // cut off or changed on the way, or deeper than anything sensible
    return undefined;
  }
}

function checkOf(bytes: Uint8Array): number[] {
  const digits = hashOfText(new TextDecoder().decode(bytes)).slice("sha256:".length);
  return Array.from({ length: CHECK }, (_, i) => parseInt(digits.slice(2 * i, 2 * i + 2), 16));
}
