/** The script of every page a learner reads. */

import { mountBank } from "./bank";
import { courseOnPage } from "./course_on_page";
import { all, needValue } from "./dom";
import { mountItem } from "./item";
import { noteLessonRead } from "./lesson_read";
import { RecordMemory } from "./memory";
import { mountAll } from "./mounting";
import { mountPrint } from "./print";
import { showProgress, mountContinue } from "./progress_shown";
import { keeperOf } from "./record/keeper";
import type { ItemVersion } from "./record/responses";
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
  showProgress(keeper, signal);
  mountAll(document, MODULES, {
    memory: new RecordMemory(keeper, course, banksOnPage()),
    newSeed,
    now: () => performance.now(),
  });
  noteLessonRead(keeper, course);
  keeper.listen((told) => told === "erased" && location.reload(), signal);
}

/** Find which items stand in each bank; a set is finished when all of them are answered. */
function banksOnPage(): ReadonlyMap<string, readonly ItemVersion[]> {
  return new Map(
    all(document, "[data-bank]").map((bank) => [needValue(bank, "bank"), all(bank, "[data-item]").map(versionOf)]),
  );
}

function versionOf(item: HTMLElement): ItemVersion {
  return { id: needValue(item, "item"), hash: needValue(item, "hash") };
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start, { once: true });
else start();
