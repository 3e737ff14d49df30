/** Every unit with how far it is and the minutes that are left. */

import type { Unit } from "../../course/page_data.gen";
import type { Done } from "../../learner/progress";
import { doneIn, progressOf, timeLeft } from "../../learner/progress";
import { pastIn } from "../../learner/responses";
import { make, need } from "../../ui/dom";
import { linkTo } from "../../ui/link";
import { progressWords } from "../progress/progress_words";
import type { LearnerPage } from "../review/learner_page";
import { say, sayCount } from "../review/words";

export function showUnits(page: LearnerPage): void {
  const { units } = page.titles;
  const done = doneIn(pastIn(page.store.contents), units);
  const left = units.reduce((sum, unit) => sum + timeLeft(unit, done), 0);
  const head = make("tr", "", columnHead(say("column_unit")), columnHead(say("column_left")));
  const rows = units.map((unit) => rowOf(unit, done, page));
  const table = make(
    "table",
    "imr-units",
    make("caption", "", sayCount("left_in_all", left)),
    make("thead", "", head),
    make("tbody", "", ...rows),
  );
  need(page.root, "[data-role=units]").replaceChildren(table);
}

function columnHead(words: string): HTMLTableCellElement {
  const cell = make("th", "", words);
  cell.scope = "col";
  return cell;
}

function rowOf(unit: Unit, done: Done, { course }: LearnerPage): HTMLTableRowElement {
  const progress = progressOf(unit, done);
  const words = make("span", "imr-progress", progressWords(progress));
  const name = make("th", "", linkTo(`${course.base}/${unit.href}`, unit.title), words, ...whenOf(unit));
  name.scope = "row";
  name.dataset["state"] = progress.state;
  const left = timeLeft(unit, done);
  return make("tr", "", name, make("td", "imr-units-left", left === 0 ? "–" : sayCount("minutes", left)));
}

/** Return when a unit is studied, where a path says so. */
function whenOf({ stage }: Unit): HTMLElement[] {
  return stage ? [make("span", "imr-unit-stage", stage)] : [];
}
