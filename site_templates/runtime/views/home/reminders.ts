/** What a calendar is to remind of: review days, group dates, the first year, rating once more after half a year. */

import type { ModuleNumber, YearEntry } from "../../course/page_data.gen";
import type { CourseData } from "../../record/course_data";
import type { Log } from "../../record/log";
import { validEventsOf } from "../../record/log";
import { DAY } from "../../record/moments";
import { dueDays } from "../../review/ahead";
import type { YearDay } from "../../review/first_year";
import { firstSession, yearDays } from "../../review/first_year";
import type { Day } from "../../review/group_dates";
import { groupDates, WEEK } from "../../review/group_dates";
import { traces } from "../../review/spacing";
import { dateOf } from "../../ui/days";

const AHEAD = 365;
const RATE_AGAIN = 182;

/** `daysBefore`: when to be reminded, at nine in the morning; 0 is the day itself. */
export interface Reminder {
  readonly kind: "review" | "group" | "year" | "rating";
  readonly date: Day;
  readonly daysBefore: readonly number[];
  /** How many questions come due, on a review day. */
  readonly count: number;
  readonly module: string | null;
  /** What of the first year it is; null for what is none of it. */
  readonly ofYear: YearDay | null;
}

/** What the course plans for the first year. */
interface Planned {
  readonly year: readonly YearEntry[];
  readonly modules: readonly ModuleNumber[];
}

/** Find everything worth a reminder in the year that begins now. */
export function reminders(log: Log, course: CourseData, planned: Planned, now: number): Reminder[] {
  const today = dateOf(now);
  // a day after it comes due, it is on the list from the morning on
  const review = dueDays(traces(log, course), now, now + AHEAD * DAY).map(({ at, count }) => ({
    ...nothing,
    kind: "review" as const,
    date: dateOf(at + DAY),
    count,
  }));
  const groups = groupDates(log)
    .filter(({ date }) => date >= today)
    .map(({ module, date }) => ({ ...nothing, kind: "group" as const, date, module, daysBefore: [WEEK, 1] }));
  return [...review, ...groups, ...firstYear(log, planned, today), ...ratingAgain(log, today)];
}

const nothing = { daysBefore: [0], count: 0, module: null, ofYear: null };

function firstYear(log: Log, { year, modules }: Planned, today: Day): Reminder[] {
  const start = firstSession(log, modules);
  const days = start ? yearDays(year, start).filter(({ date }) => date >= today) : [];
  return days.map((day) => ({ ...nothing, kind: "year", date: day.date, daysBefore: [WEEK], ofYear: day }));
}

function ratingAgain(log: Log, today: Day): Reminder[] {
  const given = validEventsOf(log, "rating.given");
  const last = given[given.length - 1];
  const date = last && dateOf(last.at + RATE_AGAIN * DAY);
  return date && date >= today ? [{ ...nothing, kind: "rating", date }] : [];
}
