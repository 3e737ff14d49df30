/** What the script says in rating exercises, written replies and confidence. */

import { catalogue } from "../ui/strings";

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

export const { say, sayCount } = catalogue<Word, Counted>("practice_");
