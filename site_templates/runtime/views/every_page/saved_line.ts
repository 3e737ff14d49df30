/** The line on every page that says where the learner's answers are, and when they were last exported. */

import type { CourseOnPage } from "../../course/course_on_page";
import { courseOnPage } from "../../course/course_on_page";
import { DAY } from "../../record/moments";
import { pageStore } from "../../storage/page_store";
import type { RecordStore } from "../../storage/record_store";
import { makeButton } from "../../ui/button";
import { make } from "../../ui/dom";
import type { Stop } from "../../ui/mounting";
import { report } from "../../ui/mounting";
import { say, sayCount } from "../../ui/saving_words";
import { outcomeLine } from "../outcome";
import { exportRecord } from "./exporting";

/** Fill the line, and keep it true. */
export function mountSavedLine(root: HTMLElement): Stop {
  const listening = new AbortController();
  const course = courseOnPage();
  const store = pageStore();
  const show = (): void => root.replaceChildren(...lineOn(store, course, root));
  store.ready.then(show).catch((problem: unknown) => report(root, problem));
  store.listen(show, listening.signal);
  return () => listening.abort();
}

function lineOn(store: RecordStore, course: CourseOnPage, root: HTMLElement): (Node | string)[] {
  root.classList.toggle("is-in-memory", store.trouble !== null);
  if (store.trouble)
    return [say(store.trouble === "shared" ? "saved_shared" : "saved_memory"), " ", exportButton(store, course, root)];
  const link = make("a", "", say("to_record"));
  link.href = `${course.base}/record.html`;
  return [savedWords(store, Date.now()), " · ", link];
}

function savedWords({ contents: { head, self } }: RecordStore, now: number): string {
  if (!head || !self) return say("saved_nothing");
  if (self.exportedAt === null) return say("saved_never");
  const days = midnight(now) - midnight(self.exportedAt);
  if (days <= 0) return say("saved_today");
  return days === 1 ? say("saved_yesterday") : sayCount("saved_days", days);
}

/** Return the number of a day where the learner is. */
function midnight(moment: number): number {
  const date = new Date(moment);
  return Math.round(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / DAY);
}

/** Return a button that exports, and says so. */
export function exportButton(store: RecordStore, course: CourseOnPage, root: HTMLElement): HTMLButtonElement {
  const { line, tell } = outcomeLine();
  const button = makeButton(
    "imr-act",
    () => {
      button.after(line);
      exportRecord(store, course)
        .then((isDone) => tell(say(isDone ? "exported" : "nothing_yet")))
        .catch((problem: unknown) => {
          tell(say("export_failed"));
          report(root, problem);
        });
    },
    say("export_now"),
  );
  return button;
}
