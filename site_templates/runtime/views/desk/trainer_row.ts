/** One of those on the desk: their name, which can be changed, and the codes of the records that are theirs. */

import type { Trainer } from "../../desk/contents";
import { makeButton } from "../../ui/button";
import { make } from "../../ui/dom";
import { label as nameIt } from "../../ui/labels";
import type { Outcome } from "../outcome";
import type { DeskPage } from "./page";
import { save } from "./page";
import { removing } from "./removing";
import { say } from "./words";

export const LONGEST_NAME = 100;
const BUTTON = "imr-record-button";

export function trainerRow(page: DeskPage, trainer: Trainer, outcome: Outcome): HTMLLIElement {
  const { id, name, kind, pseudonyms } = trainer;
  const line = make("li", "");
  line.dataset["trainer"] = id;
  const rename = makeButton(BUTTON, () => askName(page, trainer, line, outcome), say("rename", { name }));
  const remove = removing(page, line, outcome, {
    kind: "trainers",
    id,
    label: say("remove", { name }),
    question: say("remove_sure", { name }),
    done: say("removed", { name }),
  });
  line.append(
    make("span", "", kind === "group" ? `${name} (${say("kind_group")})` : name),
    make("span", "imr-record-field", rename, remove),
    ...pseudonyms.map((code) => linked(page, trainer, code, outcome)),
  );
  return line;
}

/** Return what was typed as a name, without what is too long for one. */
export function typedName({ value }: HTMLInputElement): string {
  return [...value.trim()].slice(0, LONGEST_NAME).join("");
}

/** Put a field for another name in the place of a row. */
function askName(page: DeskPage, trainer: Trainer, line: HTMLElement, { tell }: Outcome): void {
  const before = [...line.childNodes];
  const input = make("input", "");
  Object.assign(input, { id: `desk-rename-${trainer.id}`, maxLength: LONGEST_NAME, autocomplete: "off" });
  input.value = trainer.name;
  const label = make("label", "", say("new_name", { name: trainer.name }));
  label.htmlFor = input.id;
  const leave = (): void => {
    line.replaceChildren(...before);
    focusRow(page, trainer);
  };
  const form = make(
    "form",
    "",
    make("p", "imr-desk-field", label, input),
    make("p", "imr-record-field", make("button", BUTTON, say("rename_do")), makeButton(BUTTON, leave, say("keep"))),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const name = typedName(input);
    if (name === "") {
      tell(say("name_missing"));
      input.focus();
      return;
    }
    const put = { ...current(page, trainer), name };
    void save(page, () => page.desk.put("trainers", put), say("renamed", { name }), tell).then((isDone) => {
      if (isDone) focusRow(page, trainer);
    });
  });
  line.replaceChildren(form);
  input.select();
}

/** Show a code that was linked, with the way to unlink it. */
function linked(page: DeskPage, trainer: Trainer, code: string, { line, tell }: Outcome): HTMLElement {
  const { name } = trainer;
  const unlink = async (): Promise<void> => {
    const now = current(page, trainer);
    const put = { ...now, pseudonyms: now.pseudonyms.filter((one) => one !== code) };
    await save(page, () => page.desk.put("trainers", put), say("unlinked", { name }), tell);
    line.focus();
  };
  const button = makeButton(BUTTON, () => void unlink(), say("unlink"));
  nameIt(button, say("unlink_named", { code, name }));
  return make("span", "imr-desk-linked", make("span", "imr-facts", say("linked", { code })), button);
}

/** Return a trainer as the desk has them now; another tab may have changed something. */
function current({ desk }: DeskPage, trainer: Trainer): Trainer {
  return desk.contents.trainers.find(({ id }) => id === trainer.id) ?? trainer;
}

function focusRow({ root }: DeskPage, { id }: Trainer): void {
  root.querySelector<HTMLElement>(`[data-trainer="${id}"] button`)?.focus();
}
