/** What the script says in rating exercises, written replies and confidence. */

import { language } from "../days";

/** Strings of the catalogue, there with `run.practice_` before the name. */
export const WORDS = [
  "rating_element",
  "rating_back",
  "rating_superseded",
  "rating_outcome",
  "rating_given",
  "rating_practice",
  "rating_far",
  "rating_you",
  "rating_authors",
  "rating_same",
  "rating_saw",
  "rating_later",
  "rating_again",
  "rating_opened",
  "rating_due",
  "rating_recheck",
  "rating_early",
  "written_empty",
  "written_go",
  "written_opened",
  "written_reopened",
  "written_kept",
  "written_kept_shared",
  "confidence_empty",
  "confidence_go",
  "confidence_before",
  "confidence_kept",
] as const;

/** Strings that come in two forms, `.one` and `.other`. */
export const COUNTED = [
  "rating_missing",
  "rating_higher",
  "rating_lower",
  "rating_count_same",
  "rating_count_near",
  "rating_count_far",
] as const;

export type Word = (typeof WORDS)[number];
export type Counted = (typeof COUNTED)[number];
type Values = Readonly<Record<string, string | number>>;

/** Give a string, its `{name}` places filled. */
export function say(word: Word, values: Values = {}): string {
  return filled(word, values);
}

/** Give a string in the form that fits a count. */
export function sayCount(word: Counted, count: number, values: Values = {}): string {
  const form = new Intl.PluralRules(language()).select(count) === "one" ? "one" : "other";
  return filled(`${word}.${form}`, { count, ...values });
}

function filled(key: string, values: Values): string {
  const found = window.imrStrings?.[`practice_${key}`];
  if (found === undefined) throw new Error(`the page has no string "run.practice_${key}"`);
  return found.replace(/\{(\w+)\}/g, (place, name: string) => `${values[name] ?? place}`);
}
