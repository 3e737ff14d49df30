/** What was answered and then voided: shown beside every profile, because voiding can make it look better. */

import type { CourseData } from "../record/course_data";
import { found } from "../record/course_data";
import type { Log } from "../record/log";
import type { KnownEvent } from "../record/record";
import { isSafetyMiss } from "./evidence";

/**
 * An answer, choice or rating that was voided.
 *
 * `of`: what was answered; `reason`: the code of the first void. `isSafetyMiss`: a wrong answer to an item where a
 * mistake could do harm, which goes on counting as one.
 */
export interface Voided {
  readonly event: string;
  readonly of: string;
  readonly at: number;
  readonly reason: string;
  readonly isSafetyMiss: boolean;
}

/** Return what was voided, in the order in which it was answered. */
export function voided(log: Log, course: CourseData): readonly Voided[] {
  if (log.voided.length === 0) return [];
  const reasons = reasonsIn(log);
  const targets = new Set(log.voided);
  const disagreeing = new Set(log.disagreeing);
  return log.events.flatMap((event) => {
    const of = targets.has(event.id) ? answered(event) : "";
    if (!of) return [];
    const item = event.type === "item.response" ? found(course.items, event.body.itemId) : undefined;
    const isMiss = event.type === "item.response" && item !== undefined && isSafetyMiss(event, item, disagreeing);
    return { event: event.id, of, at: event.at, reason: reasons.get(event.id)!, isSafetyMiss: isMiss };
  });
}

function reasonsIn(log: Log): ReadonlyMap<string, string> {
  const inConflict = new Set(log.conflicts);
  const reasons = new Map<string, string>();
  for (const event of log.events) {
    if (event.type !== "event.void" || inConflict.has(event.id)) continue;
    if (!reasons.has(event.body.target)) reasons.set(event.body.target, event.body.reason);
  }
  return reasons;
}

function answered(event: KnownEvent): string {
  switch (event.type) {
    case "item.response":
      return event.body.itemId;
    case "dialogue.choice":
      return `${event.body.dialogueId}/${event.body.node}`;
    case "rating.given":
      return `${event.body.exerciseId}/${event.body.element}`;
    default:
      return "";
  }
}
