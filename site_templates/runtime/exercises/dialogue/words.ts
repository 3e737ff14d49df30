/** The words of a dialogue, in the language of the page. */

import { catalogue } from "../../ui/strings";

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

export const { say, sayCount } = catalogue<Word, (typeof COUNTED)[number]>("practice_dialogue_");
