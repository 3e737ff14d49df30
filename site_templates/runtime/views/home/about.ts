/** Whose overview this is and of which day, for paper, and the button that prints it. */

import { makeButton } from "../../ui/button";
import { need } from "../../ui/dom";
import { asOf } from "../profile/head";
import type { LearnerPage } from "../review/learner_page";
import { say } from "../review/words";

export function showAbout({ root, store }: LearnerPage, now: number): void {
  const print = makeButton("imr-record-button imr-today-print", () => window.print(), say("print"));
  need(root, "[data-role=about]").replaceChildren(asOf({ now }, store.contents.head?.learner.alias), print);
}
