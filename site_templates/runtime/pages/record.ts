/** The script of the record page, and of its worker; other pages fetch it when a learner exports there. */

import { courseOnPage } from "../course/course_on_page";
import { exportInTurns } from "../learner/export";
import { pageStore } from "../storage/page_store";
import { all } from "../ui/dom";
import { report } from "../ui/mounting";
import { isWorker } from "../ui/own_worker";
import { whenReady } from "../ui/ready";
import { letErase } from "../views/record/erasing";
import { letExport } from "../views/record/exporting";
import { showFacts } from "../views/record/facts";
import { letImport } from "../views/record/importing";
import { letAddObservation } from "../views/record/observed";
import type { RecordPage } from "../views/record/page";
import { letBeginAfresh } from "../views/record/resetting";
import { serve } from "../views/record/worker";

const PARTS = [showFacts, letExport, letImport, letAddObservation, letBeginAfresh, letErase];

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
  const page: RecordPage = { root, course, store: pageStore(), signal: new AbortController().signal };
  for (const part of PARTS) part(page);
  root.hidden = false;
}

if (isWorker()) {
  serve();
} else {
  window.imr.exportFile = exportInTurns;
  whenReady(start);
}
