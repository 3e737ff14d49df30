/** The choice "This is a shared computer": nothing stays after closing, and one button exports and ends. */

import type { CourseOnPage } from "../../course/course_on_page";
import { courseOnPage } from "../../course/course_on_page";
import { moveToVisit } from "../../storage/move_to_visit";
import { deskName } from "../../storage/names";
import { pageStore } from "../../storage/page_store";
import type { RecordStore } from "../../storage/record_store";
import { isSharedComputer } from "../../storage/shared_computer";
import { makeButton } from "../../ui/button";
import { make } from "../../ui/dom";
import type { Stop } from "../../ui/mounting";
import { report } from "../../ui/mounting";
import { say as sayOfSaving } from "../../ui/saving_words";
import { announce } from "../../ui/status";
import { catalogue } from "../../ui/strings";
import { exportRecord } from "./exporting";

const { say } = catalogue("shared");
const BUTTON = "imr-record-button";

/** Show the choice, or how to end where it was made. */
export function mountSharedComputer(root: HTMLElement): Stop {
  const course = courseOnPage();
  const store = pageStore();
  const show = (): void =>
    root.replaceChildren(...(isSharedComputer() ? ending(root, store, course) : choice(root, store, course, show)));
  store.ready.then(show).catch((problem: unknown) => report(root, problem));
  return () => {};
}

function choice(root: HTMLElement, store: RecordStore, course: CourseOnPage, show: () => void): HTMLElement[] {
  const ask = (): void => {
    const yes = makeButton(`${BUTTON} imr-record-main`, () => void share(root, store, course), say("yes"));
    const no = makeButton(BUTTON, show, say("no"));
    root.replaceChildren(make("p", "", say("sure")), make("p", "imr-record-field", yes, no));
    yes.focus();
  };
  return [make("p", "imr-record-field", makeButton(BUTTON, ask, say("begin")))];
}

async function share(root: HTMLElement, store: RecordStore, course: CourseOnPage): Promise<void> {
  try {
    await store.shareComputer((visit) => moveToVisit(deskName(course.id), visit));
    // every part of the page finds again what it shows
    store.goesOn = true;
    location.reload();
  } catch (problem) {
    report(root, problem);
    announce(say("failed"));
    root.append(make("p", "imr-record-outcome", say("failed")));
  }
}

function ending(root: HTMLElement, store: RecordStore, course: CourseOnPage): HTMLElement[] {
  const end = makeButton(`${BUTTON} imr-record-main`, () => void exportAndEnd(root, store, course), say("end"));
  const own = makeButton(
    BUTTON,
    () => {
      store.ownComputer();
      store.goesOn = true;
      location.reload();
    },
    say("own"),
  );
  return [make("p", "", say("is")), make("p", "imr-record-field", end, own)];
}

/** Hand over the record, and then leave nothing; what could not be exported stays until the window is closed. */
async function exportAndEnd(root: HTMLElement, store: RecordStore, course: CourseOnPage): Promise<void> {
  try {
    const isThere = await exportRecord(store, course);
    await store.erase();
    announce(say(isThere ? "ended" : "ended_empty"));
    root.replaceChildren(make("p", "imr-record-outcome", say(isThere ? "ended" : "ended_empty")));
  } catch (problem) {
    report(root, problem);
    announce(sayOfSaving("export_failed"));
  }
}
