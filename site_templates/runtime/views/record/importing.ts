/** Importing: read the file, say what it would add, and add it only when the trainer says so. */

import { courseData, courseKeys } from "../../course/loading";
import { add } from "../../learner/adding";
import type { Contents } from "../../learner/contents";
import { LARGEST_FILE } from "../../record/json_text";
import type { Refusal } from "../../record/refusals";
import { isRefusal } from "../../record/refusals";
import { makeButton } from "../../ui/button";
import { make, need } from "../../ui/dom";
import { report } from "../../ui/mounting";
import type { ChosenFile } from "./chosen_file";
import { chosenFile } from "./chosen_file";
import type { News } from "./news";
import type { RecordPage } from "./page";
import { showOutcome } from "./page";
import { previewOf } from "./preview";
import { refusedWords } from "./refused";
import { say } from "./words";

const MAIN = "imr-record-button imr-record-main";
const ROLE = "import";
const TOO_LARGE: Refusal = { code: "too-large", values: { limit: LARGEST_FILE / 1_000_000 } };

export function letImport(page: RecordPage): void {
  const input = need<HTMLInputElement>(page.root, "#record-file");
  let choice = new AbortController();
  input.addEventListener(
    "change",
    () => {
      const file = input.files?.[0];
      if (!file) return;
      // someone who chooses another file is no longer interested in the one before
      choice.abort();
      choice = new AbortController();
      const { signal } = choice;
      look(page, file, signal)
        .catch((problem: unknown) => signal.aborted || failed(page, problem))
        // so that choosing the same file again is a change
        .finally(() => {
          if (!signal.aborted) input.value = "";
        });
    },
    { signal: page.signal },
  );
}

async function look(page: RecordPage, file: File, signal: AbortSignal): Promise<void> {
  showOutcome(page, ROLE, say("import_reading"));
  await page.store.ready;
  if (file.size > LARGEST_FILE) return refuse(page, TOO_LARGE);
  const bytes = await file.arrayBuffer();
  if (signal.aborted) return;
  const { id, base } = page.course;
  const judging = { course: await courseData(base), keys: await courseKeys(base), now: Date.now() };
  if (signal.aborted) return;
  const chosen = await chosenFile({ bytes, course: id, contents: page.store.contents, judging }, signal);
  if (signal.aborted) return;
  const { result } = chosen;
  if (isRefusal(result) || !result.isNews) chosen.close();
  if (isRefusal(result)) refuse(page, result);
  else ask(page, chosen, result);
}

function refuse(page: RecordPage, refusal: Refusal): void {
  showOutcome(page, ROLE, ...refusedWords(refusal)).focus();
}

/** Show what the file would add, with the choice to add it or to leave it. */
function ask(page: RecordPage, chosen: ChosenFile, news: News): void {
  const outcome = showOutcome(page, ROLE, ...previewOf(news));
  if (news.isNews) {
    const yes = makeButton(MAIN, () => void take(page, chosen), say(news.isOthers ? "import_yes_mine" : "import_yes"));
    const no = makeButton("imr-record-button", () => leave(page, chosen), say("import_no"));
    outcome.append(make("p", "imr-record-field", yes, no));
  }
  outcome.focus();
}

function leave(page: RecordPage, chosen: ChosenFile): void {
  chosen.close();
  showOutcome(page, ROLE, say("import_left")).focus();
}

async function take(page: RecordPage, chosen: ChosenFile): Promise<void> {
  try {
    const theirs = await chosen.record();
    if (!theirs) throw new Error("a refused file is not added");
    page.store.hasVanished = false;
    // someone who presses the button has been asked whether both are theirs
    await page.store.change((contents: Contents) => add(contents, theirs, true));
    chosen.close();
    showOutcome(page, ROLE, say("import_done")).focus();
  } catch (problem) {
    report(page.root, problem);
    const outcome = showOutcome(page, ROLE, say("import_failed"));
    outcome.append(
      " ",
      makeButton(MAIN, () => void take(page, chosen), say("import_yes")),
    );
    outcome.focus();
  }
}

function failed(page: RecordPage, problem: unknown): void {
  report(page.root, problem);
  showOutcome(page, ROLE, say("import_unreadable")).focus();
}
