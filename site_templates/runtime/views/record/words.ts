/** The words, numbers and dates of the pages that show the learner's record. */

import { catalogue } from "../../ui/strings";

export { day } from "../../ui/days";

/** Strings of the catalogue, there with `run.record_` before the name. */
export const WORDS = [
  "where_device",
  "where_memory",
  "where_page",
  "fact_where",
  "fact_since",
  "fact_answers",
  "fact_last",
  "fact_exported",
  "fact_never",
  "fact_pseudonym",
  "fact_devices",
  "fact_papers",
  "alias_saved",
  "alias_removed",
  "import_reading",
  "import_refused",
  "import_unchanged",
  "import_details",
  "import_name",
  "import_nameless",
  "import_whose",
  "import_whose_alias",
  "import_period",
  "import_new",
  "import_known",
  "import_other_person",
  "import_conflicts",
  "import_forks",
  "import_gaps",
  "import_voids",
  "import_newer",
  "import_done",
  "import_failed",
  "import_unreadable",
  "import_yes",
  "import_yes_mine",
  "import_no",
  "import_left",
  "reset_nothing",
  "reset_unit",
  "reset_done",
  "reset_failed",
  "erase_done",
  "erase_failed",
  "in_file",
  "in_event",
  "at_place",
] as const;

/** Strings that come in two forms, `.one` and `.other`. */
export const COUNTED = ["answers", "choices", "ratings", "replies", "levels", "devices", "papers"] as const;

/** What is wrong with a file, and the next step; in the catalogue `run.record_refused_…` and `run.record_help_…`. */
export const REFUSED = [
  "too_large",
  "not_utf8",
  "empty",
  "truncated",
  "not_json",
  "too_deep",
  "duplicate_key",
  "bad_number",
  "half_character",
  "not_a_record",
  "unknown_version",
  "other_course",
  "wrong_shape",
  "unknown_key",
  "changed",
] as const;

export const HELP = ["anew", "whole", "choose", "release", "older", "course"] as const;

export type Word = (typeof WORDS)[number] | `refused_${(typeof REFUSED)[number]}` | `help_${(typeof HELP)[number]}`;
export type Counted = (typeof COUNTED)[number];

export const { say, sayCount } = catalogue<Word, Counted>("record_");
