/** Reminders as a calendar file (iCalendar, RFC 5545): whole days, each with its alarms. */

import ical, { ICalAlarmType } from "ical-generator";
import type { Reminder } from "./reminders";

const HOUR = 3600;
const MORNING = 9 * HOUR;

/** What the file says of a reminder. */
export interface ReminderWords {
  readonly title: string;
  readonly text: string;
}

export interface Calendar {
  readonly name: string;
  readonly course: string;
  /** Where the overview is, if that can be opened from elsewhere. */
  readonly url: string | null;
  readonly now: number;
}

/** Write the file. Two files name the same day alike, so that a calendar replaces what it has. */
export function calendarFile(
  reminders: readonly Reminder[],
  wordsOf: (reminder: Reminder) => ReminderWords,
  about: Calendar,
): string {
  const calendar = ical({ name: about.name, prodId: { company: about.course, product: "reminders" } });
  for (const reminder of reminders) {
    const { title, text } = wordsOf(reminder);
    const event = calendar.createEvent({
      id: `${reminder.kind}-${reminder.module ?? reminder.date}@${about.course}`,
      // whole days are written from the UTC parts
      start: new Date(reminder.date),
      allDay: true,
      stamp: new Date(about.now),
      summary: title,
      description: text,
    });
    if (about.url) event.url(about.url);
    for (const days of reminder.daysBefore) {
      event.createAlarm({
        type: ICalAlarmType.display,
        triggerAfter: MORNING - days * 24 * HOUR,
        relatesTo: "START",
        description: title,
      });
    }
  }
  return calendar.toString();
}
