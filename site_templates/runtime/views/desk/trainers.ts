/** Whom a supervisor supervises: trainers, and groups that are rated as one. */

import type { Trainer } from "../../desk/contents";
import { token } from "../../record/ids";
import { make, need } from "../../ui/dom";
import { outcomeLine } from "../outcome";
import type { DeskPage } from "./page";
import { save } from "./page";
import { LONGEST_NAME, trainerRow, typedName } from "./trainer_row";
import { say } from "./words";

export function showTrainers(page: DeskPage): void {
  const list = make("ul", "imr-desk-people imr-plain");
  const none = make("p", "", say("no_trainers"));
  const outcome = outcomeLine();
  const show = (): void => {
    const { trainers } = page.desk.contents;
    none.hidden = trainers.length > 0;
    list.hidden = trainers.length === 0;
    list.replaceChildren(...byName(trainers).map((trainer) => trainerRow(page, trainer, outcome)));
  };
  need(page.root, "[data-role=trainers]").replaceChildren(none, list, outcome.line, adding(page));
  show();
  page.desk.listen(show, page.signal);
}

/** Sort people by their names, as the language of the page does. */
export function byName(trainers: readonly Trainer[]): Trainer[] {
  const order = new Intl.Collator(document.documentElement.lang || "en", { numeric: true });
  return [...trainers].sort((one, other) => order.compare(one.name, other.name));
}

function adding(page: DeskPage): HTMLFormElement {
  const name = make("input", "");
  Object.assign(name, { id: "desk-name", maxLength: LONGEST_NAME, autocomplete: "off" });
  const kind = make("select", "");
  kind.id = "desk-kind";
  kind.append(new Option(say("kind_trainer"), "trainer"), new Option(say("kind_group"), "group"));
  const button = make("button", "imr-record-button", say("add"));
  const { line, tell } = outcomeLine();
  const form = make(
    "form",
    "",
    field(say("name"), name),
    field(say("kind"), kind),
    make("p", "imr-record-field", button),
    line,
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const typed = typedName(name);
    if (typed === "") {
      tell(say("name_missing"));
      name.focus();
      return;
    }
    const trainer = { id: token(), kind: kind.value as Trainer["kind"], name: typed, pseudonyms: [] };
    void save(page, () => page.desk.put("trainers", trainer), say("added", { name: typed }), tell).then((isDone) => {
      if (isDone) name.value = "";
    });
  });
  return form;
}

/** Put a label above a field. */
export function field(words: string, input: HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement): HTMLElement {
  const label = make("label", "", words);
  label.htmlFor = input.id;
  return make("p", "imr-desk-field", label, input);
}
