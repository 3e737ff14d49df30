/** "Export, and end": the record and the supervisor's desk are handed over, each as its file, and then nothing is left. */

import type { CourseOnPage } from "../../course/course_on_page";
import { deskOf } from "../../storage/desk";
import type { RecordStore } from "../../storage/record_store";
import { makeButton } from "../../ui/button";
import { make } from "../../ui/dom";
import { report } from "../../ui/mounting";
import { exportDesk } from "../desk_file/exporting";
import { outcomeLine } from "../outcome";
import { exportRecord } from "./exporting";
import { say } from "./shared_words";

/** Hand over what is there, and then leave nothing; what could not be exported stays until the window is closed. */
export async function exportAndEnd(root: HTMLElement, store: RecordStore, course: CourseOnPage): Promise<void> {
  const desk = deskOf(course.id);
  try {
    await desk.ready;
    const hasRecord = await exportRecord(store, course);
    // browsers ask before a page saves a second file, unless someone presses for it
    if (hasRecord && desk.hasUnexported) letEndDesk(root, store, course);
    else await endDesk(root, store, course, hasRecord);
  } catch (problem) {
    failed(root, problem);
  }
}

function letEndDesk(root: HTMLElement, store: RecordStore, course: CourseOnPage): void {
  const end = makeButton(
    "imr-record-button imr-record-main",
    () => void endDesk(root, store, course, true).catch((problem: unknown) => failed(root, problem)),
    say("end_desk"),
  );
  const { line, tell } = outcomeLine();
  root.replaceChildren(line, make("p", "imr-record-field", end));
  tell(say("desk_next"));
  end.focus();
}

/** Hand over the desk as far as no file has it yet, and erase everything. */
async function endDesk(root: HTMLElement, store: RecordStore, course: CourseOnPage, hasRecord: boolean): Promise<void> {
  const desk = deskOf(course.id);
  const hasDesk = desk.hasUnexported || desk.lastExport !== null;
  if (desk.hasUnexported) await exportDesk(desk, course.id);
  await desk.erase();
  await store.erase();
  const { line, tell } = outcomeLine();
  root.replaceChildren(line);
  tell(say(ENDED[`${hasRecord}/${hasDesk}`]));
  line.focus();
}

const ENDED = {
  "true/true": "ended_both",
  "true/false": "ended",
  "false/true": "ended_desk",
  "false/false": "ended_empty",
} as const;

function failed(root: HTMLElement, problem: unknown): void {
  report(root, problem);
  const { line, tell } = outcomeLine();
  root.append(line);
  tell(say("end_failed"));
}
