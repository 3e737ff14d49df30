/** The script of every page a learner reads. */

import { courseOnPage } from "../course/course_on_page";
import { mountBank } from "../item/bank";
import { banksIn } from "../item/banks_on_page";
import { mountItem } from "../item/item";
import { RecordMemory } from "../item/memory";
import { newSeed } from "../learner/shuffle";
import { openPageStore } from "../storage/record_store";
import { mountAll } from "../ui/mounting";
import { whenReady } from "../ui/ready";
import { letOpenDrawer } from "../views/every_page/drawer";
import { noteLessonRead } from "../views/every_page/lesson_read";
import { mountPrint, mountPrintLesson } from "../views/every_page/print";
import { mountSavedLine } from "../views/every_page/saved_line";
import { mountSearchDoor, openSearchByKeys } from "../views/every_page/search_door";
import { silenceSingleKeys } from "../views/every_page/single_keys";
import { showStorageNote } from "../views/every_page/storage_note";
import { bringProgress, bringSharedComputer, mountHome } from "../views/every_page/with_record";

const MODULES = {
  bank: mountBank,
  item: mountItem,
  "saved-line": mountSavedLine,
  home: mountHome,
  print: mountPrint,
  "print-lesson": mountPrintLesson,
  "search-door": mountSearchDoor,
  "shared-computer": bringSharedComputer,
};

function start(): void {
  const { signal } = new AbortController();
  letOpenDrawer(signal);
  silenceSingleKeys(signal);
  // the page for what is not found belongs to no course and has nothing to keep
  const keepsNothing = !document.getElementById("imr-course") && !document.querySelector("[data-module=item]");
  if (keepsNothing) return;
  const course = courseOnPage();
  const store = openPageStore(course.id);
  openSearchByKeys(signal);
  showStorageNote(store, course, signal);
  bringProgress(store, course, signal);
  mountAll(document, MODULES, {
    memory: new RecordMemory(store, course, banksIn(document, "practice")),
    newSeed,
    now: () => performance.now(),
  });
  noteLessonRead(store, course);
  store.listen((notice) => notice === "erased" && location.reload(), signal);
}

whenReady(start);
