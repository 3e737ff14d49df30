/** The script of the record page, and of its worker; other pages fetch it when a learner exports there. */

import { courseOnPage } from "./course_on_page";
import { all } from "./dom";
import { report } from "./mounting";
import { exportFile } from "./record/export";
import { keeperOf } from "./record/keeper";
import { letErase } from "./record_page/erasing";
import { letExport } from "./record_page/exporting";
import { showFacts } from "./record_page/facts";
import { letImport } from "./record_page/importing";
import { letBeginAfresh } from "./record_page/resetting";
import type { RecordPage } from "./record_page/page";
import { isWorker, serve } from "./record_page/worker";

const PARTS = [showFacts, letExport, letImport, letBeginAfresh, letErase];

function start(): void {
  for (const root of all(document, "[data-module=record]")) {
    try {
      bringToLife(root);
    } catch (problem) {
      report(root, problem);
    }
  }
}

function bringToLife(root: HTMLElement): void {
  const course = courseOnPage();
  const page: RecordPage = { root, course, keeper: keeperOf(course.id), signal: new AbortController().signal };
  for (const part of PARTS) part(page);
  root.hidden = false;
}

if (isWorker()) {
  serve();
} else {
  window.imrExport = exportFile;
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start, { once: true });
  else start();
}
