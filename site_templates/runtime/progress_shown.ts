/** The state of each unit on the map and the front page, and the way back to where one was. */

import { courseOnPage, unitsOnPage } from "./course_on_page";
import type { CourseOnPage, UnitOnPage } from "./course_on_page";
import { all, make, need } from "./dom";
import type { Page, Stop } from "./mounting";
import { progressWords } from "./progress_words";
import { keeperOf } from "./record/keeper";
import type { Keeper } from "./record/keeper";
import { doneIn, placeToContinue, progressOf } from "./record/progress";
import type { Progress } from "./record/progress";
import { pastIn } from "./record/responses";
import { say } from "./record/words";

/** Write each unit's state beside it, and keep it true. */
export function showProgress(keeper: Keeper, signal: AbortSignal): void {
  const units = unitsOnPage();
  const places = all(document, "[data-unit-progress]");
  if (units.length === 0 || places.length === 0) return;
  const show = (): void => {
    const done = doneIn(pastIn(keeper.contents), units);
    for (const place of places) {
      const unit = units.find(({ id }) => id === place.dataset["unitProgress"]);
      if (unit) showState(place, progressOf(unit, done));
    }
  };
  void keeper.ready.then(show);
  keeper.listen(show, signal);
}

function showState(place: HTMLElement, progress: Progress): void {
  place.dataset["state"] = progress.state;
  place.querySelector(".imr-progress")?.remove();
  place.append(make("span", "imr-progress", progressWords(progress)));
}

/** Turn Begin into Continue once there is somewhere to go on. */
export function mountContinue(root: HTMLElement, _page: Page): Stop {
  const course = courseOnPage();
  const keeper = keeperOf(course.id);
  void keeper.ready.then(() => showContinue(root, unitsOnPage(), keeper, course));
  return () => {};
}

function showContinue(root: HTMLElement, units: readonly UnitOnPage[], keeper: Keeper, { base }: CourseOnPage): void {
  const place = placeToContinue(units, pastIn(keeper.contents));
  if (!place) return;
  const { unit, lesson, minutes } = place;
  const link = need<HTMLAnchorElement>(root, "a");
  link.href = `${base}/${lesson.href}`;
  link.textContent = say("continue");
  const title = unit.title === lesson.title ? unit.title : `${unit.title}: ${lesson.title}`;
  need(root, ".imr-start-note").textContent = say("continue_note", { title, minutes });
}
