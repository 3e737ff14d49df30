/** A calendar file (iCalendar, RFC 5545) of whole days, each with its alarms. */

import ical, { ICalAlarmType } from "ical-generator";

const HOUR = 3600;
const MORNING = 9 * HOUR;

export interface Calendar {
  readonly name: string;
  readonly course: string;
  /** Where the overview is, if that can be opened from elsewhere. */
  readonly url: string | null;
  readonly now: number;
}

/** A whole day in a calendar; two files that name it alike replace each other's. */
export interface CalendarDay {
  readonly id: string;
  readonly date: string;
  /** When to be reminded, at nine in the morning; 0 is the day itself. */
  readonly daysBefore: readonly number[];
  readonly title: string;
  readonly text?: string;
}

/** Write a file of days; `product` says what kind of calendar it is. */
export function calendarOf(days: readonly CalendarDay[], about: Calendar, product: string): string {
  const calendar = ical({ name: about.name, prodId: { company: about.course, product } });
  for (const { id, date, daysBefore, title, text } of days) {
    const event = calendar.createEvent({
      id: `${id}@${about.course}`,
      // whole days are written from the UTC parts
      start: new Date(date),
      allDay: true,
      stamp: new Date(about.now),
      summary: title,
      ...(text ? { description: text } : {}),
    });
    if (about.url) event.url(about.url);
    for (const days of daysBefore) {
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
