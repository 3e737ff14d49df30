/** The words and numbers of a rater's agreement, in the language of the page. */

import { language } from "./days";

/** Strings of the catalogue, there with `run.agreement_` before the name. */
export const WORDS = [
  "title",
  "kappa",
  "kappa_spread",
  "not_defined",
  "poor",
  "fair",
  "moderate",
  "good",
  "very_good",
  "lenient",
  "strict",
  "neither",
  "how",
  "how_counts",
  "how_kappa",
  "how_words",
  "how_error",
  "how_interval",
  "how_limits",
] as const;

/** Strings that come in two forms, `.one` and `.other`. */
export const COUNTED = ["few", "based_on", "superseded"] as const;

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

/** Write a number with two digits; below zero with a sign one can see. */
export function number(value: number): string {
  const rounded = Math.floor(value * 100 + 0.5) / 100;
  const digits = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  return new Intl.NumberFormat(language(), digits).format(rounded === 0 ? 0 : rounded).replace("-", "\u2212");
}

function filled(key: string, values: Values): string {
  const found = window.imrStrings?.[`agreement_${key}`];
  if (found === undefined) throw new Error(`the page has no string "run.agreement_${key}"`);
  return found.replace(/\{(\w+)\}/g, (place, name: string) => `${values[name] ?? place}`);
}
