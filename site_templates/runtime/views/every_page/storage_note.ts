/** The note before the first question when this browser cannot keep the answers, or has lost them. */

import type { CourseOnPage } from "../../course/course_on_page";
import type { Keeper } from "../../storage/record_store";
import { make } from "../../ui/dom";
import { say } from "../../ui/saving_words";
import { exportButton } from "./saved_line";

/** Show the note as soon as there is a reason, and take it away with the reason. */
export function showStorageNote(keeper: Keeper, course: CourseOnPage, signal: AbortSignal): void {
  const note = make("div", "imr-storage-note");
  const show = (): void => {
    const reason = keeper.trouble ?? (keeper.hasVanished ? "vanished" : null);
    note.remove();
    if (!reason) return;
    note.replaceChildren(make("p", "", say(reason)), wayOut(keeper, course, note));
    placeFor(note);
  };
  void keeper.ready.then(show);
  keeper.listen(show, signal);
}

function wayOut(keeper: Keeper, course: CourseOnPage, note: HTMLElement): HTMLElement {
  if (keeper.trouble) return make("p", "", exportButton(keeper, course, note));
  const link = make("a", "", say("to_record"));
  link.href = `${course.base}/record.html`;
  return make("p", "", link);
}

/** Put the note where the questions begin, or else where the page does. */
function placeFor(note: HTMLElement): void {
  const bank = document.querySelector("[data-module=bank], .imr-practice");
  const title = document.querySelector("article h1, h1");
  if (bank) bank.before(note);
  else title?.after(note);
}
