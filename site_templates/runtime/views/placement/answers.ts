/** The answers of a check that has ended, each as it was given and with its explanation. */

import { banksIn } from "../../item/banks_on_page";
import { mountItem } from "../../item/item";
import type { Around } from "../../item/items_anywhere";
import { fetchItems, makeItem } from "../../item/items_anywhere";
import { RecordMemory } from "../../item/memory";
import { newSeed } from "../../learner/shuffle";
import type { Check } from "../../placement/past";
import { found } from "../../record/course_data";
import { all, make } from "../../ui/dom";
import type { Stop } from "../../ui/mounting";
import { mountAll } from "../../ui/mounting";
import { say } from "./words";

/** Show them at the end of an element, the focus on their title. */
export async function showAnswers(root: HTMLElement, check: Check, around: Around): Promise<Stop> {
  const ids = check.answered.filter((id) => found(around.judged.items, id));
  await fetchItems(ids, around);
  const title = make("h2", "", say("answers_title"));
  title.tabIndex = -1;
  const section = make("section", "imr-bank imr-placement-answers", title);
  section.dataset["bank"] = check.bank;
  section.append(...ids.map((id, place) => makeItem(id, place + 1, ids.length)));
  root.append(section);
  const memory = new RecordMemory(around.store, around.course, banksIn(root, "placement"));
  const stop = mountAll(section, { item: mountItem }, { memory, newSeed, now: () => performance.now() });
  // what is over is not answered again, and there is no set to go through
  for (const act of all(section, "[data-role=again], [data-role=next]")) act.remove();
  title.focus();
  return stop;
}
