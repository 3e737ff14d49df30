/** What the parts of the record page share. */

import type { CourseOnPage } from "../../course/course_on_page";
import type { RecordStore } from "../../storage/record_store";
import { make, need } from "../../ui/dom";
import { announce } from "../../ui/status";

export interface RecordPage {
  readonly root: HTMLElement;
  readonly course: CourseOnPage;
  readonly store: RecordStore;
  readonly signal: AbortSignal;
}

/** Say how something went, where it was asked for and to a screen reader. */
export function showOutcome(
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
