/** The three hashes of a record: of a value, of an event (which chains them), and of the whole file. */

// the class itself: the function around it brings checks of options to every page, and there are none
import { _SHA256 as Sha256 } from "@noble/hashes/sha2.js";
import type { Json, JsonObject } from "./canonical";
import { canonical } from "./canonical";

const UTF_8 = new TextEncoder();
const PAIRS = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/** Return `sha256:…` over the canonical bytes of a value; of an event it is the next event's `prev`. */
export function hashOf(value: Json): string {
  return hashOfText(canonical(value));
}

export function hashOfText(text: string): string {
  const hashing = new Hashing();
  hashing.take(text);
  return hashing.digest();
}

/** Return the hash of bytes that are in pieces. */
export function hashOfBytes(pieces: readonly Uint8Array[]): string {
  const hash = new Sha256();
  for (const piece of pieces) hash.update(piece);
  return named(hash.digest());
}

/** Return the same with the hash of the browser, which is there only where a page is secure. */
export async function nativeHash(pieces: readonly Uint8Array[]): Promise<string> {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  pieces.reduce((at, piece) => {
    whole.set(piece, at);
    return at + piece.length;
  }, 0);
  return named(new Uint8Array(await crypto.subtle.digest("SHA-256", whole)));
}

/** Takes a text piece by piece; no piece may end in half a character. */
export class Hashing {
  private readonly hash = new Sha256();

  take(piece: string): void {
    this.hash.update(UTF_8.encode(piece));
  }

  digest(): string {
    return named(this.hash.digest());
  }
}

function named(digest: Uint8Array): string {
  let text = "sha256:";
  for (const byte of digest) text += PAIRS[byte]!;
  return text;
}

/** Return the digest of a record: over everything but its `integrity`. */
export function digestOf(document: JsonObject): string {
  const { integrity: _, ...rest } = document;
  return hashOf(rest);
}

/** Return the `integrity` block of a record with this digest. */
export function integrityWith(digest: string): { canonicalization: "RFC8785"; digest: string } {
  return { canonicalization: "RFC8785", digest };
}
