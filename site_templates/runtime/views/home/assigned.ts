/** Units that a supervisor has assigned and that are not completed yet. */

import { validEventsOf } from "../../record/log";
import { day } from "../../ui/days";
import { make, need } from "../../ui/dom";
import { linkTo } from "../../ui/link";
import type { LearnerPage } from "../review/learner_page";
import { logIn } from "../review/learner_page";
import { say, sayCount } from "../review/words";

export function showAssigned({ root, store, titles, course }: LearnerPage): void {
  const log = logIn(store.contents);
  const completed = new Set(validEventsOf(log, "ce.completed").map(({ body }) => body.unitId));
  const latest = new Map(validEventsOf(log, "ce.assigned").map(({ body }) => [body.unitId, body]));
  const open = [...latest.values()].filter(({ unitId }) => !completed.has(unitId));
  need(root, "[data-role=assigned-card]").hidden = open.length === 0;
  const lines = open.map(({ unitId, minutes, dueDate }) => {
    const unit = titles.units.find(({ id }) => id === unitId);
    const name = unit ? linkTo(`${course.base}/${unit.href}`, unit.title) : unitId;
    const due = dueDate ? [say("assigned_due", { date: day(Date.parse(dueDate)) })] : [];
    return make("li", "", name, ` · ${[sayCount("minutes", minutes), ...due].join(" · ")}`);
  });
  need(root, "[data-role=assigned]").replaceChildren(make("ul", "", ...lines));
}
