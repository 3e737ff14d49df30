/** Safety questions to put right, each by name and with a link to it; nothing is shown above them. */

import { safetyTitles } from "../../course/loading";
import type { Titles } from "../../course/titles";
import { openHarm } from "../../learning/decision";
import { evidence } from "../../learning/evidence";
import { need } from "../../ui/dom";
import { report } from "../../ui/mounting";
import type { LearnerPage } from "../review/learner_page";
import { logIn } from "../review/learner_page";
import { safetyParts } from "../review/safety_list";

export function showSafety(page: LearnerPage, now: number): void {
  const missed = openHarm(evidence(logIn(page.store.contents), page.judged).harm);
  need(page.root, "[data-role=safety-card]").hidden = missed.length === 0;
  const place = need(page.root, "[data-role=safety]");
  const name = (safety: Titles["safety"]): void =>
    place.replaceChildren(...safetyParts(missed, { ...page.titles, safety }, page.course.base, now));
  if (missed.length === 0 || window.imr.safety) {
    name(window.imr.safety ?? {});
    return;
  }
  // what they are called is long, and most have missed none
  safetyTitles(page.course.base)
    .then(() => showSafety(page, Date.now()))
    .catch((problem: unknown) => {
      name({});
      report(page.root, problem);
    });
}
