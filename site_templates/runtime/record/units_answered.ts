/** The units that a record has answers to. */

import type { CourseData } from "./course_data";
import { found } from "./course_data";
import type { StoredEvent } from "./record";

/** Return the units whose items were answered or whose dialogues were begun. */
export function unitsAnswered(events: Iterable<StoredEvent>, course: CourseData): ReadonlySet<string> {
  const units = new Set<string>();
  for (const { raw } of events) {
    const { itemId, dialogueId } = raw.body as { readonly itemId?: unknown; readonly dialogueId?: unknown };
    const part = (typeof itemId === "string" && found(course.items, itemId)) || undefined;
    const dialogue = (typeof dialogueId === "string" && found(course.dialogues, dialogueId)) || undefined;
    if (part) units.add(part.unit);
    if (dialogue) units.add(dialogue.unit);
  }
  return units;
}
