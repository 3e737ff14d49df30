/** Exporting from any page: what computing an estimate needs is fetched only when someone exports. */

import type { CourseOnPage } from "../../course/course_on_page";
import { courseData, keysOfUnits, load } from "../../course/loading";
import type { Contents } from "../../learner/contents";
import type { ExportFile } from "../../learner/export";
import { noteExport } from "../../learner/export_note";
import type { CourseData, CourseKeys } from "../../record/course_data";
import { unitsAnswered } from "../../record/units_answered";
import type { RecordStore } from "../../storage/record_store";
import { download } from "../../ui/downloading";

declare global {
  interface Imr {
    /** Brought by the record page's script. */
    exportFile?: (contents: Contents, course: CourseData, keys: CourseKeys, now: number) => Promise<ExportFile | null>;
  }
}

/** Hand the learner the file of their record; say whether there was anything to hand over. */
export async function exportRecord(store: RecordStore, course: CourseOnPage): Promise<boolean> {
  await store.ready;
  const data = await courseData(course.base);
  const keys = await keysOfUnits(course.base, unitsAnswered(store.contents.events, data));
  if (!window.imr.exportFile) await load(`${course.base}/assets/record_page.js`);
  const { exportFile } = window.imr;
  if (!exportFile) throw new Error("the script that exports is missing");
  const now = Date.now();
  const file = await exportFile(store.contents, data, keys, now);
  if (!file) return false;
  await handOver(store, file, now);
  return true;
}

/** Return the learner a file, and remember when. */
export async function handOver(store: RecordStore, file: ExportFile, now: number): Promise<void> {
  download({ ...file, type: "application/json" });
  await store.change((contents) => noteExport(contents, now));
}
