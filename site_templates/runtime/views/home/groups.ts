/** The groups that are to start, each with what prepares for it. */

import type { GroupDate } from "../../review/group_dates";
import { daysBetween, dialogueFor, groupDates, WEEK } from "../../review/group_dates";
import { todaysList } from "../../review/today";
import { dateOf, dawnOf, weekday } from "../../ui/days";
import { make } from "../../ui/dom";
import { linkTo } from "../../ui/link";
import type { LearnerPage } from "../review/learner_page";
import { logIn, morningOf } from "../review/learner_page";
import { moduleName } from "../review/reasons";
import { say, sayCount } from "../review/words";

export function showGroups(page: LearnerPage, now: number): void {
  const place = page.root.querySelector("[data-role=groups]");
  if (!place) return;
  const today = dateOf(now);
  const ahead = groupDates(logIn(page.store.contents)).filter(({ date }) => date >= today);
  const nothing = make("p", "", say("group_none"));
  place.replaceChildren(...(ahead.length > 0 ? ahead.map((group) => groupView(group, page, now)) : [nothing]));
}

function groupView({ module, date }: GroupDate, page: LearnerPage, now: number): HTMLElement {
  const days = daysBetween(dateOf(now), date);
  const when = days === 0 ? say("group_today") : sayCount("group_in", days, { date: weekday(dawnOf(date)) });
  const title = make("p", "imr-group-name", make("strong", "", moduleName(module, page.titles)), " ", when);
  const steps = [unitStep(module, page), questionStep(module, days, page, now), dialogueStep(module, page)];
  const list = make("ul", "", ...steps.flatMap((step) => (step ? [make("li", "", ...step)] : [])));
  return make("div", "imr-group-ahead", title, list);
}

type Step = readonly (Node | string)[] | null;

function unitStep(module: string, { titles, course }: LearnerPage): Step {
  const unit = titles.units.find(({ id }) => id === module);
  return unit ? [linkTo(`${course.base}/${unit.href}`, say("group_unit", { unit: unit.title }))] : null;
}

function questionStep(module: string, days: number, page: LearnerPage, now: number): Step {
  if (days > WEEK) return [say("group_later")];
  const count = todaysList(morningOf(page, now)).filter((asked) => asked.module === module).length;
  return count > 0 ? [sayCount("group_questions", count)] : null;
}

function dialogueStep(module: string, { titles, course, store }: LearnerPage): Step {
  const trained = titles.units.find(({ id }) => id === module)?.competencies ?? [];
  const dialogue = dialogueFor(module, trained, titles.dialogues, logIn(store.contents));
  if (!dialogue) return null;
  const { href, title, minutes } = dialogue;
  return [`${say("group_dialogue")} `, linkTo(`${course.base}/${href}`, title), ` · ${sayCount("minutes", minutes)}`];
}
