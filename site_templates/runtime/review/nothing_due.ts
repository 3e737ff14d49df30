/** A day without anything to review: calm, and with somewhere to go. */

import { make } from "../dom";
import { mistakes } from "../record/review/mistakes";
import type { Morning } from "../record/review/today";
import type { LearnerPage } from "./learner_page";
import { say } from "./words";
import { nextDay } from "./when";

/** Say that nothing waits today, or that nothing was answered yet and where to begin. */
export function nothingDue(page: LearnerPage, { log, course }: Morning): HTMLElement {
  const next = nextDay(log, course, Date.now());
  if (next === "") return invitation(page);
  const more = mistakes(log, course).length > 0 ? ` ${say("nothing_mistakes")}` : "";
  return make("div", "imr-calm", make("p", "imr-calm-title", say("nothing_today")), make("p", "", next + more));
}

function invitation({ titles, course }: LearnerPage): HTMLElement {
  const first = titles.units.find(({ items }) => items.length > 0);
  const lines = [make("p", "imr-calm-title", say("empty_title")), make("p", "", say("empty_text"))];
  if (first) lines.push(make("p", "", linkTo(`${course.base}/${first.href}`, say("empty_begin", { unit: first.title }))));
  return make("div", "imr-calm", ...lines);
}

export function linkTo(href: string, words: string, className = ""): HTMLAnchorElement {
  const link = make("a", className, words);
  link.href = href;
  return link;
}
