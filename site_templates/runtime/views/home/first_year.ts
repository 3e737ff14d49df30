/** What lies ahead of the first year, in dates, for who has named the day of the group's first session. */

import type { YearDay } from "../../review/first_year";
import { firstSession, nextDays, yearDays } from "../../review/first_year";
import { dateOf, dawnOf, weekday } from "../../ui/days";
import { make, need } from "../../ui/dom";
import { linkTo } from "../../ui/link";
import type { LearnerPage } from "../review/learner_page";
import { logIn } from "../review/learner_page";
import { say, sayCount } from "../review/words";

const SHOWN = 4;

export function showFirstYear(page: LearnerPage, now: number): void {
  const card = page.root.querySelector<HTMLElement>("[data-role=year-card]");
  if (!card) return;
  const { year, modules } = page.titles;
  const start = firstSession(logIn(page.store.contents), modules);
  const ahead = start ? nextDays(yearDays(year, start), dateOf(now)) : [];
  card.hidden = ahead.length === 0;
  if (!start || card.hidden) return;
  const place = need(card, "[data-role=year]");
  const wasOpen = place.querySelector("details")?.open ?? false;
  const shown = ahead.slice(0, SHOWN).map((one) => lineOf(one, page));
  const more = ahead.slice(SHOWN).map((one) => lineOf(one, page));
  const head = make("p", "", say("year_from", { date: weekday(dawnOf(start)) }));
  place.replaceChildren(head, make("ul", "", ...shown), ...folded(more, wasOpen));
}

function folded(lines: readonly HTMLElement[], isOpen: boolean): HTMLElement[] {
  if (lines.length === 0) return [];
  const summary = make("summary", "", sayCount("year_more", lines.length));
  const details = make("details", "imr-today-dates", summary, make("ul", "", ...lines));
  details.open = isOpen;
  return [details];
}

function lineOf({ title, href = "", date, everyWeeks = 0 }: YearDay, { course }: LearnerPage): HTMLElement {
  const name = href ? linkTo(`${course.base}/${href}`, title) : title;
  const when = weekday(dawnOf(date));
  if (everyWeeks > 0) return make("li", "", name, `, ${sayCount("year_next", everyWeeks, { date: when })}`);
  return make("li", "", `${when}: `, name);
}
