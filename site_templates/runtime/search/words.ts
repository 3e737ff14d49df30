/** Words as the search compares them: without capitals and accents, and with the stem they share. */

import { stemmer } from "stemmer";

/** Bring a word to the form that its other forms share. */
export type Stem = (word: string) => string;

const WORDS = /[\p{L}\p{N}]+/gu;
const HYPHENATED = /[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)+/gu;
/** What people type around the words that they look for. */
const SMALL = new Set(
  (
    "a about after all am an and are as at be been but by can could did do does for from had has have he her his how i " +
    "if in into is it its like may me might my need no not of on or our she should so someone somebody than that the " +
    "their them there they this to up was we were what when where which who whom why will with would you your"
  ).split(" "),
);

/** Return how words of a language are brought to their stems; those of most languages stay as they are. */
export function stemOf(language: string): Stem {
  return isEnglish(language) ? stemmer : (word) => word;
}

/** Return how to tell the words of a language that say little by themselves. */
export function isSmallIn(language: string): (word: string) => boolean {
  return isEnglish(language) ? (word) => SMALL.has(word) : () => false;
}

export function wordsOf(text: string): string[] {
  return plain(text).match(WORDS) ?? [];
}

/** Return the words of a text for an index: what a hyphen joins is also one word. */
export function indexWordsOf(text: string): string[] {
  const joined = (plain(text).match(HYPHENATED) ?? []).map((words) => words.replace(/-/g, ""));
  return [...wordsOf(text), ...joined];
}

function plain(text: string): string {
  const unaccented = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return unaccented.replace(/['’]s(?!\p{L})/gu, "").replace(/['’]/g, "");
}

function isEnglish(language: string): boolean {
  return /^en\b/i.test(language);
}
