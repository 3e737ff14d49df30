/** The note before the first question when this browser cannot keep the answers, or has lost them. */

import type { CourseOnPage } from "../../course/course_on_page";
import type { RecordStore } from "../../storage/record_store";
import { make } from "../../ui/dom";
import { say } from "../../ui/saving_words";
import { exportButton } from "./saved_line";

type Reason = "blocked" | "blocked_page" | "full" | "lost" | "shared_note" | "vanished";

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
  noteGoingOn(store, course, signal);
  window.addEventListener("beforeunload", (event) => willLose(store) && event.preventDefault(), { signal });
}

function reasonOf({ trouble, lastsForVisit, hasVanished }: RecordStore): Reason | null {
  if (trouble && !lastsForVisit) return "blocked_page";
  if (trouble) return trouble === "shared" ? "shared_note" : trouble;
  return hasVanished ? "vanished" : null;
}

/** Say whether leaving the page loses answers that no export holds. */
function willLose({ contents, lastsForVisit, trouble, goesOn }: RecordStore): boolean {
  const exportedAt = contents.self?.exportedAt ?? 0;
  const isKept = lastsForVisit && (trouble !== "shared" || goesOn);
  return !isKept && contents.events.some(({ raw }) => raw.at > exportedAt);
}

/** Note that a page is left by a link within the site: then the visit goes on, and so does what it holds. */
function noteGoingOn(store: RecordStore, { base }: CourseOnPage, signal: AbortSignal): void {
  const home = new URL(`${base}/`, location.href).href;
  const note = ({ target }: Event): void => {
    const link = target instanceof Element ? target.closest<HTMLAnchorElement>("a[href]") : null;
    store.goesOn = link?.href.startsWith(home) ?? false;
  };
  document.addEventListener("click", note, { signal, capture: true });
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
