/** Choosing among mistakes by competency; each says how many there are. */

import { found } from "../../record/course_data";
import { make } from "../../ui/dom";
import type { LearnerPage } from "./learner_page";
import { say, sayCount } from "./words";

export interface Filter {
  readonly root: HTMLElement;
  /** Return the items of the competency that is chosen. */
  items(): readonly string[];
}

/** Make the choice out of the items that there are. */
export function filterOf(items: readonly string[], { judged, titles }: Pick<LearnerPage, "judged" | "titles">): Filter {
  const asking = (name: string): string[] => items.filter((id) => found(judged.items, id)?.competencies.includes(name));
  const select = make("select", "", option("", say("all_competencies"), items.length));
  select.id = "mistakes-of";
  for (const { id, title } of titles.competencies) {
    const count = asking(id).length;
    if (count > 0) select.append(option(id, title, count));
  }
  const label = make("label", "", say("competency"));
  label.htmlFor = select.id;
  return {
    root: make("p", "imr-record-field imr-mistakes-filter", label, select),
    items: () => (select.value === "" ? items : asking(select.value)),
  };
}

function option(value: string, title: string, count: number): HTMLOptionElement {
  const made = make("option", "", say("option", { title, questions: sayCount("questions", count) }));
  made.value = value;
  return made;
}
