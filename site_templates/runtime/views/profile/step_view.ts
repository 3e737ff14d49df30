/** What to do next, in words and with the way there. */

import type { Place, Titles } from "../../course/titles";
import { placeOf } from "../../course/titles";
import { make } from "../../ui/dom";
import { linkTo } from "../../ui/link";
import type { NextStep } from "./next_step";
import { day, say, sayCount } from "./words";

/** Show a step as a sentence and, where it leads somewhere, with links. */
export function stepView(step: NextStep, titles: Titles): HTMLElement {
  const links = linksOf(step, titles);
  const view = make(links.length > 1 ? "div" : "p", "imr-next-step", wordsOf(step));
  view.dataset["step"] = step.kind;
  if (links.length > 1) view.append(make("ul", "", ...links.map((link) => make("li", "", link))));
  else view.append(...links.flatMap((link) => [" ", link]));
  return view;
}

function wordsOf(step: NextStep): string {
  switch (step.kind) {
    case "safety":
      return step.from === null
        ? sayCount("next_safety", step.items.length)
        : sayCount("next_safety_from", step.items.length, { date: day(step.from) });
    case "begin":
      return sayCount("next_begin", step.count);
    case "more":
      return sayCount(step.elsewhere ? "next_more_elsewhere" : "next_more", step.need);
    case "few":
      return sayCount("next_few", step.count);
    case "all-answered":
      return sayCount("next_all_answered", step.need);
    case "unwritten":
      return say("next_unwritten");
    case "finish":
      return say("next_finish");
    case "widen":
      return step.right === null ? sayCount("next_widen", step.count) : sayCount("next_right", step.right);
    case "renew":
      return step.from === null ? sayCount("next_renew", step.count) : say("next_renew_from", { date: day(step.from) });
    case "keep":
      return say("next_keep", { date: day(step.until) });
  }
}

/** To a missed safety question one goes straight; otherwise reading comes before answering. */
function linksOf(step: NextStep, titles: Titles): HTMLAnchorElement[] {
  if (step.kind === "safety") return step.items.flatMap((item) => linksTo(placeOf(titles, item), true));
  return "item" in step ? linksTo(placeOf(titles, step.item), false) : [];
}

function linksTo(place: Place | undefined, isQuestion: boolean): HTMLAnchorElement[] {
  if (!place) return [];
  const { href, lesson, number, unit } = place;
  if (isQuestion) return [linkTo(href, say("question_in", { number, lesson: lesson.title }))];
  return [linkTo(lesson.href, unit.title)];
}
