/** That a placement check was begun or done, and the way back to it. */

import type { Check } from "../../placement/past";
import { latestCheck } from "../../placement/past";
import { day } from "../../ui/days";
import { need } from "../../ui/dom";
import { linkTo } from "../../ui/link";
import type { LearnerPage } from "../review/learner_page";
import { logIn } from "../review/learner_page";
import { say, sayCount } from "../review/words";

export function showPlacement({ root, store, course }: LearnerPage): void {
  const check = latestCheck(logIn(store.contents));
  const place = need(root, "[data-role=placement]");
  place.hidden = check === null;
  if (!check) return;
  const [words, linkWords] = wordsOf(check);
  place.replaceChildren(words, " ", linkTo(`${course.base}/placement.html`, linkWords));
}

function wordsOf({ answered, finishedAt }: Check): readonly [string, string] {
  if (finishedAt === null) return [sayCount("placement_begun", answered.length), say("placement_on")];
  return [say("placement_done", { date: day(finishedAt) }), say("placement_see")];
}
