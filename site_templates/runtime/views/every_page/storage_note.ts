/** The note before the first question when this browser cannot keep the answers, or has lost them. */

import type { CourseOnPage } from "../../course/course_on_page";
import type { RecordStore } from "../../storage/record_store";
import { make } from "../../ui/dom";
import { say } from "../../ui/saving_words";
import { exportButton } from "./saved_line";

type Reason = "blocked" | "blocked_page" | "full" | "lost" | "vanished";

/** Show the note as soon as there is a reason, and take it away with the reason. */
export function showStorageNote(store: RecordStore, course: CourseOnPage, signal: AbortSignal): void {
  const note = make("div", "imr-storage-note");
  const show = (): void => {
    const reason = reasonOf(store);
    note.remove();
    if (!reason) return;
    note.replaceChildren(make("p", "", say(reason)), nextStep(store, course, note));
    placeFor(note);
  };
  void store.ready.then(show);
  store.listen(show, signal);
  window.addEventListener("beforeunload", (event) => willLose(store) && event.preventDefault(), { signal });
}

function reasonOf({ trouble, lastsForVisit, hasVanished }: RecordStore): Reason | null {
  if (trouble) return lastsForVisit ? trouble : "blocked_page";
  return hasVanished ? "vanished" : null;
}

/** Say whether leaving the page loses answers that no export holds. */
function willLose({ contents, lastsForVisit }: RecordStore): boolean {
  const exportedAt = contents.self?.exportedAt ?? 0;
  return !lastsForVisit && contents.events.some(({ raw }) => raw.at > exportedAt);
}

function nextStep(store: RecordStore, course: CourseOnPage, note: HTMLElement): HTMLElement {
  if (store.trouble) return make("p", "", exportButton(store, course, note));
  const link = make("a", "", say("to_record"));
  link.href = `${course.base}/record.html`;
  return make("p", "", link);
}

/** Put the note where the questions begin, or else where the page does. */
function placeFor(note: HTMLElement): void {
  const steps = document.querySelector(".imr-step-bar");
  const bank = document.querySelector("[data-module=bank], .imr-exercise");
  const title = document.querySelector("article h1, h1");
  if (steps) steps.after(note);
  else if (bank) bank.before(note);
  else title?.after(note);
}
