/** The words the script says, given by the page as `imrStrings`. */

import { language } from "./days";

declare global {
  interface Window {
    imrStrings?: Readonly<Record<string, string>>;
  }
}

/** Every string the script needs; in the catalogue each carries `run.` before its name. */
export const STRING_KEYS = [
  "checked",
  "answer_shown",
  "verdict_right",
  "verdict_partly",
  "verdict_wrong",
  "verdict_dont_know",
  "tally_choose",
  "tally_besides",
  "tally_order",
  "tally_match",
  "status_right",
  "status_partly",
  "status_wrong",
  "status_dont_know",
  "status_open",
  "safety",
  "you_chose",
  "mark_chosen_right",
  "mark_chosen_wrong",
  "mark_missed",
  "mark_pair_right",
  "mark_pair_wrong",
  "mark_pair_missed",
  "mark_group_right",
  "mark_group_wrong",
  "mark_group_missed",
  "mark_place_right",
  "mark_place_wrong",
  "moved",
  "nothing_chosen",
  "go_to_answers",
  "next",
  "see_end",
  "count_right",
  "count_partly",
  "count_again",
  "count_open",
  "end_question",
  "end_right",
  "end_partly",
  "end_wrong",
  "end_dont_know",
  "end_open",
] as const;

export type StringKey = (typeof STRING_KEYS)[number];

type Values = Readonly<Record<string, string | number>>;

/** Return a string in the page's language, its `{name}` places filled. */
export function text(key: StringKey, values: Values = {}): string {
  return filled(key, values);
}

/** The words of one part of the script. */
export interface Catalogue<Word extends string, Counted extends string> {
  /** Return a string, its `{name}` places filled. */
  readonly say: (word: Word, values?: Values) => string;
  /** Return a string in the form that fits a count. */
  readonly sayCount: (word: Counted, count: number, values?: Values) => string;
}

/** Return the strings whose names in the catalogue begin with `run.` and this; counted ones end in `.one` and `.other`. */
export function catalogue<Word extends string, Counted extends string>(beginning: string): Catalogue<Word, Counted> {
  return {
    say: (word, values = {}) => filled(`${beginning}${word}`, values),
    sayCount: (word, count, values = {}) => {
      const form = new Intl.PluralRules(language()).select(count) === "one" ? "one" : "other";
      return filled(`${beginning}${word}.${form}`, { count, ...values });
    },
  };
}

function filled(key: string, values: Values): string {
  const found = window.imrStrings?.[key];
  if (found === undefined) throw new Error(`the page has no string "run.${key}"`);
  return found.replace(/\{(\w+)\}/g, (place, name: string) => `${values[name] ?? place}`);
}
