/** A desk's file locked with a passphrase: PBKDF2 makes the key, AES-GCM locks, and a change anywhere is noticed. */

import type { Json, JsonObject } from "../record/canonical";
import { canonical, isObject } from "../record/canonical";
import { DESK_VERSION, SEALED_FORMAT } from "./desk_file";

const ROUNDS = 600_000;
/** More would hold up the browser for minutes. */
const MOST_ROUNDS = 5_000_000;
const SALT = 16;
const NONCE = 12;

/** Say whether this browser can lock and open; on a plain http address it cannot. */
export function canSeal(): boolean {
  return globalThis.crypto?.subtle !== undefined;
}

/** Lock a file. */
export async function seal(text: string, passphrase: string, course: string, rounds = ROUNDS): Promise<string> {
  const salt = crypto.getRandomValues(new Uint8Array(SALT));
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE));
  const key = await keyOf(passphrase, salt, rounds);
  const locked = await crypto.subtle.encrypt({ name: "AES-GCM", iv: nonce }, key, new TextEncoder().encode(text));
  const document = {
    format: SEALED_FORMAT,
    schemaVersion: DESK_VERSION,
    course: { id: course },
    key: { name: "PBKDF2-SHA-256", rounds, salt: inSigns(salt) },
    lock: { name: "AES-GCM-256", nonce: inSigns(nonce) },
    data: inSigns(new Uint8Array(locked)),
  };
  return `${canonical(document)}\n`;
}

/** Open a locked file; null where the passphrase is another one, or the file was changed. */
export async function open(document: JsonObject, passphrase: string): Promise<Uint8Array | null> {
  const { key, lock, data } = document;
  const rounds = partOf(key, "rounds");
  const salt = bytesOf(partOf(key, "salt"));
  const nonce = bytesOf(partOf(lock, "nonce"));
  const locked = bytesOf(data);
  if (typeof rounds !== "number" || rounds < 1 || rounds > MOST_ROUNDS || !salt || !nonce || !locked) return null;
  try {
    const opened = await crypto.subtle.decrypt(
      { name: "AES-GCM", iv: nonce },
      await keyOf(passphrase, salt, rounds),
      locked,
    );
    return new Uint8Array(opened);
  } catch {
    return null;
  }
}

async function keyOf(passphrase: string, salt: Uint8Array<ArrayBuffer>, iterations: number): Promise<CryptoKey> {
  // the same passphrase, however a keyboard composes its letters
  const typed = new TextEncoder().encode(passphrase.normalize("NFC"));
  const base = await crypto.subtle.importKey("raw", typed, "PBKDF2", false, ["deriveKey"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations };
  return crypto.subtle.deriveKey(how, base, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

function partOf(part: Json | undefined, name: string): Json | undefined {
  return part !== undefined && isObject(part) ? part[name] : undefined;
}

function inSigns(bytes: Uint8Array): string {
  let signs = "";
  // all at once would be too many arguments
  for (let at = 0; at < bytes.length; at += 0x8000) signs += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(signs);
}

function bytesOf(signs: Json | undefined): Uint8Array<ArrayBuffer> | null {
  if (typeof signs !== "string") return null;
  try {
    return Uint8Array.from(atob(signs), (sign) => sign.charCodeAt(0));
  } catch {
    return null;
  }
}
