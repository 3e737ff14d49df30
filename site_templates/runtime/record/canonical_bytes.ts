/**
 * Whether the bytes of a file are written canonically, and where in them its events and its integrity are.
 *
 * One value has one canonical sequence of tokens, without white space. So looking at each token says as much as
 * writing the whole value again and comparing, in a fraction of the time. The grammar is left to the engine's parser.
 */

/** Where a part begins, and where the next one does. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** `events`: the objects in the list of that name. `sealed`: what the digest is over, in pieces. */
export interface CanonicalParts {
  readonly events: readonly Span[];
  readonly sealed: readonly Span[];
}

const DEEPEST = 32;
const LINE_END = 10;
const [QUOTE, BACKSLASH, COMMA, COLON] = codes('"\\,:');
const [MINUS, ZERO, NINE, LITTLE_A, LITTLE_E, LITTLE_U, LITTLE_Z] = codes("-09aeuz");
const [OPEN_LIST, CLOSE_LIST, OPEN, CLOSE] = codes("[]{}");
const FIRST_OF_MANY = 128; // of the bytes that more than one of which write a character
/** What a text holds as it is: everything but control characters, which are escaped, and what ends it. */
const IS_PLAIN = Array.from({ length: 256 }, (_, byte) => byte >= 32 && byte !== QUOTE && byte !== BACKSLASH);
const ESCAPES = new Set(
  ['"', "\\", ...Array.from({ length: 32 }, (_, code) => String.fromCharCode(code))].map((sign) =>
    JSON.stringify(sign).slice(1, -1),
  ),
);
const [SHORT_ESCAPE, LONG_ESCAPE] = ["\\n".length, "\\u0000".length];
const EVENTS = codes("events");
const INTEGRITY = codes("integrity");

/** Return the parts of a canonical file; null for every other, and where only careful reading can tell. */
export function canonicalParts(bytes: Uint8Array): CanonicalParts | null {
  return new Scanner(bytes).parts();
}

class Scanner {
  private at = 0;
  private depth = 0;
  private readonly end: number;
  // of each bracket that is open: where its latest key begins and ends
  private readonly keyFrom = new Int32Array(DEEPEST + 1);
  private readonly keyTo = new Int32Array(DEEPEST + 1);
  private readonly events: Span[] = [];
  private eventFrom = 0;
  private isInEvents = false;
  private integrity: { from: number; to: number } | undefined;

  constructor(private readonly bytes: Uint8Array) {
    this.end = bytes.length - Number(bytes[bytes.length - 1] === LINE_END);
  }

  parts(): CanonicalParts | null {
    while (this.at < this.end) if (!this.token(this.bytes[this.at]!)) return null;
    return { events: this.events, sealed: this.sealed() };
  }

  private token(sign: number): boolean {
    if (sign === QUOTE) return this.text();
    if (sign === COMMA || sign === COLON || (sign >= LITTLE_A! && sign <= LITTLE_Z!)) this.at++;
    else if (sign === OPEN || sign === OPEN_LIST) return this.open(sign);
    else if (sign === CLOSE || sign === CLOSE_LIST) return this.close();
    else return (sign === MINUS || isDigit(sign)) && this.number();
    return true;
  }

  private open(sign: number): boolean {
    if (sign === OPEN && this.depth === 2 && this.isInEvents) this.eventFrom = this.at;
    this.at++;
    if (++this.depth > DEEPEST) return false;
    this.keyFrom[this.depth] = this.keyTo[this.depth] = 0;
    return true;
  }

  private close(): boolean {
    const isEvent = this.bytes[this.at++] === CLOSE && this.depth === 3 && this.isInEvents;
    if (isEvent) this.events.push({ from: this.eventFrom, to: this.at });
    return --this.depth >= 0;
  }

  private text(): boolean {
    const { bytes, end } = this;
    const from = this.at + 1;
    let at = from;
    for (;;) {
      while (at < end && IS_PLAIN[bytes[at]!]) at++;
      if (bytes[at] !== BACKSLASH) break;
      const length = bytes[at + 1] === LITTLE_U ? LONG_ESCAPE : SHORT_ESCAPE;
      if (!ESCAPES.has(String.fromCharCode(...bytes.subarray(at, at + length)))) return false;
      at += length;
    }
    if (at >= end || bytes[at] !== QUOTE) return false;
    this.at = at + 1;
    return bytes[this.at] !== COLON || this.key(from, at);
  }

  /** Take a key, which must come after the one before it; others than of ASCII are compared with care. */
  private key(from: number, to: number): boolean {
    const { bytes, depth } = this;
    for (let at = from; at < to; at++) if (bytes[at] === BACKSLASH || bytes[at]! >= FIRST_OF_MANY) return false;
    if (this.keyFrom[depth] !== 0 && !this.isAfter(from, to, this.keyFrom[depth]!, this.keyTo[depth]!)) return false;
    this.keyFrom[depth] = from;
    this.keyTo[depth] = to;
    if (depth === 1) this.part(from, to);
    return true;
  }

  private isAfter(from: number, to: number, before: number, beforeTo: number): boolean {
    const { bytes } = this;
    const length = Math.min(to - from, beforeTo - before);
    for (let i = 0; i < length; i++) {
      const difference = bytes[from + i]! - bytes[before + i]!;
      if (difference !== 0) return difference > 0;
    }
    return to - from > beforeTo - before;
  }

  /** Note which part of the file a key begins. */
  private part(from: number, to: number): void {
    const quote = from - 1;
    if (this.integrity?.to === this.end) this.integrity.to = quote;
    this.isInEvents = this.says(from, to, EVENTS);
    if (this.says(from, to, INTEGRITY)) this.integrity = { from: quote, to: this.end };
  }

  private says(from: number, to: number, name: readonly number[]): boolean {
    return to - from === name.length && name.every((sign, i) => this.bytes[from + i] === sign);
  }

  /** Take a number, which must be whole and exact. */
  private number(): boolean {
    const { bytes } = this;
    const isNegative = bytes[this.at] === MINUS;
    const from = isNegative ? this.at + 1 : this.at;
    let at = from;
    let value = 0;
    for (; isDigit(bytes[at]!); at++) value = value * 10 + (bytes[at]! - ZERO!);
    this.at = at;
    if (bytes[at] === LITTLE_E) return false;
    if (bytes[from] === ZERO) return at === from + 1 && !isNegative;
    return at > from && value <= Number.MAX_SAFE_INTEGER;
  }

  private sealed(): Span[] {
    const { end, integrity } = this;
    if (!integrity) return [{ from: 0, to: end }];
    const { from, to } = integrity;
    // as the last part it goes with the comma before it and leaves the bracket after it
    if (to === end)
      return [
        { from: 0, to: from - Number(this.bytes[from - 1] === COMMA) },
        { from: end - 1, to: end },
      ];
    return [
      { from: 0, to: from },
      { from: to, to: end },
    ];
  }
}

function isDigit(sign: number): boolean {
  return sign >= ZERO! && sign <= NINE!;
}

function codes(signs: string): number[] {
  return [...signs].map((sign) => sign.charCodeAt(0));
}
