/** When to come back. */

import type { CourseData } from "../../record/course_data";
import type { Past } from "../../record/log";
import { DAY } from "../../record/moments";
import { nextDue } from "../../review/ahead";
import { traces } from "../../review/spacing";
import { dateOf, dawnOf, weekday } from "../../ui/days";
import { say } from "./words";

/** Say on which day something comes due next; nothing if nothing was answered yet. */
export function nextDay(past: Past, course: CourseData, now: number): string {
  const found = traces(past, course);
  if (found.size === 0) return "";
  const tomorrow = dawnOf(dateOf(dawnOf(dateOf(now)) + 1.5 * DAY));
  // a list is made in the morning, of what has come due by then
  const next = nextDue(found, 0) ?? 0;
  return next < tomorrow ? say("next_tomorrow") : say("next_on", { date: weekday(next + DAY) });
}
