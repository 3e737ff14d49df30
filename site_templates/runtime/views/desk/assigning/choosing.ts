/** The form in which units are chosen for someone, dated, and assigned to one or many. */

import { partOf } from "../../../course/page_data";
import type { AssignedUnit, Assignment, Trainer, Written } from "../../../desk/contents";
import type { Values } from "../../../desk/fidelity";
import { latestValues } from "../../../desk/ratings_of";
import type { SuggestedUnit } from "../../../desk/suggestions";
import { suggestedUnits } from "../../../desk/suggestions";
import { token } from "../../../record/ids";
import { dateOf } from "../../../ui/days";
import { make, need } from "../../../ui/dom";
import { outcomeLine } from "../../outcome";
import { dayInput } from "../day_field";
import { instruments } from "../fidelity/subjects";
import type { DeskPage } from "../page";
import { save } from "../page";
import { field } from "../trainers";
import { say, sayCount } from "../words";
import { People } from "./people";
import { LONGEST_REASON, reasonWords } from "./reason_words";
import type { UnitRow } from "./unit_row";
import { unitRow } from "./unit_row";

/** What is chosen in it stays: a change of the scores or of the desk, and what is added, leave the rest as it is. */
export class Choosing {
  readonly view = make("div", "");

  private readonly added = { subjects: [] as string[], units: [] as string[] };
  private values: Values | undefined;
  private rows: readonly UnitRow[] = [];
  private readonly list = make("ul", "imr-plain");
  private readonly nothing = make("p", "", say("nothing_suggested"));
  private readonly people: People;
  private readonly alias = make("input", "");
  private readonly outcome = outcomeLine();
  private readonly form: HTMLFormElement;

  constructor(
    private readonly page: DeskPage,
    private readonly trainer: Trainer,
  ) {
    this.people = new People(trainer.id);
    Object.assign(this.alias, { id: "desk-alias", maxLength: 100, autocomplete: "off", required: true });
    const due = dayInput("desk-due-all");
    due.addEventListener("change", () => {
      for (const row of this.rows) row.due.value = due.value;
    });
    this.form = make(
      "form",
      "imr-desk-choosing",
      field(say("due_all"), due),
      this.list,
      this.people.view,
      field(say("alias"), this.alias),
      make("p", "imr-record-field", make("button", "imr-record-button imr-record-main", say("assign"))),
      this.outcome.line,
    );
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.assign();
    });
    this.view.append(this.nothing, this.form);
  }

  /** Suggest what the scores suggest now, for whoever is on the desk now. */
  follow(values: Values): void {
    const { trainers, supervisor } = this.page.desk.contents;
    this.people.follow(trainers);
    this.alias.defaultValue = supervisor.alias ?? "";
    if (JSON.stringify(values) === JSON.stringify(this.values)) return;
    this.values = values;
    this.show();
    this.bringWeakestToFront();
  }

  /** Add the units for something that was rated. */
  addSubject(subject: string): void {
    this.add(this.added.subjects, subject, partOf("deskData").suggested[subject] ?? []);
  }

  addUnit(unitId: string): void {
    this.add(this.added.units, unitId, [unitId]);
  }

  /** Add something, and move to the first of its units that is new, or that is there already. */
  private add(list: string[], id: string, units: readonly string[]): void {
    const before = this.rows;
    if (id && !list.includes(id)) list.push(id);
    this.show();
    const its = this.rows.filter(({ unitId }) => units.includes(unitId));
    (its.find((row) => !before.includes(row)) ?? its[0])?.box.focus();
  }

  /** Show a row for each unit; those that are there stay where they are, with what was chosen in them. */
  private show(): void {
    const found = this.found();
    const known = new Map(this.rows.map((row) => [row.unitId, row]));
    const words = new Map(found.map(({ unitId, reasons }) => [unitId, reasonWords(reasons)]));
    const kept = this.rows.filter(({ unitId }) => words.has(unitId));
    for (const row of kept) row.suggest(words.get(row.unitId)!);
    const fresh = found.filter(({ unitId }) => !known.has(unitId));
    this.rows = [...kept, ...fresh.map(({ unitId }) => unitRow(unitId, words.get(unitId)!))];
    for (const row of known.values()) if (!kept.includes(row)) row.view.remove();
    this.list.append(...this.rows.slice(kept.length).map(({ view }) => view));
    this.form.hidden = this.rows.length === 0;
    this.nothing.hidden = this.rows.length > 0;
  }

  private bringWeakestToFront(): void {
    const order = this.found().map(({ unitId }) => unitId);
    this.rows = [...this.rows].sort((one, other) => order.indexOf(one.unitId) - order.indexOf(other.unitId));
    this.list.append(...this.rows.map(({ view }) => view));
  }

  /** Return the units for what is weak and for what was added, and the units that were added. */
  private found(): SuggestedUnit[] {
    const found = suggestedUnits(instruments(), this.values ?? {}, this.added.subjects, partOf("deskData").suggested);
    const own = this.added.units.filter((unitId) => !found.some((one) => one.unitId === unitId));
    return [...found, ...own.map((unitId) => ({ unitId, reasons: [] }))];
  }

  private async assign(): Promise<void> {
    const { desk, root } = this.page;
    const chosen = this.rows.filter(({ box }) => box.checked);
    const people = this.people.chosenOf(desk.contents.trainers);
    const alias = this.alias.value.trim();
    if (chosen.length === 0) return this.outcome.tell(say("choose_units"));
    if (people.length === 0) return this.outcome.tell(say("choose_people"));
    if (alias === "") return this.outcome.tell(say("alias_missing"));
    const assignments = people.map((one) => this.assignmentFor(one, chosen, alias));
    const change = async (): Promise<void> => {
      if (desk.contents.supervisor.alias !== alias) await desk.call({ alias });
      await desk.put("assignments", ...assignments);
    };
    const done = sayCount("assigned_done", assignments.length);
    if (await save(this.page, change, done, this.outcome.tell)) need(root, "#assigned").scrollIntoView();
  }

  /** Make the assignment of one of them; a reason that was not changed is their own, from their own scores. */
  private assignmentFor(trainer: Trainer, rows: readonly UnitRow[], assigner: string): Written<Assignment> {
    const values = latestValues(this.page.desk.contents.ratings, trainer.id);
    const own = suggestedUnits(instruments(), values, [], partOf("deskData").suggested);
    const units: AssignedUnit[] = rows.map((row) => {
      const reasons = own.find(({ unitId }) => unitId === row.unitId)?.reasons ?? [];
      const isOwn = trainer.id === this.trainer.id || row.hasOwnReason();
      const reason = (isOwn ? row.reason() : reasonWords(reasons)).slice(0, LONGEST_REASON);
      return { unitId: row.unitId, minutes: row.minutes(), dueDate: row.due.value || null, reason };
    });
    return { id: token(), trainer: trainer.id, assigner, date: dateOf(Date.now()), units };
  }
}
