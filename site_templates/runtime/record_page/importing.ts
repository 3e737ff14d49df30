/** Importing: read the file, say what it would add, and add it only when the trainer says so. */

import { make, need } from "../dom";
import { report } from "../mounting";
import { add } from "../record/adding";
import type { Contents } from "../record/contents";
import { LARGEST_FILE } from "../record/json_text";
import { readOwn } from "../record/reading";
import { isRefusal } from "../record/refusals";
import type { Record } from "../record/record";
import { say } from "../record/words";
import { button, tellOutcome } from "./page";
import type { RecordPage } from "./page";
import { previewOf } from "./preview";
import { refusedWords } from "./refused";

const ROLE = "import";

export function letImport(page: RecordPage): void {
  const input = need<HTMLInputElement>(page.root, "#record-file");
  input.addEventListener("change", () => {
    const file = input.files?.[0];
    // so that choosing the same file again is a change
    if (file) look(page, file).finally(() => (input.value = "")).catch((problem: unknown) => failed(page, problem));
  }, { signal: page.signal });
}

async function look(page: RecordPage, file: File): Promise<void> {
  tellOutcome(page, ROLE, say("import_reading"));
  await page.keeper.ready;
  const isTooLarge = file.size > LARGEST_FILE;
  const refusal = { code: "too-large", values: { limit: LARGEST_FILE / 1_000_000 } } as const;
  const reading = isTooLarge ? refusal : readOwn(new Uint8Array(await file.arrayBuffer()), page.course.id);
  if (isRefusal(reading)) tellOutcome(page, ROLE, ...refusedWords(reading)).focus();
  else ask(page, reading.record);
}

/** Show what the file would add, with the choice to add it or to leave it. */
function ask(page: RecordPage, theirs: Record): void {
  const preview = previewOf(page.keeper.contents, theirs);
  const outcome = tellOutcome(page, ROLE, ...preview.lines);
  if (preview.isNews) {
    const yes = button(say(preview.isOthers ? "import_yes_mine" : "import_yes"), "imr-record-main", () => void take(page, theirs));
    const no = button(say("import_no"), "", () => tellOutcome(page, ROLE, say("import_left")).focus());
    outcome.append(make("p", "imr-record-field", yes, no));
  }
  outcome.focus();
}

async function take(page: RecordPage, theirs: Record): Promise<void> {
  try {
    page.keeper.hasVanished = false;
    // whoever presses the button has been asked whether both are theirs
    await page.keeper.change((contents: Contents) => add(contents, theirs, true));
    tellOutcome(page, ROLE, say("import_done")).focus();
  } catch (problem) {
    report(page.root, problem);
    const outcome = tellOutcome(page, ROLE, say("import_failed"));
    outcome.append(" ", button(say("import_yes"), "imr-record-main", () => void take(page, theirs)));
    outcome.focus();
  }
}

function failed(page: RecordPage, problem: unknown): void {
  report(page.root, problem);
  tellOutcome(page, ROLE, say("import_unreadable")).focus();
}
