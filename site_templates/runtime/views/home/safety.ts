/** Safety questions to put right, each by name and with the way to it; nothing stands above them. */

import { placeOf } from "../../course/titles";
import { openHarm } from "../../learning/decision";
import type { HarmAnswer } from "../../learning/evidence";
import { DAY, evidence } from "../../learning/evidence";
import { day } from "../../ui/days";
import { make, need } from "../../ui/dom";
import { linkTo } from "../../ui/link";
import type { LearnerPage } from "../review/learner_page";
import { logIn } from "../review/learner_page";
import { say, sayCount } from "../review/words";

export function showSafety(page: LearnerPage, now: number): void {
  const missed = openHarm(evidence(logIn(page.store.contents), page.judged).harm);
  need(page.root, "[data-role=safety-card]").hidden = missed.length === 0;
  const list = make("ul", "imr-safety-list", ...missed.map((answer) => entry(answer, page, now)));
  need(page.root, "[data-role=safety]").replaceChildren(make("p", "", sayCount("safety", missed.length)), list);
}

/** A safety question is put right on a later day; days are counted in UTC, as everywhere in a record. */
function entry({ item, at }: HarmAnswer, { titles, course }: LearnerPage, now: number): HTMLLIElement {
  const place = placeOf(titles, item);
  const words = titles.safety[item] ?? item;
  const name = place ? linkTo(`${course.base}/${place.href}`, words) : make("span", "", words);
  const nextDay = (Math.floor(at / DAY) + 1) * DAY;
  const when = nextDay <= now ? [] : [say("safety_from", { date: day(nextDay) })];
  const where = place ? [say("safety_where", { unit: place.unit.title, lesson: place.lesson.title })] : [];
  return make("li", "", name, make("span", "imr-facts", [...where, ...when].join(" · ")));
}
