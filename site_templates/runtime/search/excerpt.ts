/** Texts with the words marked by which they were found. */

import type { Stem } from "./words";
import { wordsOf } from "./words";

export interface Piece {
  readonly text: string;
  readonly isFound: boolean;
}

const WORD = /[\p{L}\p{N}\p{M}'’]+/gu;
const LONGEST = 190;
const BEFORE = 60;
// A sentence without its beginning may say the opposite ("None of the studies …"), so nearly all keep theirs.
const SENTENCE_BEFORE = 180;
const AFTER = 70;

/** Cut a text into what was found and what is between. */
export function marked(text: string, terms: ReadonlySet<string>, stem: Stem): readonly Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  for (const { index, 0: word } of text.matchAll(WORD)) {
    if (!wordsOf(word).some((form) => terms.has(form) || terms.has(stem(form)))) continue;
    if (index > done) pieces.push({ text: text.slice(done, index), isFound: false });
    pieces.push({ text: word, isFound: true });
    done = index + word.length;
  }
  if (done < text.length) pieces.push({ text: text.slice(done), isFound: false });
  return pieces;
}

/** Return the part of a text around the first word found, from the beginning of its sentence unless that is far. */
export function excerptOf(text: string, terms: ReadonlySet<string>, stem: Stem): readonly Piece[] {
  const pieces = marked(text, terms, stem);
  const [first] = pieces;
  const at = pieces.some(({ isFound }) => isFound) && first && !first.isFound ? first.text.length : 0;
  const from = beginning(text, at);
  const length = Math.max(LONGEST, at - from + AFTER);
  const cut = text.slice(from, from + length);
  const isCut = from + length < text.length;
  const shown = isCut ? cut.replace(/\s+\S*$/u, "") : cut;
  return marked(`${from > 0 ? "… " : ""}${shown}${isCut ? " …" : ""}`, terms, stem);
}

function beginning(text: string, at: number): number {
  const before = text.slice(0, at);
  const start = Math.max(
    0,
    ...[...before.matchAll(/[.?!]["”’)]?\s+/gu)].map(({ index, 0: end }) => index + end.length),
  );
  if (at - start <= SENTENCE_BEFORE) return at <= BEFORE ? 0 : start;
  return at - BEFORE + before.slice(at - BEFORE).search(/\s|$/u) + 1;
}
