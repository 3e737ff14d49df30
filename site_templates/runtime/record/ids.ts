/** Names that no two browsers make alike; `crypto.randomUUID` is missing on plain http, this is not. */

const BASE32 = "abcdefghijklmnopqrstuvwxyz234567";

/** Make a UUIDv7 (RFC 9562): its text sorts by the millisecond it was made in. */
export function uuid7(moment: number): string {
  const random = crypto.getRandomValues(new Uint8Array(10));
  random[0] = (random[0]! & 0x0f) | 0x70;
  random[2] = (random[2]! & 0x3f) | 0x80;
  const digits = moment.toString(16).padStart(12, "0") + hex(random);
  return [0, 8, 12, 16, 20].map((from, i) => digits.slice(from, [8, 12, 16, 20, 32][i])).join("-");
}

/** Make a token of 128 random bits in base32, for a learner or a device. */
export function token(): string {
  return tokenOf(crypto.getRandomValues(new Uint8Array(16)));
}

/** Write 128 bits as such a token. */
export function tokenOf(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, "0"))
    .join("")
    .padEnd(130, "0");
  return bits
    .match(/.{5}/g)!
    .map((five) => BASE32[parseInt(five, 2)])
    .join("");
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
