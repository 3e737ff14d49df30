/** The words of the placement check, in the language of the page. */

import { catalogue } from "../../ui/strings";

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

export const { say, sayCount } = catalogue<Word, (typeof COUNTED)[number]>("placement_");
