/** The units that can be assigned, written or planned. */

import { partOf } from "../../course/page_data";
import type { AssignableUnit } from "../../course/page_data.gen";

/** Find a unit of the course by its id. */
export function unitOf(id: string): AssignableUnit | undefined {
  return partOf("deskData").units.find((unit) => unit.id === id);
}

/** Name a unit; one that the course does not know is named by its id. */
export function unitTitle(id: string): string {
  return unitOf(id)?.title ?? id;
}
