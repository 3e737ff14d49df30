/** Putting the file of a desk on this one: what it would bring is shown first, and nothing that is here is lost. */

import type { DeskContents } from "../../../desk/contents";
import { KINDS, merged } from "../../../desk/contents";
import type { DeskProblem } from "../../../desk/desk_file";
import { isSealed, readDesk } from "../../../desk/desk_file";
import { canSeal, open } from "../../../desk/sealing";
import type { JsonObject } from "../../../record/canonical";
import { LARGEST_FILE } from "../../../record/json_text";
import { makeButton } from "../../../ui/button";
import { make } from "../../../ui/dom";
import { report } from "../../../ui/mounting";
import { announce } from "../../../ui/status";
import { outcomeLine } from "../../outcome";
import { fileChoice } from "../file/file_choice";
import type { DeskPage } from "../page";
import { save } from "../page";
import { field } from "../trainers";
import { say } from "../words";
import { countWords } from "./counts";

const PROBLEMS = {
  "too-large": "import_too_large",
  damaged: "import_damaged",
  "not-a-desk": "import_not_a_desk",
  newer: "import_newer",
  "other-course": "import_other_course",
  "wrong-passphrase": "import_wrong_passphrase",
} as const satisfies Record<DeskProblem, string>;

/** Make the place to choose a file. */
export function importing(page: DeskPage): HTMLElement {
  const outcome = make("div", "");
  outcome.tabIndex = -1;
  const tell = (...inside: HTMLElement[]): void => {
    outcome.replaceChildren(...(inside.length > 0 ? [make("div", "imr-record-outcome", ...inside)] : []));
    announce(outcome.textContent ?? "");
    outcome.focus();
  };
  const refuse = (problem: DeskProblem): void => tell(make("p", "", say(PROBLEMS[problem])));
  const look = (bytes: Uint8Array): void => {
    const found = readDesk(bytes, page.course.id);
    if (typeof found === "string") refuse(found);
    else if (isSealed(found)) tell(...asking(found));
    else tell(...preview(found));
  };
  const asking = (document: JsonObject): HTMLElement[] => {
    if (!canSeal()) return [make("p", "", say("import_cannot_open"))];
    const typed = make("input", "");
    Object.assign(typed, { id: "desk-import-passphrase", type: "password", autocomplete: "off" });
    const unlock = async (): Promise<void> => {
      const opened = await open(document, typed.value);
      if (opened) look(opened);
      else refuse("wrong-passphrase");
    };
    const button = makeButton("imr-record-button", () => void unlock(), say("import_unlock"));
    return [make("p", "", say("import_locked")), field(say("passphrase_of_file"), typed), make("p", "", button)];
  };
  const preview = (theirs: DeskContents): HTMLElement[] => {
    const ours = page.desk.contents;
    const news = newsOf(ours, theirs);
    const isNews = KINDS.some((kind) => news[kind].length > 0);
    if (!isNews) return [make("p", "", say("import_nothing"))];
    const told = outcomeLine();
    const add = async (): Promise<void> => {
      const isDone = await save(page, () => page.desk.add(theirs), say("import_done"), told.tell);
      if (isDone) tell(make("p", "", say("import_done")));
    };
    const yes = makeButton("imr-record-button imr-record-main", () => void add(), say("import_yes"));
    const no = makeButton("imr-record-button", () => tell(make("p", "", say("import_left"))), say("import_no"));
    const brings = make("p", "", say("import_brings", { what: countWords(news) }));
    return [brings, make("p", "imr-record-field", yes, no), told.line];
  };
  const choice = fileChoice(
    { id: "desk-import", label: say("import_choose"), accept: ".json,application/json" },
    (file) => {
      if (file.size > LARGEST_FILE) return refuse("too-large");
      file
        .arrayBuffer()
        .then((bytes) => look(new Uint8Array(bytes)))
        .catch((problem: unknown) => {
          refuse("damaged");
          report(page.root, problem);
        });
    },
  );
  return make(
    "section",
    "imr-record-act",
    make("h3", "", say("import_title")),
    make("p", "", say("import_help")),
    choice,
    outcome,
  );
}

/** Return the entries that a merge would add or change. */
function newsOf(ours: DeskContents, theirs: DeskContents): DeskContents {
  const after = merged(ours, theirs);
  const changed = <T>(before: readonly T[], all: readonly T[]): readonly T[] => {
    const known = new Set(before.map((one) => JSON.stringify(one)));
    return all.filter((one) => !known.has(JSON.stringify(one)));
  };
  return {
    supervisor: after.supervisor,
    trainers: changed(ours.trainers, after.trainers),
    ratings: changed(ours.ratings, after.ratings),
    assignments: changed(ours.assignments, after.assignments),
    observations: changed(ours.observations, after.observations),
  };
}
