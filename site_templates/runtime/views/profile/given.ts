/** What others and the trainer themselves have said: shown as it was given, with its date. */

import type { Titles } from "../../course/titles";
import { found } from "../../record/course_data";
import type { SupervisorObservationBody } from "../../record/schema";
import { make } from "../../ui/dom";
import { calendarDay, points } from "../../ui/numbers";
import { gapOf } from "./gap";
import type { OwnRating, Row } from "./rows";
import { day, say } from "./words";

const OCCASIONS: Readonly<Record<string, "in_session" | "in_recording" | "in_role_play">> = {
  session: "in_session",
  recording: "in_recording",
  "role-play": "in_role_play",
};
const LEVELS = ["level_0", "level_1", "level_2", "level_3"] as const;

/** Return a line for the own rating and one for the observations, as far as there are any. */
export function given(row: Row, titles: Titles): HTMLElement[] {
  const lines = row.ownRating ? [ownWords(row.ownRating, row, titles)] : [];
  if (row.observations.length > 0) {
    lines.push(`${say("observed")} ${row.observations.map((seen) => observedWords(seen, titles)).join("; ")}`);
  }
  return lines.map((line) => make("p", "imr-given", line));
}

/** Write an observation: the value, the item if it is one of an instrument, the date, and who is said to have given it. */
export function observedWords(
  { kind, subject, valueMilli, rater, date, occasion }: SupervisorObservationBody,
  titles: Titles,
): string {
  const element = found(titles.instrumentItems, subject) ?? subject;
  const named = occasion && found(OCCASIONS, occasion);
  const when = [...(named ? [say(named)] : []), calendarDay(date)].join(", ");
  const values = { value: points(valueMilli), element, date: when, rater };
  return say(kind === "element" ? "observed_element" : "observed_value", values);
}

/** Write the name of a level. */
export function levelWords(rating: OwnRating): string {
  return say(LEVELS[rating.level] ?? "level_0");
}

/** Say whether the own rating fits the answers. */
export function gapWords(rating: OwnRating, row: Row): string {
  return say(`gap_${gapOf(rating.level, row.strands[0].numbers)}`);
}

function ownWords(rating: OwnRating, row: Row, titles: Titles): string {
  const unit = titles.units.find(({ id }) => id === rating.unitId)?.title ?? rating.unitId;
  const when = say(rating.when === "before" ? "own_before" : "own_after", { unit });
  const own = say("own", { level: levelWords(rating), when, date: day(rating.at) });
  const before = row.ownBefore ? [say("own_earlier", { level: levelWords(row.ownBefore) })] : [];
  return [own, ...before, gapWords(rating, row)].join("; ");
}
