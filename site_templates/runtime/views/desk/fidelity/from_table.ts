/** Scores from a spreadsheet: pasted, or from a CSV or XLSX file; they are looked at before they are saved. */

import { load } from "../../../course/loading";
import type { InstrumentData } from "../../../course/page_data.gen";
import type { Cells } from "../../../desk/cells";
import { cellsIn } from "../../../desk/cells";
import type { FidelityRating, Trainer, Written } from "../../../desk/contents";
import type { ScoresInTable, ScoresOf, TableProblem } from "../../../desk/scores";
import { scoresIn } from "../../../desk/scores";
import { tableText } from "../../../desk/table_text";
import { token } from "../../../record/ids";
import { shown } from "../../../record/refusals";
import { makeButton } from "../../../ui/button";
import { dateOf } from "../../../ui/days";
import { make } from "../../../ui/dom";
import { report } from "../../../ui/mounting";
import { announce } from "../../../ui/status";
import { fileChoice } from "../file/file_choice";
import type { DeskPage } from "../page";
import { save } from "../page";
import { field } from "../trainers";
import { say, sayCount } from "../words";
import { subjectsOf } from "./subjects";

const LARGEST = 5_000_000;
const LISTED = 10;

/** Make the place to paste or choose a table. */
export function fromTable(page: DeskPage, instrument: InstrumentData): HTMLElement {
  const outcome = make("div", "");
  outcome.tabIndex = -1;
  const pasted = make("textarea", "");
  Object.assign(pasted, { id: "desk-pasted", rows: 6, spellcheck: false });
  const date = make("input", "");
  Object.assign(date, { id: "desk-table-date", type: "date" });
  date.defaultValue = dateOf(Date.now());
  const look = (cells: Cells): void => {
    const found = scoresIn(cells, subjectsOf(instrument));
    const day = date.value || dateOf(Date.now());
    outcome.replaceChildren(
      ...(found.problems.length > 0 ? problems(found) : preview(page, found.people, day, outcome)),
    );
    announce(outcome.textContent ?? "");
    outcome.focus();
  };
  const choice = fileChoice({ id: "desk-table", label: say("table_file"), accept: ".csv,.txt,.tsv,.xlsx" }, (file) => {
    cellsOf(file, page.course.base)
      .then(look)
      .catch((problem: unknown) => {
        outcome.replaceChildren(make("p", "imr-record-outcome", say("table_unreadable", { file: file.name })));
        announce(say("table_unreadable", { file: file.name }));
        report(page.root, problem);
      });
  });
  return make(
    "div",
    "",
    make("p", "", say("table_help")),
    field(say("date"), date),
    field(say("pasted"), pasted),
    make(
      "p",
      "imr-record-field",
      makeButton("imr-record-button", () => look(cellsIn(pasted.value)), say("table_read")),
    ),
    choice,
    outcome,
  );
}

async function cellsOf(file: File, base: string): Promise<Cells> {
  if (file.size > LARGEST) throw new Error(`${file.name} is larger than a table of scores`);
  if (!file.name.toLowerCase().endsWith(".xlsx")) {
    return cellsIn(tableText(new Uint8Array(await file.arrayBuffer())));
  }
  if (!window.imr.readSpreadsheet) await load(`${base}/assets/spreadsheet.js`);
  if (!window.imr.readSpreadsheet) throw new Error("spreadsheet.js brought nothing");
  return window.imr.readSpreadsheet(file);
}

function problems({ problems }: ScoresInTable): HTMLElement[] {
  const lines = problems.slice(0, LISTED).map((problem) => make("li", "", problemWords(problem)));
  const more = problems.length - LISTED;
  if (more > 0) lines.push(make("li", "", sayCount("table_more", more)));
  return [make("div", "imr-record-outcome", make("p", "", say("table_wrong")), make("ul", "", ...lines))];
}

function problemWords({ code, cell, words }: TableProblem): string {
  const values = { cell, words: shown(words) };
  switch (code) {
    case "not-a-number":
      return say("cell_not_a_number", values);
    case "out-of-range":
      return say("cell_out_of_range", values);
    case "unknown-item":
      return say("cell_unknown_item", values);
    case "twice":
      return say("cell_twice", values);
    case "no-items":
      return say("table_no_items");
    case "both-ways":
      return say("table_both_ways");
  }
}

/** Show whose scores were found; names that are not on the desk are put on it. */
function preview(page: DeskPage, people: readonly ScoresOf[], date: string, outcome: HTMLElement): HTMLElement[] {
  const lines = people.map(({ name, values }) => {
    const count = Object.keys(values).length;
    const who = shown(name) || page.chosen.trainer?.name || "";
    return make("li", "", sayCount(isKnown(page, name) ? "table_person" : "table_new_person", count, { name: who }));
  });
  const keep = makeButton(
    "imr-record-button imr-record-main",
    () => {
      void keepAll(page, people, date).then((isDone) => {
        if (isDone) outcome.replaceChildren(make("p", "imr-record-outcome", say("table_saved")));
      });
    },
    say("scores_save"),
  );
  return [make("ul", "", ...lines), make("p", "imr-record-field", keep)];
}

function isKnown({ desk, chosen }: DeskPage, name: string): boolean {
  return name === "" ? chosen.trainer !== undefined : desk.contents.trainers.some((one) => one.name === name);
}

async function keepAll(page: DeskPage, people: readonly ScoresOf[], date: string): Promise<boolean> {
  const added: Written<Trainer>[] = [];
  const ratings: Written<FidelityRating>[] = people.map(({ name, values }) => {
    const known = [...page.desk.contents.trainers, ...added].find((one) => one.name === name);
    const trainer = name === "" ? page.chosen.trainer : known;
    const whose = trainer ?? {
      id: token(),
      kind: "trainer" as const,
      name: shown(name) || say("no_name"),
      pseudonyms: [],
    };
    if (!trainer) added.push(whose);
    return { id: token(), trainer: whose.id, date, values, source: null };
  });
  const change = async (): Promise<void> => {
    if (added.length > 0) await page.desk.put("trainers", ...added);
    await page.desk.put("ratings", ...ratings);
  };
  return save(page, change, say("table_saved"));
}
