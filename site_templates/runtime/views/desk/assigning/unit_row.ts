/** One unit that can be chosen: its title, whether it is written yet, its minutes, until when, and why. */

import { make } from "../../../ui/dom";
import { dayInput } from "../day_field";
import { field } from "../trainers";
import { unitOf, unitTitle } from "../units";
import { say } from "../words";
import { LONGEST_REASON } from "./reason_words";

const MOST_MINUTES = 10_000;

export interface UnitRow {
  readonly unitId: string;
  readonly view: HTMLLIElement;
  /** What is ticked to choose it. */
  readonly box: HTMLInputElement;
  readonly due: HTMLInputElement;
  minutes(): number;
  reason(): string;
  /** Say why, as the scores do now; what someone wrote stays. */
  suggest(reason: string): void;
  /** Whether the reason is another than the scores give. */
  hasOwnReason(): boolean;
}

/** Make a row; it is chosen until someone unticks it. */
export function unitRow(unitId: string, suggested: string): UnitRow {
  const unit = unitOf(unitId);
  const box = make("input", "");
  Object.assign(box, { type: "checkbox", defaultChecked: true });
  const title = make("label", "imr-desk-tick", box, make("strong", "", unitTitle(unitId)));
  const coming = unit && unit.href === "" ? [make("span", "imr-facts", say("coming"))] : [];
  const due = dayInput(`desk-due-${unitId}`);
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
  const hasOwnReason = (): boolean => reason.value !== reason.defaultValue;
  return {
    unitId,
    box,
    view: make("li", "imr-desk-unit", make("p", "", title, ...coming), fields),
    due,
    minutes: () => Math.min(MOST_MINUTES, Math.max(1, Math.round(Number(minutes.value)) || (unit?.minutes ?? 60))),
    reason: () => reason.value.trim(),
    hasOwnReason,
    suggest: (words) => {
      const written = hasOwnReason() ? reason.value : words;
      reason.defaultValue = words;
      reason.value = written;
    },
  };
}

function input(id: string, type: string, value: string): HTMLInputElement {
  const made = make("input", "");
  Object.assign(made, { id, type, autocomplete: "off" });
  made.defaultValue = value;
  return made;
}
