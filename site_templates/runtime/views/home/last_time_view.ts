/** What was done the last time, in one or two sentences. */

import { lastTime } from "../../learner/last_time";
import { dateOf, dawnOf, weekday } from "../../ui/days";
import { make, need } from "../../ui/dom";
import { doneWords } from "../review/done_words";
import type { LearnerPage } from "../review/learner_page";
import { logIn } from "../review/learner_page";
import { say } from "../review/words";

export function showLastTime({ root, store, course }: LearnerPage, now: number): void {
  const found = lastTime(logIn(store.contents), dateOf(now), dateOf);
  const card = need(root, "[data-role=last-card]");
  card.hidden = !found;
  if (!found) return;
  const what = doneWords(found);
  const done = say("last", { date: weekday(dawnOf(found.date)), what });
  const lines = [
    ...(what !== "" ? [done] : []),
    ...(found.version === course.version ? [] : [say("last_version", { version: course.version })]),
  ];
  card.hidden = lines.length === 0;
  need(root, "[data-role=last]").replaceChildren(...lines.map((line) => make("p", "", line)));
}
