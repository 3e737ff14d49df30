/** Every unit with how far it is and the minutes that are left. */

import { make, need } from "../dom";
import type { UnitTitle } from "../profile/titles";
import { doneIn, progressOf, timeLeft } from "../record/progress";
import type { Done } from "../record/progress";
import { pastIn } from "../record/responses";
import { say as sayOfRecord } from "../record/words";
import type { LearnerPage } from "../review/learner_page";
import { linkTo } from "../review/linking";
import { say, sayCount } from "../review/words";

const STATE = { "not-started": "progress_none", "in-progress": "progress_some", done: "progress_done" } as const;

export function showUnits(page: LearnerPage): void {
  const { units } = page.titles;
  const done = doneIn(pastIn(page.keeper.contents), units);
  const left = units.reduce((sum, unit) => sum + timeLeft(unit, done), 0);
  const head = make("tr", "", columnHead(say("column_unit")), columnHead(say("column_left")));
  const rows = units.map((unit) => rowOf(unit, done, page));
  const table = make("table", "imr-units", make("caption", "", sayCount("left_in_all", left)), make("thead", "", head), make("tbody", "", ...rows));
  need(page.root, "[data-role=units]").replaceChildren(table);
}

function columnHead(words: string): HTMLTableCellElement {
  const cell = make("th", "", words);
  cell.scope = "col";
  return cell;
}

function rowOf(unit: UnitTitle, done: Done, { course }: LearnerPage): HTMLTableRowElement {
  const { state, ...counts } = progressOf(unit, done);
  const progress = make("span", "imr-progress", sayOfRecord(STATE[state], counts));
  const name = make("th", "", linkTo(`${course.base}/${unit.href}`, unit.title), progress);
  name.scope = "row";
  name.dataset["state"] = state;
  const left = timeLeft(unit, done);
  return make("tr", "", name, make("td", "imr-units-left", left === 0 ? "–" : sayCount("minutes", left)));
}
