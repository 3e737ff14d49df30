/** What is needed to judge responses to the course, put together from what two scripts bring. */

import { partOf } from "./page_data";
import type { CourseData, ItemData, JudgedCourse, Unit } from "./page_data.gen";
import { waitingIn } from "./waiting";

const READ = new WeakMap<JudgedCourse, CourseData>();

/** Return the course with its items; the units know their ids and hashes, and what waits. */
export function judgedOnPage(): CourseData {
  const brought = partOf("judged");
  const course = READ.get(brought) ?? {
    ...brought.course,
    items: itemsOf(brought, partOf("units")),
    waits: waitingIn(partOf("units")),
  };
  READ.set(brought, course);
  return course;
}

function itemsOf({ items }: JudgedCourse, units: readonly Unit[]): Record<string, ItemData> {
  const all = units.flatMap((unit) =>
    (items[unit.id] ?? []).map((item, place): [string, ItemData] => [
      unit.items[place] ?? "",
      { harm: false, ...item, hash: unit.hashes[place] ?? "", unit: unit.id },
    ]),
  );
  return Object.fromEntries(all);
}
