/** Exporting: the whole record as one file. */

import { need } from "../../ui/dom";
import { report } from "../../ui/mounting";
import { say } from "../../ui/saving_words";
import { exportRecord } from "../every_page/exporting";
import type { RecordPage } from "./page";
import { showOutcome } from "./page";

export function letExport(page: RecordPage): void {
  const { root, store, course, signal } = page;
  need(root, "[data-role=export]").addEventListener(
    "click",
    () => {
      exportRecord(store, course)
        .then((isDone) => showOutcome(page, "export", say(isDone ? "exported" : "nothing_yet")))
        .catch((problem: unknown) => {
          showOutcome(page, "export", say("export_failed"));
          report(root, problem);
        });
    },
    { signal },
  );
}
