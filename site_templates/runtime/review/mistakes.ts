/** What was answered wrongly last time, over the whole course. */

import type { CourseData } from "../record/course_data";
import { found, isJudged } from "../record/course_data";
import type { Past } from "../record/log";
import { validEventsOf } from "../record/log";
import type { EventOf } from "../record/record";
import { isHash } from "../record/same_hash";
import { missedIn } from "./spacing";

/** Return the latest answer to each item, as it is asked today, if it was not wholly right; the newest first. */
export function mistakes(past: Past, { items }: Pick<CourseData, "items">): EventOf<"item.response">[] {
  const latest = new Map<string, EventOf<"item.response">>();
  for (const event of validEventsOf(past, "item.response")) {
    const { itemId, itemHash, revealed } = event.body;
    const item = found(items, itemId);
    if (!item || !isHash(item.hash, itemHash) || revealed || !isJudged(item)) continue;
    // set again, so that the newest comes last
    latest.delete(itemId);
    latest.set(itemId, event);
  }
  return [...latest.values()].filter(({ body }) => missedIn(body)).reverse();
}
