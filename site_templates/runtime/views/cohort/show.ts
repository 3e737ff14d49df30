/** The cohort page: files are chosen, read beside the page, and become tables; nothing of them is kept. */

import { judgedOnPage } from "../../course/judged";
import { partOf } from "../../course/page_data";
import type { Titles } from "../../course/titles";
import type { Member } from "../../desk/cohort";
import { counted, membersOf } from "../../desk/cohort";
import type { CohortRow, Comparison } from "../../desk/cohort_row";
import { isSoundRow } from "../../desk/cohort_row";
import type { Cell } from "../../desk/spreadsheet";
import type { Strand } from "../../record/course_data";
import { isRefusal } from "../../record/refusals";
import { makeButton } from "../../ui/button";
import { dateOf } from "../../ui/days";
import { make, need } from "../../ui/dom";
import { report } from "../../ui/mounting";
import { announce } from "../../ui/status";
import type { Parts } from "../../ui/turns";
import { inTurns } from "../../ui/turns";
import type { DeskPage } from "../desk/page";
import { stateMark } from "../profile/state_marks";
import type { Column, Line } from "./columns";
import { competencyColumns, linesOf, numberRows, overviewColumns } from "./columns";
import { dropPlace, limited } from "./dropping";
import { gapsTable, rowsForOthers } from "./gaps";
import { handingOut } from "./handing_out";
import { namedFiles } from "./named_files";
import { overTime } from "./over_time";
import { PagedTable } from "./paged_table";
import type { Outcome } from "./reading_files";
import { readFiles } from "./reading_files";
import { say, sayCount } from "./words";

/** How far the reading is, is reported at most this often. */
const PAUSE = 200;

const FILTERS: Readonly<Record<string, (line: Line) => boolean>> = {
  all: () => true,
  sound: ({ member }) => isSoundRow(member.latest),
  marked: ({ member }) => !isSoundRow(member.latest),
  safety: ({ member }) => member.latest.safetyOpen.length > 0,
  overdue: ({ counts }) => counts.overdue > 0,
};

const STATES = ["shown", "not-yet", "not-enough-evidence"] as const;

export class Cohort {
  private outcomes: Outcome[] = [];
  /** What was chosen is read in this order. */
  private line: Promise<void> = Promise.resolve();
  private reading = new AbortController();
  private showing = new AbortController();
  private readonly overview: PagedTable;
  private readonly competencies: PagedTable;
  /** On paper: whom the tables show, which strand, and what the signs mean, whose words have no room there. */
  private readonly wanted = make("p", "imr-cohort-key");
  private readonly key = make("p", "imr-cohort-key");
  private readonly progress = make("progress", "");
  private readonly progressWords = make("p", "");
  private readonly stop = makeButton("imr-record-button", () => this.cancel(), say("cancel"));

  constructor(
    private readonly page: DeskPage,
    private readonly titles: Titles,
  ) {
    this.overview = new PagedTable(say("table_overview"));
    this.competencies = new PagedTable(say("table_competencies"));
    this.fill(
      "drop",
      dropPlace((files) => void this.take(files)),
    );
    const clear = makeButton("imr-record-button", () => this.clear(), say("clear"));
    this.fill("clear", clear);
    this.progress.setAttribute("aria-label", say("progress"));
    this.fill("progress", this.progress, this.progressWords, this.stop);
    this.fill("overview", this.wanted, this.overview.root);
    this.fill("competencies", this.key, this.competencies.root);
    const { signal } = page;
    this.control("filter").addEventListener("change", () => this.show(), { signal });
    this.control("strand").addEventListener("change", () => this.show(), { signal });
    this.control("find").addEventListener("input", () => this.show(), { signal });
    this.control("with-marked").addEventListener("change", () => this.show(), { signal });
    page.desk.listen(() => this.show(), signal);
    this.fill("hand-out", ...this.handingOut());
    this.showWholeOnPaper(page);
    this.show();
  }

  /** Read files, in addition to those that were read before, and after those that are being read. */
  take(chosen: readonly File[]): Promise<void> {
    const { signal } = this.reading;
    // a worker that was stopped never answers
    const isLeft = new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve()));
    this.line = this.line.then(() => (signal.aborted ? undefined : Promise.race([this.read(chosen, signal), isLeft])));
    return this.line;
  }

  private async read(chosen: readonly File[], signal: AbortSignal): Promise<void> {
    const { taken, left } = limited(chosen);
    const before = this.outcomes.length;
    let told = 0;
    const tell = (outcome: Outcome): void => {
      if (signal.aborted) return;
      this.outcomes.push(outcome);
      const now = Date.now();
      if (now - told < PAUSE) return;
      told = now;
      this.showProgress(this.outcomes.length - before, taken.length);
    };
    this.part("progress").hidden = false;
    this.showProgress(0, taken.length);
    announce(sayCount("begun", taken.length));
    try {
      await readFiles(taken, this.comparison(), tell, signal);
    } catch (problem) {
      if (!signal.aborted) report(this.page.root, problem);
    }
    if (signal.aborted) return;
    this.part("progress").hidden = true;
    this.show();
    const words = [sayCount("read", this.outcomes.length - before), ...(left > 0 ? [sayCount("left", left)] : [])];
    this.fill("outcome", ...words.map((one) => make("p", "", one)));
    announce(words.join(" "));
  }

  private cancel(): void {
    this.stopReading();
    this.show();
    const words = sayCount("cancelled", this.outcomes.length);
    this.fill("outcome", make("p", "", words));
    announce(words);
  }

  /** Leave what is being read, and what waits for it. */
  private stopReading(): void {
    this.reading.abort();
    this.reading = new AbortController();
    this.part("progress").hidden = true;
  }

  private clear(): void {
    this.stopReading();
    this.outcomes = [];
    this.fill("outcome");
    this.show();
    announce(say("cleared"));
  }

  private comparison(): Comparison {
    return { course: judgedOnPage(), keys: partOf("keys"), now: Date.now() };
  }

  private members(): Member[] {
    const rows = this.outcomes.flatMap(({ found }): CohortRow[] =>
      found === "failed" || isRefusal(found) ? [] : [found],
    );
    return membersOf(rows);
  }

  /** Show everything anew, part by part, so that the page has its turns; whoever asks again begins again. */
  private show(): void {
    this.showing.abort();
    this.showing = new AbortController();
    inTurns(this.parts(), this.showing.signal).catch((problem: unknown) => report(this.page.root, problem));
  }

  private *parts(): Parts<void> {
    const members = this.members();
    need(this.page.root, "[data-role=tables]").hidden = members.length === 0;
    this.part("named").hidden = this.outcomes.length === 0;
    yield;
    this.fill("named", ...namedFiles(this.outcomes, members));
    if (members.length === 0) return;
    const lines = this.filtered(linesOf(members, this.page.desk.contents, dateOf(Date.now())));
    yield;
    this.overview.show(overviewColumns(this.titles), lines);
    yield;
    this.competencies.show(competencyColumns(this.titles, this.strand()), lines);
    this.key.replaceChildren(make("strong", "", this.chosenWords("strand")), ...STATES.map(stateMark));
    const isEveryone = lines.length === members.length;
    this.wanted.replaceChildren(isEveryone ? "" : `${this.chosenWords("filter")} ${this.control("find").value}`);
    yield;
    const counting = counted(
      lines.map(({ member }) => member),
      this.withMarked(),
    );
    const marked = lines.length - counting.length;
    this.fill("counting", say("counting", { counted: counting.length, marked }));
    this.fill("gaps", gapsTable(counting, this.titles));
    yield;
    this.fill("over-time", ...overTime(lines, this.titles));
  }

  private filtered(lines: readonly Line[]): Line[] {
    const wanted = this.control("find").value.trim().toLocaleLowerCase();
    const isWanted = FILTERS[this.control("filter").value] ?? FILTERS["all"]!;
    return lines.filter((line) => isWanted(line) && line.name.toLocaleLowerCase().includes(wanted));
  }

  private handingOut(): HTMLElement[] {
    const counting = (): Member[] =>
      counted(
        this.overview.sorted().map(({ member }) => member),
        this.withMarked(),
      );
    return handingOut(this.page.course.base, {
      overview: () => rowsOf(overviewColumns(this.titles), this.overview.sorted()),
      numbers: () => numberRows(this.overview.sorted(), this.titles),
      others: () => rowsForOthers(counting(), this.titles),
    });
  }

  /** Let paper have every line, whoever asks for it: the button, the keys or the menu of the browser. */
  private showWholeOnPaper({ signal }: DeskPage): void {
    const tables = [this.overview, this.competencies];
    const show = (isWhole: boolean): void => {
      for (const table of tables) table.showWhole(isWhole);
    };
    window.addEventListener("beforeprint", () => show(true), { signal });
    window.addEventListener("afterprint", () => show(false), { signal });
  }

  private showProgress(done: number, all: number): void {
    this.progress.max = all;
    this.progress.value = done;
    this.progressWords.textContent = say("reading", { done, all });
  }

  private withMarked(): boolean {
    return this.control("with-marked").checked;
  }

  private strand(): Strand | "observed" {
    return this.control("strand").value as Strand | "observed";
  }

  /** Return the words of what is chosen in a list. */
  private chosenWords(id: string): string {
    return need<HTMLSelectElement>(this.page.root, `#cohort-${id}`).selectedOptions[0]?.text ?? "";
  }

  private control(id: string): HTMLInputElement {
    return need<HTMLInputElement>(this.page.root, `#cohort-${id}`);
  }

  private part(role: string): HTMLElement {
    return need(this.page.root, `[data-role=${role}]`);
  }

  private fill(role: string, ...inside: readonly (Node | string)[]): void {
    this.part(role).replaceChildren(...inside);
  }
}

function rowsOf(columns: readonly Column[], lines: readonly Line[]): Cell[][] {
  return [columns.map(({ head }) => head), ...lines.map((line) => columns.map(({ cell }) => cell(line)))];
}
