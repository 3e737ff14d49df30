/** The words of the certificate, in the language of the page. */

import { language } from "../days";

/** Strings of the catalogue, there with `run.certificate_` before the name. */
export const WORDS = [
  "code",
  "by_hand",
  "not_exported",
  "exported",
  "belongs",
  "qr",
  "unit",
  "done_on",
  "minutes",
  "in_all",
  "hours",
  "units_table",
  "knowledge",
  "judgement",
  "observed",
  "confidence",
  "competency",
  "what",
  "given",
  "decision",
  "interval",
  "answers",
  "value",
  "date",
  "level",
  "rated_before",
  "rated_after",
  "cut",
  "begin",
  "go_on",
  "failed",
] as const;

/** Strings that come in two forms, `.one` and `.other`. */
export const COUNTED = ["waiting"] as const;

export type Word = (typeof WORDS)[number];
export type Counted = (typeof COUNTED)[number];
type Values = Readonly<Record<string, string | number>>;

/** Give a string, its `{name}` places filled. */
export function say(word: Word, values: Values = {}): string {
  return filled(word, values);
}

/** Give a string in the form that fits a count. */
export function sayCount(word: Counted, count: number): string {
  const form = new Intl.PluralRules(language()).select(count) === "one" ? "one" : "other";
  return filled(`${word}.${form}`, { count });
}

function filled(key: string, values: Values): string {
  const found = window.imrStrings?.[`certificate_${key}`];
  if (found === undefined) throw new Error(`the page has no string "run.certificate_${key}"`);
  return found.replace(/\{(\w+)\}/g, (place, name: string) => `${values[name] ?? place}`);
}
