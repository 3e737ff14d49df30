/** The state of each unit on the map and the front page, and the way back to where one was, for someone with a record. */

import type { CourseOnPage } from "../../course/course_on_page";
import { courseOnPage } from "../../course/course_on_page";
import { courseData, load, unitsOf } from "../../course/loading";
import type { Unit } from "../../course/page_data.gen";
import type { Done, Progress } from "../../learner/progress";
import {
  doneIn,
  isExtra,
  lessonLeft,
  lessonProgress,
  minutesOf,
  placeToContinue,
  progressOf,
} from "../../learner/progress";
import { pastIn } from "../../learner/responses";
import { pageStore } from "../../storage/page_store";
import type { RecordStore } from "../../storage/record_store";
import { all, make, need } from "../../ui/dom";
import type { Stop } from "../../ui/mounting";
import { report } from "../../ui/mounting";
import { say as sayOfSaving } from "../../ui/saving_words";
import { progressWords } from "./progress_words";
import { say, sayCount } from "./words";

/** Write each unit's state beside it, and keep it true. */
export function showProgress(store: RecordStore, { base }: CourseOnPage, signal: AbortSignal): void {
  const places = all(document, "[data-unit-progress]");
  if (places.length === 0) return;
  const show = async (): Promise<void> => {
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

/** Say on a unit's page how far each lesson is, and let Start become Continue or Review. */
export function mountUnitStart(root: HTMLElement): Stop {
  const { base } = courseOnPage();
  const store = pageStore();
  let isDueShown = false;
  const show = async (): Promise<void> => {
    if (!store.contents.head) return;
    const unit = (await unitsOf(base)).find(({ id }) => id === root.dataset["unit"]);
    if (!unit) return;
    const done = doneIn(pastIn(store.contents), [unit]);
    showUnit(root, unit, done, base);
    // what is due can only be something that was answered
    if (isDueShown || unit.items.every((item) => !done.items.has(item))) return;
    isDueShown = true;
    await courseData(base);
    await load(`${base}/assets/unit_page.js`);
  };
  const showAgain = (): void => void show().catch((problem: unknown) => report(root, problem));
  const listening = new AbortController();
  void store.ready.then(showAgain);
  store.listen(showAgain, listening.signal);
  return () => listening.abort();
}

function showUnit(root: HTMLElement, unit: Unit, done: Done, base: string): void {
  const lessons = unit.lessons.slice(1).map((lesson) => ({ lesson, progress: lessonProgress(lesson, done) }));
  for (const { lesson, progress } of lessons) {
    const row = document.querySelector<HTMLElement>(`[data-lesson-progress="${lesson.id}"]`);
    if (row) showState(row, progress);
  }
  if (lessons.every(({ progress }) => progress.state === "not-started")) return;
  const open = lessons.filter(({ progress }) => progress.state !== "done");
  // what is for those with more time comes after all that everyone needs
  const next = open.find(({ lesson }) => !isExtra(lesson)) ?? open[0];
  const { lesson } = next ?? lessons[0]!;
  const link = need<HTMLAnchorElement>(root, "a");
  link.href = `${base}/${lesson.href}`;
  link.textContent = next ? sayOfSaving("continue") : say("review_unit");
  const minutes = Math.ceil((next && lessonLeft(lesson, done)) || minutesOf(lesson));
  const note = next ? "continue_note" : "review_note";
  need(root, ".imr-start-note").textContent = sayCount(note, minutes, { title: lesson.title });
}

/** Turn Begin into Continue once there is somewhere to go on. */
export function mountContinue(root: HTMLElement): Stop {
  const course = courseOnPage();
  const store = pageStore();
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
  link.textContent = sayOfSaving("continue");
  const title = unit.title === lesson.title ? unit.title : `${unit.title}: ${lesson.title}`;
  need(root, ".imr-start-note").textContent = sayCount("continue_note", minutes, { title });
}
