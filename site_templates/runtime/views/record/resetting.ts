/** Starting a unit again: its answers and its dialogues are put aside and stay in the record. */

import { partOf } from "../../course/page_data";
import type { Unit } from "../../course/page_data.gen";
import type { Change, Contents } from "../../learner/contents";
import { inTurn } from "../../learner/contents";
import { dialogueProgress, restartDialogues } from "../../learner/dialogue_runs";
import { beginAfresh, pastIn } from "../../learner/responses";
import { shownAnswers } from "../../learner/shown_answers";
import { circumstancesOn } from "../../storage/circumstances";
import { make, need } from "../../ui/dom";
import { report } from "../../ui/mounting";
import type { RecordPage } from "./page";
import { showOutcome } from "./page";
import { say, sayCount } from "./words";

export function letBeginAfresh(page: RecordPage): void {
  const { root, store, signal } = page;
  const form = need<HTMLFormElement>(root, "[data-role=reset]");
  const select = need<HTMLSelectElement>(form, "select");
  const show = (): void => offer(page, form, select);
  void store.ready.then(show);
  store.listen(show, signal);
  form.addEventListener(
    "submit",
    (event) => {
      event.preventDefault();
      const unit = partOf("units").find(({ id }) => id === select.value);
      if (unit) begin(page, unit).catch((problem: unknown) => report(root, problem));
    },
    { signal },
  );
}

/** Offer the units that show answers. */
function offer({ root, store }: RecordPage, form: HTMLFormElement, select: HTMLSelectElement): void {
  const past = pastIn(store.contents);
  const { responses } = shownAnswers(past);
  const begun = dialogueProgress(past);
  const chosen = select.value;
  const options = partOf("units").flatMap(({ id, title, items, dialogues }) => {
    const said = dialogues.reduce((sum, dialogue) => sum + (begun.get(dialogue)?.path.length ?? 0), 0);
    const answered = items.filter((item) => responses.has(item)).length + said;
    const option = make("option", "", say("reset_unit", { title, answers: sayCount("answers", answered) }));
    option.value = id;
    return answered > 0 ? [option] : [];
  });
  select.replaceChildren(...options);
  if (options.some(({ value }) => value === chosen)) select.value = chosen;
  form.hidden = options.length === 0;
  const outcome = need(root, "[data-role=reset-outcome]");
  if (form.hidden && outcome.hidden) {
    outcome.textContent = say("reset_nothing");
    outcome.hidden = false;
  }
}

async function begin(page: RecordPage, unit: Unit): Promise<void> {
  try {
    await page.store.change((contents) => putAside(contents, unit, page));
    showOutcome(page, "reset", say("reset_done", { title: unit.title })).focus();
  } catch (problem) {
    showOutcome(page, "reset", say("reset_failed"));
    throw problem;
  }
}

function putAside(contents: Contents, { items, dialogues }: Unit, page: RecordPage): Change {
  const now = circumstancesOn(page.course);
  return inTurn(
    contents,
    (before) => beginAfresh(before, items, now),
    (before) => restartDialogues(before, dialogues, now),
  );
}
