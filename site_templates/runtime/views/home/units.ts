/** Every unit with how far it is and the minutes that are left. */

import type { Unit } from "../../course/page_data.gen";
import type { Done } from "../../learner/progress";
import { doneIn, progressOf } from "../../learner/progress";
import { pastIn } from "../../learner/responses";
import { minutesAhead, unitsAhead } from "../../learner/units_ahead";
import { makeButton } from "../../ui/button";
import { make, need } from "../../ui/dom";
import { linkTo } from "../../ui/link";
import { progressWords } from "../progress/progress_words";
import type { LearnerPage } from "../review/learner_page";
import { say, sayCount } from "../review/words";

/** How many units are shown before someone asks for all. */
const SHOWN = 5;

export function showUnits(page: LearnerPage): void {
  const { units } = page.titles;
  const done = doneIn(pastIn(page.store.contents), units);
  const left = units.reduce((sum, unit) => sum + minutesAhead(unit, done), 0);
  const head = make("tr", "", columnHead(say("column_unit")), columnHead(say("column_left")));
  const first = new Set(unitsAhead(units, done, SHOWN));
  const rows = units.map((unit) => {
    const row = rowOf(unit, done, page);
    row.classList.toggle("imr-units-rest", !first.has(unit));
    return row;
  });
  const table = make(
    "table",
    "imr-units",
    make("caption", "", leftInAll(left)),
    make("thead", "", head),
    make("tbody", "", ...rows),
  );
  const place = need(page.root, "[data-role=units]");
  const isWhole = place.querySelector("table[data-all]") !== null || first.size === units.length;
  table.toggleAttribute("data-all", isWhole);
  place.replaceChildren(table, ...(isWhole ? [] : [showAll(table, units.length)]));
}

function showAll(table: HTMLTableElement, count: number): HTMLElement {
  const button = makeButton(
    "imr-record-button",
    () => {
      table.toggleAttribute("data-all", true);
      button.remove();
      table.querySelector<HTMLElement>(".imr-units-rest a")?.focus();
    },
    sayCount("units_all", count),
  );
  return button;
}

function leftInAll(minutes: number): string {
  return minutes < 120 ? sayCount("left_in_all", minutes) : sayCount("left_in_hours", Math.round(minutes / 60));
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
  const left = minutesAhead(unit, done);
  return make("tr", "", name, make("td", "imr-units-left", left === 0 ? "–" : sayCount("minutes", left)));
}

/** Return when a unit is studied, where a path says so. */
function whenOf({ stage }: Unit): HTMLElement[] {
  return stage ? [make("span", "imr-unit-stage", stage)] : [];
}
