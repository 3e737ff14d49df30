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
import { calendarDay } from "../../../ui/numbers";
import { announce } from "../../../ui/status";
import type { Tell } from "../../outcome";
import { outcomeLine } from "../../outcome";
import type { NeededDay } from "../day_field";
import { dayIn, dayInput, neededDay } from "../day_field";
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
  const day = neededDay(say("date"), dayInput("desk-table-date", dateOf(Date.now())));
  const show = (...inside: HTMLElement[]): void => {
    outcome.replaceChildren(...inside);
    announce(outcome.textContent ?? "");
    outcome.focus();
  };
  const look = (cells: Cells): void => {
    const found = scoresIn(cells, subjectsOf(instrument));
    if (found.problems.length > 0) show(...problems(found));
    else show(...preview(page, settled(page, found.people), day, () => show(saved())));
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
    day.view,
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

/** Scores with whose they are, as it is shown before they are saved; `id` is null for a name that the desk may not know. */
interface ScoresOfPerson extends ScoresOf {
  readonly id: string | null;
}

/** Take scores without a name for those of whoever is chosen now. */
function settled({ chosen: { trainer } }: DeskPage, people: readonly ScoresOf[]): ScoresOfPerson[] {
  return people.map(({ name, values }) => {
    if (name === "") return { id: trainer?.id ?? null, name: trainer?.name ?? say("no_name"), values };
    return { id: null, name: shown(name), values };
  });
}

/** Show whose scores were found, and of which day; names that are not on the desk are put on it. */
function preview(page: DeskPage, people: readonly ScoresOfPerson[], day: NeededDay, done: () => void): HTMLElement[] {
  const lines = people.map((person) => {
    const words = trainerOf(page.desk.contents.trainers, person) ? "table_person" : "table_new_person";
    return make("li", "", sayCount(words, Object.keys(person.values).length, { name: person.name }));
  });
  const { line, tell } = outcomeLine();
  const keep = makeButton(
    "imr-record-button imr-record-main",
    () => {
      const date = day.read();
      if (date === null) return;
      // pressed twice, it would save all twice
      keep.disabled = true;
      void keepAll(page, people, date, tell).then((isDone) => {
        keep.disabled = false;
        if (isDone) done();
      });
    },
    say("scores_save"),
  );
  return [dayLine(day), make("ul", "", ...lines), make("p", "imr-record-field", keep), line];
}

/** Say of which day the scores will be, also when it is changed. */
function dayLine({ input }: NeededDay): HTMLElement {
  const line = make("p", "");
  const show = (): void => {
    const date = dayIn(input);
    line.textContent = date ? say("table_date", { date: calendarDay(date) }) : say("date_missing");
  };
  show();
  input.addEventListener("input", show);
  return line;
}

function saved(): HTMLElement {
  return make("p", "imr-record-outcome", say("table_saved"));
}

function trainerOf<T extends Written<Trainer>>(trainers: readonly T[], { id, name }: ScoresOfPerson): T | undefined {
  return trainers.find((one) => one.id === id) ?? trainers.find((one) => one.name === name);
}

async function keepAll(page: DeskPage, people: readonly ScoresOfPerson[], date: string, tell: Tell): Promise<boolean> {
  const added: Written<Trainer>[] = [];
  const ratings: Written<FidelityRating>[] = people.map((person) => {
    const known = trainerOf([...page.desk.contents.trainers, ...added], person);
    const whose = known ?? { id: token(), kind: "trainer" as const, name: person.name, pseudonyms: [] };
    if (!known) added.push(whose);
    return { id: token(), trainer: whose.id, date, values: person.values, source: null };
  });
  const change = async (): Promise<void> => {
    if (added.length > 0) await page.desk.put("trainers", ...added);
    await page.desk.put("ratings", ...ratings);
  };
  return save(page, change, say("table_saved"), tell);
}
