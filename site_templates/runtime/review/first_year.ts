/** The first year in dates: the stages and appointments of a path, counted from the group's first session. */

import type { ModuleNumber, YearEntry } from "../course/page_data.gen";
import type { Past } from "../record/log";
import { DAY } from "../record/moments";
import type { Day } from "./group_dates";
import { groupDates, WEEK } from "./group_dates";

/** As long as a year is shown: what comes again does so until its last week. */
const WEEKS = 52;

/** A stage or an appointment on a day; `number`: how often it has been there before. */
export interface YearDay extends YearEntry {
  readonly date: Day;
  readonly number: number;
}

/** Return the day of a group's first session, which is that of the first module; null where none is named. */
export function firstSession(past: Past, modules: readonly ModuleNumber[]): Day | null {
  const first = [...modules].sort((one, other) => one.number - other.number)[0];
  return groupDates(past).find(({ module }) => module === first?.unit)?.date ?? null;
}

/** Return every day of the year that begins with a first session, the soonest first. */
export function yearDays(year: readonly YearEntry[], start: Day): YearDay[] {
  return year
    .flatMap((entry) => weeksOf(entry).map((week, number) => ({ ...entry, date: after(start, week), number })))
    .sort((one, other) => one.date.localeCompare(other.date));
}

/** Return of each entry the next day from today on. */
export function nextDays(days: readonly YearDay[], today: Day): YearDay[] {
  const ahead = days.filter(({ date }) => date >= today);
  return ahead.filter((one, at) => ahead.findIndex(({ id }) => id === one.id) === at);
}

function weeksOf({ week, everyWeeks = 0 }: YearEntry): number[] {
  if (everyWeeks === 0) return [week];
  const times = Math.floor((WEEKS - week) / everyWeeks) + 1;
  return Array.from({ length: Math.max(times, 1) }, (_, number) => week + number * everyWeeks);
}

/** Count in dates and not in moments, so that summer time moves nothing. */
function after(start: Day, weeks: number): Day {
  return new Date(Date.parse(start) + weeks * WEEK * DAY).toISOString().slice(0, 10);
}
