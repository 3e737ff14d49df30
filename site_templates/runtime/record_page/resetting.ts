/** Starting a unit afresh: its answers are put aside and stay in the record. */

import { make, need } from "../dom";
import { report } from "../mounting";
import { beginAfresh, pastIn } from "../record/responses";
import { screens } from "../record/screens";
import { say, sayCount } from "../record/words";
import { circumstances, tellOutcome } from "./page";
import type { RecordPage } from "./page";

interface UnitTitle {
  readonly id: string;
  readonly title: string;
  readonly items: readonly string[];
}

export function letBeginAfresh(page: RecordPage): void {
  const { root, keeper, signal } = page;
  const form = need<HTMLFormElement>(root, "[data-role=reset]");
  const select = need<HTMLSelectElement>(form, "select");
  const show = (): void => offer(page, form, select);
  void keeper.ready.then(show);
  keeper.listen(show, signal);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const unit = unitTitles().find(({ id }) => id === select.value);
    if (unit) begin(page, unit).catch((problem: unknown) => report(root, problem));
  }, { signal });
}

/** Offer the units that show answers. */
function offer({ root, keeper }: RecordPage, form: HTMLFormElement, select: HTMLSelectElement): void {
  const { responses } = screens(pastIn(keeper.contents));
  const chosen = select.value;
  const options = unitTitles().flatMap(({ id, title, items }) => {
    const answered = items.filter((item) => responses.has(item)).length;
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

async function begin(page: RecordPage, { title, items }: UnitTitle): Promise<void> {
  try {
    await page.keeper.change((contents) => beginAfresh(contents, items, circumstances(page)));
    tellOutcome(page, "reset", say("reset_done", { title })).focus();
  } catch (problem) {
    tellOutcome(page, "reset", say("reset_failed"));
    throw problem;
  }
}

function unitTitles(): readonly UnitTitle[] {
  return (window as { imrTitles?: { readonly units?: readonly UnitTitle[] } }).imrTitles?.units ?? [];
}
