/** A field for a day; what is no day is named beside it before anything is saved. */

import { isDay } from "../../desk/handed_values";
import { make } from "../../ui/dom";
import { announce } from "../../ui/status";
import { field } from "./trainers";
import { say } from "./words";

// a year of five digits is in no file of a desk, and one of two is a slip
const FIRST_DAY = "2000-01-01";
const LAST_DAY = "9999-12-31";

/** Make a field for a day, which may be left open. */
export function dayInput(id: string, day = ""): HTMLInputElement {
  const made = make("input", "");
  Object.assign(made, { id, type: "date", min: FIRST_DAY, max: LAST_DAY, autocomplete: "off" });
  made.defaultValue = day;
  return made;
}

/** A field in which a day is needed. */
export interface NeededDay {
  readonly view: HTMLElement;
  readonly input: HTMLInputElement;
  /** Return the day; where there is none, say so beside the field and move there. */
  read(): string | null;
}

/** Make a field in which a day is needed. */
export function neededDay(words: string, input: HTMLInputElement): NeededDay {
  const problem = make("span", "imr-desk-problem");
  problem.id = `${input.id}-problem`;
  const view = field(words, input);
  view.append(problem);
  const show = (isWrong: boolean): void => {
    problem.hidden = !isWrong;
    problem.textContent = isWrong ? say("date_missing") : "";
    if (isWrong) {
      input.setAttribute("aria-invalid", "true");
      input.setAttribute("aria-describedby", problem.id);
    } else {
      input.removeAttribute("aria-invalid");
      input.removeAttribute("aria-describedby");
    }
  };
  const read = (): string | null => {
    const day = dayIn(input);
    show(day === null);
    if (day !== null) return day;
    announce(say("date_missing"));
    input.focus();
    return null;
  };
  show(false);
  input.addEventListener("input", () => show(false));
  return { view, input, read };
}

/** Return the day in a field, if it holds one. */
export function dayIn({ value, validity }: HTMLInputElement): string | null {
  return validity.valid && isDay(value) ? value : null;
}
