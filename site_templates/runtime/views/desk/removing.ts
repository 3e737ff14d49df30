/** Taking something from the desk: it is asked for first, and the words about how it went take the focus. */

import type { Kind } from "../../desk/contents";
import { makeButton } from "../../ui/button";
import { make } from "../../ui/dom";
import type { Outcome } from "../outcome";
import type { DeskPage } from "./page";
import { save } from "./page";
import { say } from "./words";

/** What is taken away, and the words for the button, before and after. */
export interface Removal {
  readonly kind: Kind;
  readonly id: string;
  readonly label: string;
  readonly question: string;
  readonly done: string;
  /** Where the page goes on; without it, the words take the focus. */
  readonly after?: () => void;
}

/** Make the button that asks; the question stands where the inside of `line` was, and "Keep" brings that back. */
export function removing(page: DeskPage, line: HTMLElement, outcome: Outcome, removal: Removal): HTMLButtonElement {
  const { kind, id, label, question, done, after } = removal;
  const remove = async (): Promise<void> => {
    const isDone = await save(page, () => page.desk.remove(kind, id), done, outcome.tell);
    if (isDone && after) after();
    else outcome.line.focus();
  };
  const ask = (): void => {
    const before = [...line.childNodes];
    const leave = (): void => {
      line.replaceChildren(...before);
      button.focus();
    };
    const yes = makeButton("imr-record-button imr-record-erase", () => void remove(), say("remove_yes"));
    const no = makeButton("imr-record-button", leave, say("keep"));
    line.replaceChildren(make("p", "", question), make("p", "imr-record-field", yes, no));
    no.focus();
  };
  const button = makeButton("imr-record-button", ask, label);
  return button;
}
