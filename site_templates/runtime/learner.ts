/** The script of every page a learner reads. */

import { mountBank } from "./bank";
import { courseOnPage } from "./course_on_page";
import { mountItem } from "./item";
import { noteLessonRead } from "./lesson_read";
import { banksIn } from "./banks_on_page";
import { RecordMemory } from "./memory";
import { mountAll } from "./mounting";
import { mountPrint } from "./print";
import { showProgress, mountContinue } from "./progress_shown";
import { keeperOf } from "./record/keeper";
import { mountSavedLine } from "./saved_line";
import { newSeed } from "./shuffle";
import { showStorageNote } from "./storage_note";

const MODULES = { bank: mountBank, item: mountItem, "saved-line": mountSavedLine, continue: mountContinue, print: mountPrint };

function start(): void {
  // the page for what is not found belongs to no course and has nothing to keep
  const keepsNothing = !document.getElementById("imr-course") && !document.querySelector("[data-module=item]");
  if (keepsNothing) return;
  const course = courseOnPage();
  const keeper = keeperOf(course.id);
  const { signal } = new AbortController();
  showStorageNote(keeper, course, signal);
  showProgress(keeper, course, signal);
  mountAll(document, MODULES, {
    memory: new RecordMemory(keeper, course, banksIn(document, "practice")),
    newSeed,
    now: () => performance.now(),
  });
  noteLessonRead(keeper, course);
  keeper.listen((told) => told === "erased" && location.reload(), signal);
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start, { once: true });
else start();
