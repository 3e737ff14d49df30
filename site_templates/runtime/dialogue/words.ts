/** The words of a dialogue, in the language of the page. */

import { language } from "../days";

/** Strings of the catalogue, there with `run.practice_dialogue_` before the name. */
export const WORDS = [
  "turn",
  "you",
  "ask",
  "go_on",
  "to_turn",
  "to_end",
  "status",
  "resumed",
  "again_note",
  "changed",
  "moved",
  "elsewhere",
  "not_kept",
  "own",
  "own_label",
  "own_help",
  "own_yours",
  "own_model",
  "own_how",
  "own_close",
  "own_partly",
  "own_different",
  "own_export",
  "own_keep",
  "own_keep_of",
  "own_kept",
  "own_lacking",
  "your_way",
  "again",
  "again_of",
  "other_way",
  "other_ways",
  "went",
  "went_partly",
  "first_run",
  "later_run",
  "whole",
  "from_start",
] as const;

/** Strings that come in two forms, `.one` and `.other`. */
export const COUNTED = ["same_until", "went_of"] as const;

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
  const found = window.imrStrings?.[`practice_dialogue_${key}`];
  if (found === undefined) throw new Error(`the page has no string "run.practice_dialogue_${key}"`);
  return found.replace(/\{(\w+)\}/g, (place, name: string) => `${values[name] ?? place}`);
}
