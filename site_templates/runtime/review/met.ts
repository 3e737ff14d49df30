/** Which items a learner has met: those of the lessons they have been in. */

import type { Unit } from "../course/page_data.gen";
import type { Past } from "../record/log";
import { validEvents } from "../record/log";

/** Find the items of lessons that were read, or in which a question was answered. */
export function metItems(units: readonly Pick<Unit, "lessons">[], past: Past): ReadonlySet<string> {
  const read = new Set<string>();
  const answered = new Set<string>();
  for (const event of validEvents(past)) {
    if (event.type === "lesson.read") read.add(event.body.lessonId);
    if (event.type === "item.response") answered.add(event.body.itemId);
  }
  const lessons = units.flatMap((unit) => unit.lessons);
  const been = lessons.filter(({ id, items }) => read.has(id) || items.some((item) => answered.has(item)));
  return new Set(been.flatMap(({ items }) => items));
}
