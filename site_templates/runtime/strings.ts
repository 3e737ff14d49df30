/** The words the script says, given by the page as `imrStrings`. */

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

/** Give a string in the page's language, its `{name}` places filled. */
export function text(key: StringKey, values: Readonly<Record<string, string | number>> = {}): string {
  const found = window.imrStrings?.[key];
  if (found === undefined) throw new Error(`the page has no string "run.${key}"`);
  return found.replace(/\{(\w+)\}/g, (place, name: string) => `${values[name] ?? place}`);
}
