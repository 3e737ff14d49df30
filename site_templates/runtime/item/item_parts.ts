/** The elements that make up an item on the page. */

import { all, need, needValue } from "../ui/dom";

export interface ItemParts {
  readonly root: HTMLElement;
  readonly id: string;
  readonly hash: string;
  readonly bank: string;
  readonly number: number;
  readonly total: number;
  readonly form: HTMLFormElement;
  readonly fieldset: HTMLFieldSetElement;
  readonly question: HTMLElement;
  readonly problem: HTMLElement;
  readonly check: HTMLButtonElement;
  readonly dontKnow: HTMLButtonElement;
  readonly verdict: HTMLElement;
  readonly answer: HTMLDetailsElement;
  readonly after: HTMLElement;
  readonly again: HTMLButtonElement;
  readonly printKeys: readonly HTMLElement[];
}

/** Find every part of an item; a part that is missing is named. */
export function itemParts(root: HTMLElement): ItemParts {
  const id = needValue(root, "item");
  return {
    root,
    id,
    hash: needValue(root, "hash"),
    bank: root.closest<HTMLElement>("[data-bank]")?.dataset["bank"] ?? "",
    number: Number(needValue(root, "number")),
    total: Number(needValue(root, "total")),
    form: need(root, "form"),
    fieldset: need(root, "fieldset"),
    question: need(root, "legend"),
    problem: need(root, "[data-role=problem]"),
    check: need(root, "[data-role=check]"),
    dontKnow: need(root, "[data-role=dont-know]"),
    verdict: need(root, "[data-role=verdict]"),
    answer: need(root, "details.imr-answer"),
    after: need(root, "[data-role=after]"),
    again: need(root, "[data-role=again]"),
    printKeys: all(document, `[data-key-for="${CSS.escape(id)}"]`),
  };
}
