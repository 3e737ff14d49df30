/** Where the competencies stand, counted, and whose page this is on paper. */

import { partOf } from "../../course/page_data";
import { checkedLog } from "../../learning/disagreements";
import { makeButton } from "../../ui/button";
import { make, need } from "../../ui/dom";
import { linkTo } from "../../ui/link";
import { factsOf } from "../profile/facts";
import { asOf, summary } from "../profile/head";
import { groupsOf } from "../profile/rows";
import type { LearnerPage } from "../review/learner_page";
import { say } from "../review/words";

export function showStanding(page: LearnerPage, now: number): void {
  const { contents } = page.store;
  const { events, head } = contents;
  const log = checkedLog({ events, devices: head?.devices ?? [] }, page.judged, partOf("keys"));
  const facts = factsOf(log, page.judged, page.titles, now);
  const way = linkTo(`${page.course.base}/profile.html`, say("to_profile"));
  // before the first answer there is nothing to count
  need(page.root, "[data-role=standing-card]").hidden = !contents.head;
  need(page.root, "[data-role=standing]").replaceChildren(summary(groupsOf(facts)), make("p", "", way));
  need(document, "[data-role=about]").replaceChildren(asOf(facts, contents.head?.learner.alias), printButton());
}

function printButton(): HTMLButtonElement {
  return makeButton("imr-record-button imr-today-print", () => window.print(), say("print"));
}
