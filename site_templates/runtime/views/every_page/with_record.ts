/** Brings to pages what only some of them need; a lesson on its own loads none of it. */

import type { CourseOnPage } from "../../course/course_on_page";
import { courseOnPage } from "../../course/course_on_page";
import { courseData, load, unitsOf } from "../../course/loading";
import { pageStore } from "../../storage/page_store";
import type { RecordStore } from "../../storage/record_store";
import type { Stop } from "../../ui/mounting";
import { report } from "../../ui/mounting";

const PLACES = "[data-unit-progress], [data-module=continue], [data-module=unit-start]";

/** Bring the states of units, lessons and buttons to a page that has a place for them. */
export function bringProgress(store: RecordStore, { base }: CourseOnPage, signal: AbortSignal): void {
  if (!document.querySelector(PLACES)) return;
  let isAsked = false;
  const bring = async (): Promise<void> => {
    if (!store.contents.head || isAsked) return;
    isAsked = true;
    await load(`${base}/assets/progress.js`);
  };
  const failed = (problem: unknown): void => report(document.body, problem);
  store.ready.then(bring).catch(failed);
  store.listen(() => void bring().catch(failed), signal);
}

/** Bring the overview to the front page. */
export function mountHome(root: HTMLElement): Stop {
  const { base } = courseOnPage();
  const store = pageStore();
  let isAsked = false;
  const bring = async (): Promise<void> => {
    // old bookmarks and reminders ask for it by its address, also before the first answer
    const isWanted = store.contents.head || location.hash === `#${root.id}`;
    if (!isWanted || isAsked) return;
    isAsked = true;
    await Promise.all([courseData(base), unitsOf(base)]);
    await load(`${base}/assets/home_page.js`);
  };
  const { signal } = new AbortController();
  const failed = (problem: unknown): void => report(root, problem);
  store.ready.then(bring).catch(failed);
  store.listen(() => void bring().catch(failed), signal);
  return () => {};
}

/** Bring the choice "This is a shared computer" to the few pages that offer it. */
export function bringSharedComputer(root: HTMLElement): Stop {
  load(`${courseOnPage().base}/assets/shared_computer.js`).catch((problem: unknown) => report(root, problem));
  return () => {};
}
