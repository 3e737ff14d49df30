/** What the parts of the record page share. */

import type { CourseOnPage } from "../../course/course_on_page";
import { localeOnPage } from "../../course/course_on_page";
import type { Circumstances } from "../../learner/append";
import type { Keeper } from "../../storage/record_store";
import { make, need } from "../../ui/dom";
import { announce } from "../../ui/status";

export interface RecordPage {
  readonly root: HTMLElement;
  readonly course: CourseOnPage;
  readonly keeper: Keeper;
  readonly signal: AbortSignal;
}

/** Give when and on what page something happens. */
export function circumstances({ course: { id, version, contentHash } }: RecordPage): Circumstances {
  return { now: Date.now(), locale: localeOnPage(), course: { id, version, contentHash } };
}

/** Say how something went, where it was asked for and to a screen reader. */
export function tellOutcome(
  { root }: Pick<RecordPage, "root">,
  role: string,
  ...lines: readonly string[]
): HTMLElement {
  const outcome = need(root, `[data-role=${role}-outcome]`);
  const shown = lines.length === 1 ? lines : lines.map((line) => make("p", "", line));
  outcome.replaceChildren(...shown);
  outcome.hidden = lines.length === 0;
  announce(lines.join(" "));
  return outcome;
}

export function button(words: string, className: string, act: () => void): HTMLButtonElement {
  const made = make("button", `imr-record-button ${className}`, words);
  made.type = "button";
  made.addEventListener("click", act);
  return made;
}
