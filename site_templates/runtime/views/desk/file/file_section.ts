/** Looking at a trainer's file: choose or drop it, see what it is and what it shows; nothing of it is kept. */

import { judgedOnPage } from "../../../course/judged";
import { partOf } from "../../../course/page_data";
import { titlesOnPage } from "../../../course/titles";
import { inspect } from "../../../desk/inspection";
import { plausibility } from "../../../record/plausibility";
import type { Reading } from "../../../record/reading";
import type { Refusal } from "../../../record/refusals";
import { isRefusal } from "../../../record/refusals";
import { dateOf } from "../../../ui/days";
import { make, need } from "../../../ui/dom";
import { report } from "../../../ui/mounting";
import { announce } from "../../../ui/status";
import type { Parts } from "../../../ui/turns";
import { inTurns } from "../../../ui/turns";
import { factsInParts } from "../../profile/facts";
import { nextStep, problemOf } from "../../record/refused";
import type { DeskPage } from "../page";
import { say } from "../words";
import { fileChoice } from "./file_choice";
import { fileView } from "./file_view";
import type { LookedAt } from "./looked_at";
import { readFile } from "./read_file";

export function showFile(page: DeskPage): void {
  const shown = make("div", "imr-desk-file");
  shown.tabIndex = -1;
  let looking = new AbortController();
  const look = async (file: File): Promise<void> => {
    // someone who chooses another file is no longer interested in the one before
    looking.abort();
    looking = new AbortController();
    const { signal } = looking;
    shown.replaceChildren(make("p", "", say("file_reading", { file: file.name })));
    announce(say("file_reading", { file: file.name }));
    try {
      const found = await lookAt(page, file, signal);
      if (!found || signal.aborted) return;
      shown.replaceChildren(...(isRefusal(found) ? refused(found) : fileView(page, found)));
      announce(say(isRefusal(found) ? "file_refused" : "file_read", { file: file.name }));
      shown.focus();
    } catch (problem) {
      if (signal.aborted) return;
      shown.replaceChildren(make("p", "imr-record-outcome", say("file_unreadable", { file: file.name })));
      announce(say("file_unreadable", { file: file.name }));
      report(page.root, problem);
    }
  };
  const choice = fileChoice(
    { id: "desk-file", label: say("file_choose"), accept: ".json,application/json" },
    (file) => void look(file),
  );
  need(page.root, "[data-role=file]").replaceChildren(choice, shown);
}

async function lookAt(page: DeskPage, file: File, signal: AbortSignal): Promise<LookedAt | Refusal | undefined> {
  const reading = await readFile(file, page.course.id, signal);
  return isRefusal(reading) ? reading : inTurns(lookInto(reading), signal);
}

function* lookInto(reading: Reading): Parts<LookedAt> {
  const course = judgedOnPage();
  yield;
  const inspection = inspect(reading, course, partOf("keys"));
  yield;
  const now = Date.now();
  const notes = plausibility(reading.record, inspection.log, course, partOf("keys"), now);
  yield;
  const facts = yield* factsInParts(inspection.log, course, titlesOnPage(), now);
  return { reading, inspection, notes, facts, today: dateOf(now) };
}

function refused(refusal: Refusal): HTMLElement[] {
  const problem = say("file_problem", { problem: problemOf(refusal) });
  return [make("div", "imr-record-outcome", make("p", "", problem), make("p", "", nextStep(refusal)))];
}
