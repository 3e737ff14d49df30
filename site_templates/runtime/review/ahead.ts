/** The days ahead on which something comes due, for a calendar. */

import { DAY } from "../record/moments";
import { WEEK } from "./group_dates";
import type { Traces } from "./spacing";
import { DAILY } from "./today";

/** A moment at which so many items have come due since the one before. */
export interface DueDay {
  readonly at: number;
  readonly count: number;
}

/**
 * Return the review days until a moment: the first on which something is due, then the first after a week, and so on.
 *
 * What one day cannot hold goes to the days after it.
 */
export function dueDays(traces: Traces, now: number, until: number): DueDay[] {
  const moments = [...traces.values()].map(({ dueAt }) => Math.max(dueAt, now)).filter((at) => at <= until);
  const days: DueDay[] = [];
  for (const at of moments.sort((one, other) => one - other)) {
    const last = days[days.length - 1];
    if (last && at < last.at + WEEK * DAY) days[days.length - 1] = { at: last.at, count: last.count + 1 };
    else days.push({ at, count: 1 });
  }
  return days.flatMap(spread);
}

/** Return a day's measure to each of the days that follow, as far as the week goes. */
function spread({ at, count }: DueDay): DueDay[] {
  const days = Math.min(Math.ceil(count / DAILY), WEEK);
  return Array.from({ length: days }, (_, day) => ({
    at: at + day * DAY,
    count: Math.min(DAILY, count - day * DAILY),
  }));
}

/** Return the moment at which the next item comes due; null where nothing was answered yet. */
export function nextDue(traces: Traces, after: number): number | null {
  const later = [...traces.values()].map(({ dueAt }) => dueAt).filter((at) => at >= after);
  return later.length > 0 ? Math.min(...later) : null;
}
