/** A unit of an assignment as this course knows it. */

import { partOf } from "../../course/page_data";
import type { AssignableUnit } from "../../course/page_data.gen";
import type { Handed } from "../../desk/handing_over";
import type { Taken } from "../../learner/assigned_work";

/** `unit` is undefined where this course has none of that name. */
export interface Offered extends Taken {
  readonly unit: AssignableUnit | undefined;
}

/** Take a unit of an assignment; a printed code says no minutes, so they are those of the course. */
export function offered({ assigner }: Handed, { unitId, minutes, dueDate, reason }: Handed["units"][number]): Offered {
  const unit = partOf("deskData").units.find(({ id }) => id === unitId);
  return { unitId, minutes: minutes ?? unit?.minutes ?? 0, dueDate, assigner, reason, unit };
}
