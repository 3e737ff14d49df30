/** What was assigned to a trainer, and what became of it. */

import type { Assigned } from "../../../desk/assigned";
import { assignedIn } from "../../../desk/assigned";
import { make } from "../../../ui/dom";
import { calendarDay } from "../../../ui/numbers";
import { table } from "../../../ui/table";
import { unitTitle } from "../units";
import { say } from "../words";
import type { LookedAt } from "./looked_at";

/** Return a table of the assigned units, or a sentence where there are none. */
export function assignedTable({ inspection, today }: LookedAt): HTMLElement {
  const found = assignedIn(inspection.log, today);
  if (found.length === 0) return make("p", "", say("file_nothing_assigned"));
  const heads = [say("unit"), say("due"), say("assigner"), say("state")];
  return table(say("file_assigned"), heads, found.map(row));
}

function row({ body, state }: Assigned): string[] {
  const due = body.dueDate ? calendarDay(body.dueDate) : say("no_date");
  return [unitTitle(body.unitId), due, body.assigner ?? say("no_assigner"), say(`state_${state}`)];
}
