/** What the scores suggest, and the form in which units are chosen, dated and assigned to one or many. */

import { partOf } from "../../../course/page_data";
import type { AssignedUnit, Assignment, Trainer, Written } from "../../../desk/contents";
import type { Values } from "../../../desk/fidelity";
import { findings, SUFFICIENT } from "../../../desk/fidelity";
import { latestValues } from "../../../desk/ratings_of";
import type { SuggestedUnit } from "../../../desk/suggestions";
import { suggestedUnits } from "../../../desk/suggestions";
import { token } from "../../../record/ids";
import { makeButton } from "../../../ui/button";
import { dateOf } from "../../../ui/days";
import { all, make, need } from "../../../ui/dom";
import { announce } from "../../../ui/status";
import { instruments, nameOf, ratedOn } from "../fidelity/subjects";
import type { DeskPage } from "../page";
import { save } from "../page";
import { byName, field } from "../trainers";
import { say, sayCount } from "../words";
import { LONGEST_REASON, reasonWords } from "./reason_words";
import type { UnitRow } from "./unit_row";
import { unitRow } from "./unit_row";

export function showSuggested(page: DeskPage): void {
  const place = need(page.root, "[data-role=suggested]");
  const added = { subjects: [] as string[], units: [] as string[] };
  let shownFor = "";
  const show = (): void => {
    const { trainer } = page.chosen;
    if (!trainer) {
      place.replaceChildren(make("p", "", say("whom_no_one")));
      return;
    }
    const values = latestValues(page.desk.contents.ratings, trainer.id);
    // what someone is choosing here stays as long as nothing changes under it
    const now = JSON.stringify([
      trainer.id,
      values,
      added,
      page.desk.contents.trainers.map(({ id, name }) => [id, name]),
    ]);
    if (now === shownFor) return;
    shownFor = now;
    place.replaceChildren(
      make("h3", "", say("suggested_for", { name: trainer.name })),
      ...notes(values),
      adding(values, added, show),
      choosing(page, values, added),
    );
  };
  page.chosen.show(() => {
    show();
  });
}

/** Say what the scores cannot show, before what they suggest. */
function notes(values: Values): HTMLElement[] {
  if (Object.keys(values).length === 0) return [make("p", "", say("no_scores_yet"))];
  const rated = instruments().filter(({ items }) => items.some(({ id }) => id in values));
  const items = rated.flatMap((instrument) => instrument.items);
  const { notSeen, toObserve } = findings(items, values);
  const hidden = items.filter(({ id, hides }) => hides !== undefined && id in values && !(hides in values));
  const high = toObserve.filter((id) => (values[id] ?? 0) >= SUFFICIENT);
  return [
    ...hidden.map(({ name, hides }) =>
      make("p", "imr-desk-ask", say("ask_besides", { item: name, hidden: nameOf(hides!) })),
    ),
    ...(high.length > 0
      ? [make("p", "imr-desk-ask", say("observe_besides", { items: high.map(nameOf).join(", ") }))]
      : []),
    ...(notSeen.length > 0 ? [make("p", "", say("not_seen_items", { items: notSeen.map(nameOf).join(", ") }))] : []),
  ];
}

interface Added {
  readonly subjects: string[];
  readonly units: string[];
}

/** Let a supervisor add something that is not weak, or a unit. */
function adding(values: Values, added: Added, show: () => void): HTMLElement {
  const { suggested, units } = partOf("deskData");
  const weak = new Set(instruments().flatMap(({ items }) => findings(items, values).weak));
  const subjects = instruments()
    .flatMap(ratedOn)
    .filter(({ id }, i, rows) => rows.findIndex((one) => one.id === id) === i)
    .filter(({ id }) => !weak.has(id) && (suggested[id]?.length ?? 0) > 0);
  const subject = select(
    "desk-add-subject",
    subjects.map(({ id }) => [id, nameOf(id)]),
  );
  const unit = select(
    "desk-add-unit",
    units.map(({ id, title }) => [id, title]),
  );
  const add = (list: string[], { value }: HTMLSelectElement): void => {
    if (value && !list.includes(value)) list.push(value);
    show();
  };
  const button = (act: () => void): HTMLElement => makeButton("imr-record-button", act, say("add_it"));
  return make(
    "details",
    "imr-how",
    make("summary", "imr-summary", say("add_other")),
    field(say("add_subject"), subject),
    make(
      "p",
      "",
      button(() => add(added.subjects, subject)),
    ),
    field(say("add_unit"), unit),
    make(
      "p",
      "",
      button(() => add(added.units, unit)),
    ),
  );
}

function choosing(page: DeskPage, values: Values, added: Added): HTMLElement {
  const found = suggestedUnits(instruments(), values, added.subjects, partOf("deskData").suggested);
  const own: SuggestedUnit[] = added.units
    .filter((unitId) => !found.some((one) => one.unitId === unitId))
    .map((unitId) => ({ unitId, reasons: [] }));
  const rows = [...found, ...own].map((one) => unitRow(one.unitId, reasonWords(one.reasons)));
  if (rows.length === 0) return make("p", "", say("nothing_suggested"));
  const people = whoGets(page);
  const alias = make("input", "");
  Object.assign(alias, { id: "desk-alias", maxLength: 100, autocomplete: "off", required: true });
  alias.defaultValue = page.desk.contents.supervisor.alias ?? "";
  const due = make("input", "");
  Object.assign(due, { id: "desk-due-all", type: "date" });
  due.addEventListener("change", () => {
    for (const { due: one } of rows) one.value = due.value;
  });
  const form = make(
    "form",
    "imr-desk-choosing",
    field(say("due_all"), due),
    make("ul", "imr-plain", ...rows.map(({ view }) => view)),
    people,
    field(say("alias"), alias),
    make("p", "imr-record-field", make("button", "imr-record-button imr-record-main", say("assign"))),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const ids = all<HTMLInputElement>(people, "input:checked").map(({ value }) => value);
    void assign(page, rows, ids, alias.value.trim());
  });
  return form;
}

function whoGets({ desk, chosen }: DeskPage): HTMLFieldSetElement {
  const lines = byName(desk.contents.trainers).map(({ id, name }) => {
    const box = make("input", "");
    Object.assign(box, { type: "checkbox", value: id, checked: id === chosen.trainer?.id });
    return make("label", "imr-desk-tick", box, name);
  });
  return make("fieldset", "imr-desk-ticks", make("legend", "", say("who_gets")), ...lines);
}

async function assign(page: DeskPage, rows: readonly UnitRow[], ids: readonly string[], alias: string): Promise<void> {
  const chosen = rows.filter(({ isChosen }) => isChosen());
  if (chosen.length === 0 || ids.length === 0 || alias === "") {
    announce(say(chosen.length === 0 ? "choose_units" : ids.length === 0 ? "choose_people" : "alias_missing"));
    return;
  }
  const { contents } = page.desk;
  const assignments = contents.trainers
    .filter(({ id }) => ids.includes(id))
    .map((trainer) => assignmentFor(page, trainer, chosen, alias));
  const change = async (): Promise<void> => {
    if (contents.supervisor.alias !== alias) await page.desk.call({ alias });
    await page.desk.put("assignments", ...assignments);
  };
  if (await save(page, change, sayCount("assigned_done", assignments.length))) {
    need(page.root, "#assigned").scrollIntoView();
  }
}

/** Make the assignment of one of them; a reason that was not changed is their own, from their own scores. */
function assignmentFor(
  { desk, chosen: { trainer: shownFor } }: DeskPage,
  trainer: Trainer,
  rows: readonly UnitRow[],
  assigner: string,
): Written<Assignment> {
  const values = latestValues(desk.contents.ratings, trainer.id);
  const own = suggestedUnits(instruments(), values, [], partOf("deskData").suggested);
  const units: AssignedUnit[] = rows.map((row) => {
    const reasons = own.find(({ unitId }) => unitId === row.unitId)?.reasons ?? [];
    const isOwn = trainer.id === shownFor?.id || row.reason() !== row.suggested;
    const reason = (isOwn ? row.reason() : reasonWords(reasons)).slice(0, LONGEST_REASON);
    return { unitId: row.unitId, minutes: row.minutes(), dueDate: row.due.value || null, reason };
  });
  return { id: token(), trainer: trainer.id, assigner, date: dateOf(Date.now()), units };
}

function select(id: string, options: readonly (readonly [string, string])[]): HTMLSelectElement {
  const made = make("select", "", ...options.map(([value, words]) => new Option(words, value)));
  made.id = id;
  return made;
}
