/** Whom a supervisor supervises: trainers, and groups that are rated as one. */

import type { Trainer } from "../../desk/contents";
import { token } from "../../record/ids";
import { makeButton } from "../../ui/button";
import { make, need } from "../../ui/dom";
import { announce } from "../../ui/status";
import type { DeskPage } from "./page";
import { save } from "./page";
import { say } from "./words";

const LONGEST_NAME = 100;

export function showTrainers(page: DeskPage): void {
  const list = make("ul", "imr-desk-people imr-plain");
  const none = make("p", "", say("no_trainers"));
  const show = (): void => {
    const { trainers } = page.desk.contents;
    none.hidden = trainers.length > 0;
    list.hidden = trainers.length === 0;
    list.replaceChildren(...byName(trainers).map((trainer) => row(page, trainer)));
  };
  need(page.root, "[data-role=trainers]").replaceChildren(none, list, adding(page));
  show();
  page.desk.listen(show, page.signal);
}

/** Sort people by their names, as the language of the page does. */
export function byName(trainers: readonly Trainer[]): Trainer[] {
  const order = new Intl.Collator(document.documentElement.lang || "en", { numeric: true });
  return [...trainers].sort((one, other) => order.compare(one.name, other.name));
}

function row(page: DeskPage, trainer: Trainer): HTMLLIElement {
  const { name, kind } = trainer;
  const line = make("li", "");
  const words = make("span", "", kind === "group" ? `${name} (${say("kind_group")})` : name);
  const begin = makeButton("imr-record-button", () => ask(), say("remove", { name }));
  const ask = (): void => {
    const yes = makeButton("imr-record-button imr-record-erase", () => void remove(page, trainer), say("remove_yes"));
    const no = makeButton("imr-record-button", () => leave(), say("keep"));
    line.replaceChildren(make("p", "", say("remove_sure", { name })), make("p", "imr-record-field", yes, no));
    no.focus();
  };
  const leave = (): void => {
    line.replaceChildren(words, begin);
    begin.focus();
  };
  line.append(words, begin);
  return line;
}

async function remove(page: DeskPage, { id, name }: Trainer): Promise<void> {
  await save(page, () => page.desk.remove("trainers", id), say("removed", { name }));
}

function adding(page: DeskPage): HTMLFormElement {
  const name = make("input", "");
  Object.assign(name, { id: "desk-name", maxLength: LONGEST_NAME, autocomplete: "off" });
  const kind = make("select", "");
  kind.id = "desk-kind";
  kind.append(new Option(say("kind_trainer"), "trainer"), new Option(say("kind_group"), "group"));
  const button = make("button", "imr-record-button", say("add"));
  const form = make(
    "form",
    "",
    field(say("name"), name),
    field(say("kind"), kind),
    make("p", "imr-record-field", button),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const typed = [...name.value.trim()].slice(0, LONGEST_NAME).join("");
    if (typed === "") return announce(say("name_missing"));
    const trainer = { id: token(), kind: kind.value as Trainer["kind"], name: typed, pseudonyms: [] };
    void save(page, () => page.desk.put("trainers", trainer), say("added", { name: typed })).then((isDone) => {
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
