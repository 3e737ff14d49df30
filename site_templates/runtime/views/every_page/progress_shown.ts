/** The state of each unit on the map and the front page, and the way back to where one was. */

import type { CourseOnPage } from "../../course/course_on_page";
import { courseOnPage } from "../../course/course_on_page";
import { unitsOf } from "../../course/loading";
import type { Progress } from "../../learner/progress";
import { doneIn, placeToContinue, progressOf } from "../../learner/progress";
import { pastIn } from "../../learner/responses";
import type { RecordStore } from "../../storage/record_store";
import { recordStoreOf } from "../../storage/record_store";
import { all, make, need } from "../../ui/dom";
import type { Stop } from "../../ui/mounting";
import { report } from "../../ui/mounting";
import { say } from "../../ui/saving_words";
import { progressWords } from "./progress_words";

/** Write each unit's state beside it, and keep it true. */
export function showProgress(store: RecordStore, { base, page }: CourseOnPage, signal: AbortSignal): void {
  const places = all(document, "[data-unit-progress]");
  if (places.length === 0) return;
  const show = async (): Promise<void> => {
    // in the menu of a lesson, nothing is said of a record without entries
    if (!store.contents.head && page.kind === "lesson") return;
    const units = await unitsOf(base);
    const done = doneIn(pastIn(store.contents), units);
    for (const place of places) {
      const unit = units.find(({ id }) => id === place.dataset["unitProgress"]);
      if (unit) showState(place, progressOf(unit, done));
    }
  };
  const showAgain = (): void => void show().catch((problem: unknown) => report(document.body, problem));
  void store.ready.then(showAgain);
  store.listen(showAgain, signal);
}

function showState(place: HTMLElement, progress: Progress): void {
  place.dataset["state"] = progress.state;
  place.querySelector(".imr-progress")?.remove();
  place.append(make("span", "imr-progress", progressWords(progress)));
}

/** Turn Begin into Continue once there is somewhere to go on. */
export function mountContinue(root: HTMLElement): Stop {
  const course = courseOnPage();
  const store = recordStoreOf(course.id);
  store.ready.then(() => showContinue(root, store, course)).catch((problem: unknown) => report(root, problem));
  return () => {};
}

async function showContinue(root: HTMLElement, store: RecordStore, { base }: CourseOnPage): Promise<void> {
  if (!store.contents.head) return;
  const place = placeToContinue(await unitsOf(base), pastIn(store.contents));
  if (!place) return;
  const { unit, lesson, minutes } = place;
  const link = need<HTMLAnchorElement>(root, "a");
  link.href = `${base}/${lesson.href}`;
  link.textContent = say("continue");
  const title = unit.title === lesson.title ? unit.title : `${unit.title}: ${lesson.title}`;
  need(root, ".imr-start-note").textContent = say("continue_note", { title, minutes });
}
