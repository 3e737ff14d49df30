/** What every page says of the answers that are kept, in the language of the page. */

import { catalogue } from "./strings";

/** Strings of the catalogue, there with `run.kept_` before the name. */
export const WORDS = [
  "not_saved",
  "not_begun",
  "superseded",
  "blocked",
  "blocked_page",
  "full",
  "lost",
  "vanished",
  "to_record",
  "saved_nothing",
  "saved_never",
  "saved_today",
  "saved_yesterday",
  "saved_memory",
  "export_now",
  "exported",
  "export_failed",
  "nothing_yet",
  "continue",
  "continue_note",
  "progress_none",
  "progress_some",
  "progress_done",
  "progress_again",
] as const;

/** Strings that come in two forms, `.one` and `.other`. */
export const COUNTED = ["saved_days"] as const;

export type Word = (typeof WORDS)[number];
export type Counted = (typeof COUNTED)[number];

export const { say, sayCount } = catalogue<Word, Counted>("kept_");
