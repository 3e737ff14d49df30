/** Text of unknown origin, read as JSON; everything that programs read differently is refused. */

import type { Json } from "./canonical";
import { hasHalfCharacter } from "./canonical";
import { refuse, shown } from "./refusals";

export const LARGEST_FILE = 50_000_000;
const DEEPEST = 32;

// No pattern repeats a group: on tens of megabytes that would overflow the engine's stack.
const BRACKET_OR_TEXT = /["[{\]}]/g;
const QUOTE_OR_ESCAPE = /["\\]/g;
const SPACE = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids them in a string
const PLAIN = /[^"\\\u0000-\u001f]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const WORD = /true|false|null|NaN|-?Infinity/y;
const WORDS: Readonly<Record<string, Json>> = { true: true, false: false, null: null };

/** Return the value that the bytes of a file hold, or throw the refusal that says why not. */
export function parse(content: Uint8Array): Json {
  return parsed(textOf(content));
}

/** A text that is no deeper than a record can be; `isComplete`: every bracket and text in it is closed. */
export interface JsonText {
  readonly text: string;
  readonly isComplete: boolean;
}

/** Return the text of a file, or throw the refusal that says why there is none to read. */
function textOf(content: Uint8Array): JsonText {
  if (content.length > LARGEST_FILE) refuse("too-large", { limit: LARGEST_FILE / 1_000_000 });
  const text = decoded(content);
  if (text.trim() === "") refuse("empty");
  return { text, isComplete: checkBrackets(text) };
}

/** Return the value that a text holds, or throw the refusal that says why not. */
function parsed({ text, isComplete }: JsonText): Json {
  return new Parser(text, isComplete).whole();
}

function decoded(content: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(content);
  } catch {
    return refuse("not-utf8");
  }
}

/** Refuse deep nesting before anything recurses; say whether every text and bracket is closed. */
function checkBrackets(text: string): boolean {
  let depth = 0;
  BRACKET_OR_TEXT.lastIndex = 0;
  for (let found = BRACKET_OR_TEXT.exec(text); found; found = BRACKET_OR_TEXT.exec(text)) {
    if (found[0] === '"') {
      const end = endOfText(text, BRACKET_OR_TEXT.lastIndex);
      if (end === undefined) return false;
      BRACKET_OR_TEXT.lastIndex = end;
    } else {
      depth += found[0] === "[" || found[0] === "{" ? 1 : -1;
    }
    if (depth > DEEPEST) refuse("too-deep", { limit: DEEPEST });
  }
  return depth <= 0;
}

/** Return the place after the quotation mark that closes a text, if there is one. */
function endOfText(text: string, from: number): number | undefined {
  QUOTE_OR_ESCAPE.lastIndex = from;
  for (let found = QUOTE_OR_ESCAPE.exec(text); found; found = QUOTE_OR_ESCAPE.exec(text)) {
    if (found[0] === '"') return QUOTE_OR_ESCAPE.lastIndex;
    // whatever is escaped closes nothing
    QUOTE_OR_ESCAPE.lastIndex++;
  }
  return undefined;
}

class Parser {
  private at = 0;
  private holdsHalf = false;

  constructor(
    private readonly text: string,
    private readonly isComplete: boolean,
  ) {}

  whole(): Json {
    const value = this.value();
    if (this.at < this.text.length) this.fail();
    if (this.holdsHalf) refuse("half-character");
    return value;
  }

  private value(): Json {
    this.take(SPACE);
    const value = this.bare();
    this.take(SPACE);
    return value;
  }

  private bare(): Json {
    const sign = this.text[this.at];
    if (sign === '"') return this.quoted();
    if (sign === "{") return this.object();
    if (sign === "[") return this.array();
    const word = this.take(WORD);
    if (word) return word[0] in WORDS ? WORDS[word[0]]! : refuseNumber(word[0]);
    const number = this.take(NUMBER) ?? this.fail();
    return wholeNumber(number);
  }

  private quoted(): string {
    const from = this.at++;
    this.take(PLAIN);
    while (this.text[this.at] !== '"') {
      if (!this.take(ESCAPE)) this.fail();
      this.take(PLAIN);
    }
    const found = this.text.slice(from, ++this.at);
    const text = JSON.parse(found) as string;
    if (found.includes("\\u") && hasHalfCharacter(text)) this.holdsHalf = true;
    return text;
  }

  private array(): Json {
    const found: Json[] = [];
    this.each("]", () => found.push(this.value()));
    return found;
  }

  private object(): Json {
    // without a prototype `__proto__` is a key like any other
    const found = Object.create(null) as Record<string, Json>;
    let twice: string | undefined;
    this.each("}", () => {
      const key = this.key();
      if (key in found) twice ??= key;
      found[key] = this.value();
    });
    if (twice !== undefined) refuse("duplicate-key", { key: shown(twice) });
    return found;
  }

  private key(): string {
    this.take(SPACE);
    if (this.text[this.at] !== '"') this.fail();
    const key = this.quoted();
    this.take(SPACE);
    if (this.text[this.at++] !== ":") this.fail(this.at - 1);
    return key;
  }

  private each(end: string, read: () => void): void {
    this.at++;
    this.take(SPACE);
    if (this.text[this.at] === end) return void this.at++;
    for (;;) {
      read();
      const sign = this.text[this.at++];
      if (sign === end) return;
      if (sign !== ",") this.fail(this.at - 1);
    }
  }

  private take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found) this.at = pattern.lastIndex;
    return found;
  }

  private fail(at = this.at): never {
    if (!this.isComplete) refuse("truncated");
    const lines = this.text.slice(0, at).split("\n");
    return refuse("not-json", { line: lines.length, column: lines[lines.length - 1]!.length + 1 });
  }
}

function wholeNumber([text, fraction, exponent]: RegExpExecArray): number {
  const value = Number(text);
  return fraction || exponent || !Number.isSafeInteger(value) ? refuseNumber(text) : value;
}

function refuseNumber(text: string): never {
  return refuse("bad-number", { number: shown(text) });
}
