/** One question of the check on the page: kept when it is answered, and nothing said of it. */

import { mountItem } from "../../item/item";
import type { Around } from "../../item/items_anywhere";
import { makeItem } from "../../item/items_anywhere";
import { RecordMemory } from "../../item/memory";
import { newSeed } from "../../learner/shuffle";
import type { Check } from "../../placement/past";
import { mostFor } from "../../placement/suggestion";
import { makeButton } from "../../ui/button";
import { all, make, need } from "../../ui/dom";
import type { Stop } from "../../ui/mounting";
import { mountAll } from "../../ui/mounting";
import { say } from "./words";

/** Replace what is shown by a question whose script is loaded; the record says when it is answered. */
export function showQuestion(root: HTMLElement, id: string, check: Check, around: Around, onStop: () => void): Stop {
  const number = check.answered.length + 1;
  const most = mostFor(number);
  const item = wordedForCheck(makeItem(id, number, most), number, most);
  const progress = make("h2", "imr-placement-progress", say("progress", { number, most }));
  const section = make("section", "imr-bank imr-placement-question", progress, item, stopControl(onStop));
  section.dataset["bank"] = check.bank;
  root.replaceChildren(section);
  // no list of items: the check decides itself when it ends
  const memory = new RecordMemory(
    around.store,
    around.course,
    new Map([[check.bank, { mode: "placement", items: [] }]]),
  );
  return mountAll(
    root,
    { item: mountItem },
    { memory, newSeed, now: () => performance.now(), withholdsVerdicts: true },
  );
}

/** Put the focus on the question, or on its case if it has one. */
export function focusQuestion(root: HTMLElement): void {
  const goal = root.querySelector<HTMLElement>("[data-role=case-title]") ?? need(root, "legend");
  goal.focus({ preventScroll: true });
  need(root, ".imr-placement-progress").scrollIntoView({ block: "start" });
}

function wordedForCheck(item: HTMLElement, number: number, most: number): HTMLElement {
  for (const numbered of all(item, ".imr-item-number")) numbered.remove();
  need(item, "legend .imr-visually-hidden").textContent = `${say("question", { number, most })} `;
  need(item, "[data-role=check] [data-role=words]").textContent = say("answer_on");
  return item;
}

function stopControl(onStop: () => void): HTMLElement {
  const stop = makeButton("imr-act", onStop, say("stop"));
  return make("div", "imr-placement-stop", make("p", "imr-acts", stop), make("p", "imr-quiet", say("stop_note")));
}
