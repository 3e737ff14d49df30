/** "My group starts module 6 on …": naming dates, moving them and taking them back. */

import type { NewEvent } from "../../learner/append";
import { append } from "../../learner/append";
import type { Change, Contents } from "../../learner/contents";
import { pastIn } from "../../learner/responses";
import { datesNamedFor, groupDates } from "../../review/group_dates";
import { circumstancesOn } from "../../storage/circumstances";
import { all, need, needValue } from "../../ui/dom";
import { report } from "../../ui/mounting";
import { announce } from "../../ui/status";
import type { LearnerPage } from "../review/learner_page";
import { say } from "../review/words";

/** Bring the form to life, if the course has modules. */
export function letNameDates(page: LearnerPage): void {
  const form = page.root.querySelector<HTMLFormElement>("[data-role=dates]");
  if (!form) return;
  const inputs = all<HTMLInputElement>(form, "input[type=date]");
  fill(inputs, page.store.contents);
  page.store.listen(() => form.contains(document.activeElement) || fill(inputs, page.store.contents), page.signal);
  form.addEventListener(
    "submit",
    (event) => {
      event.preventDefault();
      save(inputs, page).catch((problem: unknown) => {
        showOutcome(page, say("dates_failed"));
        report(page.root, problem);
      });
    },
    { signal: page.signal },
  );
}

function fill(inputs: readonly HTMLInputElement[], contents: Contents): void {
  const dates = new Map(groupDates(pastIn(contents)).map(({ module, date }) => [module, date]));
  for (const input of inputs) input.value = dates.get(needValue(input, "group")) ?? "";
}

async function save(inputs: readonly HTMLInputElement[], page: LearnerPage): Promise<void> {
  const named = inputs.map((input) => ({ module: needValue(input, "group"), date: input.value }));
  await page.store.change((contents) => change(contents, named, page));
  showOutcome(page, say("dates_saved"));
}

function change(contents: Contents, named: readonly { module: string; date: string }[], page: LearnerPage): Change {
  const past = pastIn(contents);
  const before = new Map(groupDates(past).map(({ module, date }) => [module, date]));
  const newEvents = named.flatMap(({ module, date }): NewEvent[] => {
    if (date === (before.get(module) ?? "")) return [];
    if (date !== "") return [{ type: "group.date", body: { moduleId: module, date } }];
    return datesNamedFor(past, module).map(({ id }) => ({
      type: "event.void",
      body: { target: id, reason: "withdrawn" },
    }));
  });
  return append(contents, newEvents, circumstancesOn(page.course));
}

function showOutcome({ root }: LearnerPage, words: string): void {
  const outcome = need(root, "[data-role=dates-outcome]");
  outcome.textContent = words;
  outcome.hidden = false;
  announce(words);
}
