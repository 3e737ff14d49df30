/** The words of the overview and of the page of review, in the language of the page. */

import { catalogue } from "../../ui/strings";

/** Strings of the catalogue, there with `run.review_` before the name. */
export const WORDS = [
  "print",
  "to_profile",
  "practise_now",
  "practise_on",
  "practise_note",
  "group_none",
  "group_today",
  "group_unit",
  "group_later",
  "group_dialogue",
  "module",
  "dates_saved",
  "dates_failed",
  "column_unit",
  "column_left",
  "reminders_none",
  "reminders_save",
  "reminders_saved",
  "calendar_name",
  "remind_review_text",
  "remind_group",
  "remind_group_text",
  "remind_rating",
  "remind_rating_text",
  "how_begin",
  "how_going",
  "how_done",
  "next_tomorrow",
  "next_on",
  "set_title",
  "why_sure",
  "why_wrong",
  "why_group",
  "why_due",
  "why_evidence",
  "why_instead",
  "nothing_today",
  "nothing_mistakes",
  "empty_title",
  "empty_text",
  "empty_begin",
  "mistakes_help",
  "mistakes_none",
  "mistakes_yet",
  "competency",
  "all_competencies",
  "option",
  "look",
  "look_title",
  "practise",
  "practise_title",
  "failed",
] as const;

/** Strings that come in two forms, `.one` and `.other`. */
export const COUNTED = [
  "to_mistakes",
  "group_in",
  "group_questions",
  "left_in_all",
  "minutes",
  "reminders_more",
  "remind_review",
  "questions",
  "count_sure",
  "count_wrong",
  "count_group",
  "count_due",
  "count_evidence",
] as const;

export type Word = (typeof WORDS)[number];
export type Counted = (typeof COUNTED)[number];

export const { say, sayCount } = catalogue<Word, Counted>("review_");
