/** Today's list, ready to be answered; above it is how far the learner is. */

import { mountSet } from "../../item/items_anywhere";
import { shownAnswers } from "../../learner/shown_answers";
import type { Asked } from "../../review/today";
import { bankOf, todaysList } from "../../review/today";
import { make, need } from "../../ui/dom";
import type { LearnerPage } from "./learner_page";
import { logIn, morningOf } from "./learner_page";
import { firstUnitLink, nothingDue } from "./nothing_due";
import { reasonList, reasonOf } from "./reasons";
import { nextDay } from "./when";
import { say, sayCount } from "./words";

/** Show the list as it is this morning. */
export async function showToday(page: LearnerPage): Promise<void> {
  const place = need(page.root, "[data-role=today]");
  const morning = morningOf(page, Date.now());
  const list = todaysList(morning);
  if (list.length === 0) return place.replaceChildren(nothingDue(morning), ...firstUnitLink(page));
  const bank = bankOf(morning.today);
  const how = make("p", "imr-review-how");
  place.replaceChildren(how, reasonList(list));
  const show = (): void => how.replaceChildren(howFar(page, list, bank));
  show();
  page.store.listen(show, page.signal);
  const set = { bank, mode: "review" as const, title: say("set_title"), size: sayCount("questions", list.length) };
  await mountSet(place, { ...set, items: list.map(({ item }) => item) }, page);
  for (const asked of list) sayWhy(place, asked, page);
}

/** Say how many of the list are answered, and at its end when to come back. */
function howFar(page: LearnerPage, list: readonly Asked[], bank: string): string {
  const log = logIn(page.store.contents);
  const { responses } = shownAnswers(log, bank);
  const done = list.filter(({ item }) => responses.has(item)).length;
  if (done === 0) return say("how_begin", { questions: sayCount("questions", list.length) });
  if (done < list.length) return say("how_going", { done, total: list.length });
  return [say("how_done"), nextDay(log, page.judged, Date.now())].join(" ");
}

function sayWhy(place: HTMLElement, asked: Asked, { titles }: LearnerPage): void {
  need(place, `[data-item="${CSS.escape(asked.item)}"]`).prepend(make("p", "imr-why", reasonOf(asked, titles)));
}
