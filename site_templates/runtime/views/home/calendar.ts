/** Reminders as a calendar file. */

import type { Calendar } from "../calendar/days";
import { calendarOf } from "../calendar/days";
import type { Reminder } from "./reminders";

/** What the file says of a reminder. */
export interface ReminderWords {
  readonly title: string;
  readonly text: string;
}

/** Write the file. Two files name the same day alike, so that a calendar replaces what it has. */
export function calendarFile(
  reminders: readonly Reminder[],
  wordsOf: (reminder: Reminder) => ReminderWords,
  about: Calendar,
): string {
  const days = reminders.map((reminder) => {
    const { kind, date, daysBefore } = reminder;
    return { id: `${kind}-${nameOf(reminder)}`, date, daysBefore, ...wordsOf(reminder) };
  });
  return calendarOf(days, about, "reminders");
}

/** What stays the same when a date is moved, so that a calendar moves its day. */
function nameOf({ module, date, ofYear }: Reminder): string {
  return ofYear ? `${ofYear.id}-${ofYear.number}` : (module ?? date);
}
