/** How many questions of a unit are due for review, in all and beside each of its lessons, with the way to practise. */

import { dueAt, traces } from "../../review/spacing";
import { dateOf, dawnOf } from "../../ui/days";
import { make, need } from "../../ui/dom";
import { linkTo } from "../../ui/link";
import type { LearnerPage } from "../review/learner_page";
import { logIn } from "../review/learner_page";
import { say, sayCount } from "../review/words";

const CLASS = "imr-lesson-due";

export function showDueInUnit({ root, store, judged, titles, course }: LearnerPage, now: number): void {
  const unit = titles.units.find(({ id }) => id === root.dataset["unit"]);
  if (!unit) return;
  const due = dueAt(traces(logIn(store.contents), judged), dawnOf(dateOf(now)));
  const inUnit = unit.items.filter((item) => due.has(item)).length;
  const place = need(document, "[data-role=unit-due]");
  place.hidden = inUnit === 0;
  place.replaceChildren(sayCount("unit_due", inUnit), " ", linkTo(`${course.base}/review.html`, say("unit_practise")));
  for (const lesson of unit.lessons) {
    const count = lesson.items.filter((item) => due.has(item)).length;
    showInRow(document.querySelector(`[data-lesson-progress="${lesson.id}"]`), count);
  }
}

function showInRow(row: Element | null, count: number): void {
  row?.querySelector(`.${CLASS}`)?.remove();
  if (count > 0) row?.append(make("span", CLASS, sayCount("lesson_due", count)));
}
