/** The choice "This is a shared computer": what is kept stays in the window, and one button exports it and leaves nothing. */

import type { CourseOnPage } from "../../course/course_on_page";
import { courseOnPage } from "../../course/course_on_page";
import { Desk, deskOf } from "../../storage/desk";
import { openStorage } from "../../storage/memory_store";
import { moveToVisit } from "../../storage/move_to_visit";
import { deskName } from "../../storage/names";
import { pageStore } from "../../storage/page_store";
import type { RecordStore } from "../../storage/record_store";
import { isSharedComputer } from "../../storage/shared_computer";
import { makeButton } from "../../ui/button";
import { make } from "../../ui/dom";
import type { Stop } from "../../ui/mounting";
import { report } from "../../ui/mounting";
import { warnOfLoss } from "../desk_file/losing";
import { outcomeLine } from "../outcome";
import { exportAndEnd } from "./ending";
import { say } from "./shared_words";

const BUTTON = "imr-record-button";

/** Show the choice, or how to end where it was made. */
export function mountSharedComputer(root: HTMLElement): Stop {
  const course = courseOnPage();
  const store = pageStore();
  const { signal } = new AbortController();
  if (isSharedComputer()) warnOfLoss(deskOf(course.id), signal);
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
    // it may have moved before there was no room for the record
    await takeUpDesk(course).catch(() => undefined);
    const { line, tell } = outcomeLine();
    root.append(line);
    tell(say("failed"));
  }
}

function ending(root: HTMLElement, store: RecordStore, course: CourseOnPage): HTMLElement[] {
  const end = makeButton(`${BUTTON} imr-record-main`, () => void exportAndEnd(root, store, course), say("end"));
  const own = makeButton(BUTTON, () => void makeOwn(root, store, course), say("own"));
  return [make("p", "", say("is")), make("p", "imr-record-field", end, own)];
}

/** Let the device keep things again: the record finds what the visit holds on its next page, a desk needs its own. */
async function makeOwn(root: HTMLElement, store: RecordStore, course: CourseOnPage): Promise<void> {
  store.ownComputer();
  await takeUpDesk(course).catch((problem: unknown) => report(root, problem));
  store.goesOn = true;
  location.reload();
}

/** Bring the desk that the visit holds back to the device. */
async function takeUpDesk({ id }: CourseOnPage): Promise<void> {
  const name = deskName(id);
  if (!openStorage("sessionStorage")?.getItem(name)) return;
  const desk = new Desk(name);
  await desk.ready;
  desk.close();
}
