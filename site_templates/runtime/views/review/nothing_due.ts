/** A day without anything to review: calm, and with somewhere to go. */

import { mistakes } from "../../review/mistakes";
import type { Morning } from "../../review/today";
import { make } from "../../ui/dom";
import { linkTo } from "../../ui/link";
import type { LearnerPage } from "./learner_page";
import { nextDay } from "./when";
import { say } from "./words";

/** Say that nothing waits today or, before the first answer, what will gather here. */
export function nothingDue({ log, course }: Morning): HTMLElement {
  const next = nextDay(log, course, Date.now());
  if (next === "")
    return make("div", "imr-calm", make("p", "imr-calm-title", say("empty_title")), make("p", "", say("empty_text")));
  const more = mistakes(log, course).length > 0 ? ` ${say("nothing_mistakes")}` : "";
  return make("div", "imr-calm", make("p", "imr-calm-title", say("nothing_today")), make("p", "", next + more));
}

/** Lead to where one begins, as long as nothing was answered. */
export function firstUnitLink({ titles, course, store }: LearnerPage): HTMLElement[] {
  const first = titles.units.find(({ items }) => items.length > 0);
  if (!first || store.contents.head) return [];
  return [make("p", "", linkTo(`${course.base}/${first.href}`, say("empty_begin", { unit: first.title })))];
}
