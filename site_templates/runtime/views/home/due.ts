/** What is due today, with the way to practise it. */

import { shownAnswers } from "../../learner/shown_answers";
import { mistakes } from "../../review/mistakes";
import { bankOf, todaysList } from "../../review/today";
import { make, need } from "../../ui/dom";
import { linkTo } from "../../ui/link";
import type { LearnerPage } from "../review/learner_page";
import { morningOf } from "../review/learner_page";
import { nothingDue } from "../review/nothing_due";
import { reasonList } from "../review/reasons";
import { nextDay } from "../review/when";
import { say, sayCount } from "../review/words";

export function showDue(page: LearnerPage, now: number): void {
  const morning = morningOf(page, now);
  const list = todaysList(morning);
  const place = need(page.root, "[data-role=due]");
  if (list.length === 0) {
    place.replaceChildren(nothingDue(morning), ...toMistakes(page));
    return;
  }
  const { responses } = shownAnswers(morning.log, bankOf(morning.today));
  const done = list.filter(({ item }) => responses.has(item)).length;
  if (done === list.length) {
    const words = make("p", "", [say("how_done"), nextDay(morning.log, morning.course, now)].join(" "));
    place.replaceChildren(words, ...toMistakes(page));
    return;
  }
  const open = list.filter(({ item }) => !responses.has(item));
  const begin = linkTo(
    `${page.course.base}/review.html`,
    say(done > 0 ? "practise_on" : "practise_now"),
    "imr-button imr-button-quiet",
  );
  const note = make(
    "span",
    "imr-start-note",
    say("practise_note", { questions: sayCount("questions", open.length), minutes: open.length }),
  );
  place.replaceChildren(make("p", "imr-start", begin, note), reasonList(open), ...toMistakes(page));
}

function toMistakes(page: LearnerPage): HTMLElement[] {
  const count = mistakes(morningOf(page, Date.now()).log, page.judged).length;
  return count > 0
    ? [make("p", "", linkTo(`${page.course.base}/review.html#mistakes`, sayCount("to_mistakes", count)))]
    : [];
}
