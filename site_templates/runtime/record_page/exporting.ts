/** Exporting: the whole record as one file. */

import { need } from "../dom";
import { exportRecord } from "../exporting";
import { report } from "../mounting";
import { say } from "../record/kept_words";
import { tellOutcome } from "./page";
import type { RecordPage } from "./page";

export function letExport(page: RecordPage): void {
  const { root, keeper, course, signal } = page;
  need(root, "[data-role=export]").addEventListener("click", () => {
    exportRecord(keeper, course)
      .then((isDone) => tellOutcome(page, "export", say(isDone ? "exported" : "nothing_yet")))
      .catch((problem: unknown) => {
        tellOutcome(page, "export", say("export_failed"));
        report(root, problem);
      });
  }, { signal });
}
