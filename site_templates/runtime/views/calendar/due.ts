/** A calendar file with the days on which assigned units are due; why they were assigned is no calendar's business. */

import type { MadeFile } from "../../ui/downloading";
import type { CalendarDay } from "./days";
import { calendarOf } from "./days";

const DAYS_BEFORE = [7, 1];

interface Due {
  readonly date: string | null;
  readonly units: readonly { readonly unitId: string; readonly dueDate: string | null }[];
}

interface About {
  readonly name: string;
  readonly course: string;
  /** The front page, if that can be opened from elsewhere. */
  readonly url: string | null;
  readonly now: number;
  readonly titleOf: (unitId: string) => string;
}

/** Write the file; a unit without a date is not in it. */
export function dueCalendar({ date, units }: Due, about: About): MadeFile {
  const days = units.flatMap(({ unitId, dueDate }): CalendarDay[] => {
    if (dueDate === null) return [];
    const title = about.titleOf(unitId);
    return [{ id: `assigned-${unitId}-${dueDate}`, date: dueDate, daysBefore: DAYS_BEFORE, title }];
  });
  return { name: `imr-due-${date ?? "units"}.ics`, type: "text/calendar", text: calendarOf(days, about, "assigned") };
}
