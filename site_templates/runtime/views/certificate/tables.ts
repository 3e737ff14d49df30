/** The tables of a certificate: units, decisions of each strand separately, observations, confidence. */

import type { Titles } from "../../course/titles";
import type { AssignedUnit } from "../../learning/assigned";
import type { Strand } from "../../record/course_data";
import { found } from "../../record/course_data";
import type { SupervisorObservationBody } from "../../record/schema";
import { day } from "../../ui/days";
import { make } from "../../ui/dom";
import { calendarDay, level, points } from "../../ui/numbers";
import type { Cell } from "../../ui/table";
import { headCell, table } from "../../ui/table";
import { levelWords } from "../profile/given";
import { stateMark } from "../profile/state_marks";
import type { Confidence, Decision } from "./statement";
import type { UnitWork } from "./units_done";
import { say } from "./words";

type Column =
  | ("unit" | "done_on" | "minutes" | "assigner" | "due")
  | ("competency" | "decision" | "interval" | "answers" | "level")
  | ("what" | "given" | "rater" | "date");

/** List the units that are done, and the time they count for. */
export function unitsTable(units: readonly UnitWork[]): HTMLElement {
  const rows = units.map(({ title, doneAt, minutes }) => [title, doneAt === null ? "–" : day(doneAt), `${minutes}`]);
  const minutes = units.reduce((sum, unit) => sum + unit.minutes, 0);
  const hours = say("hours", { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
  const view = table(say("units_table"), headsOf("unit", "done_on", "minutes"), rows);
  const total = make("tr", "", headCell("row", say("in_all")), make("td", "", ""), make("td", "", hours));
  view.querySelector("table")?.append(make("tfoot", "", total));
  return view;
}

/** List the decisions of one strand; no two strands are ever averaged. */
export function decisionsTable(strand: Strand, decisions: readonly Decision[]): HTMLElement[] {
  const rows = decisions.map(({ competency, numbers }) => [
    competency,
    stateMark(numbers.state),
    `${level(numbers.lowMilli)} – ${level(numbers.highMilli)}`,
    `${numbers.n}`,
  ]);
  return titled(strand, ["competency", "decision", "interval", "answers"], rows);
}

/** List what was assigned: by whom, until when, and when it was completed. */
export function assignedTable(assigned: readonly AssignedUnit[], titles: Titles): HTMLElement[] {
  const rows = assigned.map(({ body: { unitId, assigner, dueDate }, completedAt }) => [
    titles.units.find(({ id }) => id === unitId)?.title ?? unitId,
    assigner ?? "–",
    dueDate ? calendarDay(dueDate) : "–",
    completedAt === null ? "–" : day(completedAt),
  ]);
  return titled("assigned", ["unit", "assigner", "due", "done_on"], rows);
}

/** List what supervisors have observed, as it was given. */
export function observationsTable(observations: readonly SupervisorObservationBody[], titles: Titles): HTMLElement[] {
  const rows = observations.map(({ kind, subject, valueMilli, rater, date }) => {
    const title = titles.competencies.find(({ id }) => id === subject)?.title;
    const name = kind === "element" ? (found(titles.instrumentItems, subject) ?? subject) : (title ?? subject);
    return [name, say("value", { value: points(valueMilli) }), rater, calendarDay(date)];
  });
  return titled("observed", ["what", "given", "rater", "date"], rows);
}

/** List how sure the learner felt, as they said it. */
export function confidenceTable(confidence: readonly Confidence[], titles: Titles): HTMLElement[] {
  const rows = confidence.map(({ competency, rating }) => {
    const unit = titles.units.find(({ id }) => id === rating.unitId)?.title ?? rating.unitId;
    const when = say(rating.when === "before" ? "rated_before" : "rated_after", { unit, date: day(rating.at) });
    return [competency, levelWords(rating), when];
  });
  return titled("confidence", ["competency", "level", "date"], rows);
}

/** Return a heading and a table, or nothing where there is nothing to list. */
function titled(
  title: Strand | "assigned" | "observed" | "confidence",
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
): HTMLElement[] {
  if (rows.length === 0) return [];
  return [make("h3", "", say(title)), table(say(title), headsOf(...columns), rows)];
}

function headsOf(...columns: readonly Column[]): string[] {
  return columns.map((column) => say(column));
}
