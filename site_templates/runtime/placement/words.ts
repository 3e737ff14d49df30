/** The words of the placement check, in the language of the page. */

import { language } from "../days";

/** Strings of the catalogue, there with `run.placement_` before the name. */
export const WORDS = [
  "begin",
  "progress",
  "question",
  "answer_on",
  "stop",
  "stop_note",
  "asked",
  "ended",
  "result_title",
  "result_lead",
  "result_none",
  "result_nothing",
  "weak_title",
  "likely",
  "fairly-likely",
  "guess",
  "sure_note",
  "points",
  "no_answers",
  "units_title",
  "because",
  "before",
  "coming",
  "minutes",
  "other_path",
  "waiting",
  "starting_point",
  "print",
  "answers_show",
  "answers_title",
  "again",
  "again_note",
  "failed",
] as const;

/** Strings that come in two forms, `.one` and `.other`. */
export const COUNTED = ["made_from", "rest"] as const;

export type Word = (typeof WORDS)[number];
type Values = Readonly<Record<string, string | number>>;

/** Give a string, its `{name}` places filled. */
export function say(word: Word, values: Values = {}): string {
  return filled(word, values);
}

/** Give a string in the form that fits a count. */
export function sayCount(word: (typeof COUNTED)[number], count: number, values: Values = {}): string {
  const form = new Intl.PluralRules(language()).select(count) === "one" ? "one" : "other";
  return filled(`${word}.${form}`, { count, ...values });
}

function filled(key: string, values: Values): string {
  const found = window.imrStrings?.[`placement_${key}`];
  if (found === undefined) throw new Error(`the page has no string "run.placement_${key}"`);
  return found.replace(/\{(\w+)\}/g, (place, name: string) => `${values[name] ?? place}`);
}
