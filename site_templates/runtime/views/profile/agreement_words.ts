/** The words and numbers of a rater's agreement, in the language of the page. */

import { language } from "../../ui/days";
import { catalogue } from "../../ui/strings";

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

export const { say, sayCount } = catalogue<Word, Counted>("agreement_");

/** Write a number with two digits; below zero with a sign one can see. */
export function number(value: number): string {
  const rounded = Math.floor(value * 100 + 0.5) / 100;
  const digits = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  return new Intl.NumberFormat(language(), digits).format(rounded === 0 ? 0 : rounded).replace("-", "\u2212");
}
