/** The script of pages with states of units, lessons and buttons, for someone with a record. */

import { courseOnPage } from "../course/course_on_page";
import { pageStore } from "../storage/page_store";
import { mountAll } from "../ui/mounting";
import { whenReady } from "../ui/ready";
import { mountContinue, mountUnitStart, showProgress } from "../views/progress/progress_shown";

function start(): void {
  const course = courseOnPage();
  showProgress(pageStore(), course, new AbortController().signal);
  mountAll(document, { continue: mountContinue, "unit-start": mountUnitStart }, undefined);
}

whenReady(start);
