/** The words, numbers and dates of the profile, in the language of the page. */

import { day, language } from "../days";

export { day };

/** Strings of the catalogue, there with `run.profile_` before the name. */
export const WORDS = [
  "as_of",
  "who",
  "print",
  "summary",
  "shown",
  "not_yet",
  "not_enough",
  "shown_means",
  "not_yet_means",
  "not_enough_means",
  "first",
  "view",
  "picture",
  "table",
  "filter",
  "all_groups",
  "key",
  "key_range",
  "key_mean",
  "key_cut",
  "key_own",
  "cut_label",
  "knowledge",
  "judgement",
  "range",
  "estimate_heard",
  "answers_from",
  "no_answers",
  "own",
  "own_before",
  "own_after",
  "own_earlier",
  "gap_surer",
  "gap_less_sure",
  "gap_fits",
  "gap_open",
  "level_0",
  "level_1",
  "level_2",
  "level_3",
  "observed",
  "observed_value",
  "observed_element",
  "question_in",
  "next_unwritten",
  "next_finish",
  "next_renew_from",
  "next_keep",
  "minutes",
  "how",
  "how_of",
  "how_counted",
  "how_weight",
  "how_mean",
  "how_range",
  "how_chance",
  "how_rule",
  "how_harm",
  "how_more",
  "how_states",
  "caption",
  "scroll",
  "column_competency",
  "column_strand",
  "column_state",
  "column_estimate",
  "column_range",
  "column_chance",
  "column_answers",
  "column_units",
  "column_own",
  "column_observed",
  "none",
  "columns_how",
  "columns_estimate",
  "columns_range",
  "columns_answers",
  "columns_state",
  "columns_given",
  "empty_title",
  "empty_text",
  "empty_begin",
  "empty_placement",
  "empty_example",
  "empty_example_row",
  "empty_waiting",
  "failed",
] as const;

/** Strings that come in two forms, `.one` and `.other`. */
export const COUNTED = [
  "next_safety",
  "next_safety_from",
  "filtered",
  "answers",
  "units",
  "superseded",
  "next_begin",
  "next_more",
  "next_more_elsewhere",
  "next_few",
  "next_all_answered",
  "next_widen",
  "next_right",
  "next_renew",
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

/** Write a level of the band, which runs from 0 to 1. */
export function level(milli: number): string {
  return decimal(tenth(milli) / 100, 2, 2);
}

/** Write points or values that may be fractions. */
export function points(milli: number): string {
  return decimal(milli / 1000, 0, 2);
}

/** Write a chance; what is nearly certain is not called certain. */
export function percent(milli: number): string {
  if (milli > 990 && milli < 1000) return `> ${decimal(99, 0, 0)} %`;
  if (milli > 0 && milli < 10) return `< ${decimal(1, 0, 0)} %`;
  return `${decimal(tenth(milli), 0, 0)} %`;
}

/** Write a date of the form 2026-03-12, which has no time zone to be moved by. */
export function calendarDay(date: string): string {
  const [year = 0, month = 1, dayOfMonth = 1] = date.split("-").map(Number);
  return day(new Date(year, month - 1, dayOfMonth).getTime());
}

function filled(key: string, values: Values): string {
  const found = window.imrStrings?.[`profile_${key}`];
  if (found === undefined) throw new Error(`the page has no string "run.profile_${key}"`);
  return found.replace(/\{(\w+)\}/g, (place, name: string) => `${values[name] ?? place}`);
}

/** Round half up, as in every other place that shows a record. */
function tenth(milli: number): number {
  return Math.floor((milli + 5) / 10);
}

function decimal(value: number, fewest: number, most: number): string {
  const digits = { minimumFractionDigits: fewest, maximumFractionDigits: most };
  return new Intl.NumberFormat(language(), digits).format(value);
}
