/** One unit that can be chosen: its title, whether it is written yet, its minutes, until when, and why. */

import { make } from "../../../ui/dom";
import { field } from "../trainers";
import { unitOf, unitTitle } from "../units";
import { say } from "../words";
import { LONGEST_REASON } from "./reason_words";

const MOST_MINUTES = 10_000;

export interface UnitRow {
  readonly unitId: string;
  /** Why, as the scores say it; the field may say something else. */
  readonly suggested: string;
  readonly view: HTMLLIElement;
  readonly due: HTMLInputElement;
  isChosen(): boolean;
  minutes(): number;
  reason(): string;
}

/** Make a row; it is chosen until someone unticks it. */
export function unitRow(unitId: string, suggested: string): UnitRow {
  const unit = unitOf(unitId);
  const box = make("input", "");
  Object.assign(box, { type: "checkbox", defaultChecked: true });
  const title = make("label", "imr-desk-tick", box, make("strong", "", unitTitle(unitId)));
  const coming = unit && unit.href === "" ? [make("span", "imr-facts", say("coming"))] : [];
  const due = input(`desk-due-${unitId}`, "date", "");
  const minutes = input(`desk-minutes-${unitId}`, "number", `${unit?.minutes ?? 60}`);
  Object.assign(minutes, { min: "1", max: `${MOST_MINUTES}` });
  const reason = input(`desk-reason-${unitId}`, "text", suggested);
  reason.maxLength = LONGEST_REASON;
  const fields = make(
    "div",
    "imr-desk-unit-fields",
    field(say("due"), due),
    field(say("minutes"), minutes),
    field(say("reason"), reason),
  );
  return {
    unitId,
    suggested,
    view: make("li", "imr-desk-unit", make("p", "", title, ...coming), fields),
    due,
    isChosen: () => box.checked,
    minutes: () => Math.min(MOST_MINUTES, Math.max(1, Math.round(Number(minutes.value)) || (unit?.minutes ?? 60))),
    reason: () => reason.value.trim(),
  };
}

function input(id: string, type: string, value: string): HTMLInputElement {
  const made = make("input", "");
  Object.assign(made, { id, type, autocomplete: "off" });
  made.defaultValue = value;
  return made;
}
