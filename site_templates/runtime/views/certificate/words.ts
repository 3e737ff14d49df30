/** The words of the certificate, in the language of the page. */

import { catalogue } from "../../ui/strings";

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

export const { say, sayCount } = catalogue<Word, Counted>("certificate_");
