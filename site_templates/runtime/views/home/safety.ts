/** Safety questions to put right, each by name and with a link to it; nothing is shown above them. */

import { openHarm } from "../../learning/decision";
import { evidence } from "../../learning/evidence";
import { need } from "../../ui/dom";
import type { LearnerPage } from "../review/learner_page";
import { logIn } from "../review/learner_page";
import { safetyParts } from "../review/safety_list";

export function showSafety(page: LearnerPage, now: number): void {
  const missed = openHarm(evidence(logIn(page.store.contents), page.judged).harm);
  need(page.root, "[data-role=safety-card]").hidden = missed.length === 0;
  need(page.root, "[data-role=safety]").replaceChildren(...safetyParts(missed, page.titles, page.course.base, now));
}
