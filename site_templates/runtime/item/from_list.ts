/** Choosing from a list that is shown once above several questions: by radio buttons, or in a long list by a select. */

import type { Answer, ChooseKey, Ids } from "../learning/key";
import { isIds } from "../learning/key";
import { all, copyOf, make, need, needValue } from "../ui/dom";
import { text } from "../ui/item_words";
import type { Open } from "../ui/problem";
import type { Interaction } from "./interaction";
import type { ItemParts } from "./item_parts";
import { markRow, unmarkRows } from "./row_marks";

export class FromList implements Interaction {
  readonly explainsAll = false;
  private readonly inputs: readonly HTMLInputElement[];
  private readonly select: HTMLSelectElement | null;

  constructor(
    private readonly parts: ItemParts,
    private readonly key: ChooseKey,
  ) {
    this.inputs = all(parts.fieldset, "input[name=choice]");
    this.select = parts.fieldset.querySelector("select");
  }

  listen(): void {
    // native inputs need no listener
  }

  /** The other questions name the list by its letters too, so its order stays. */
  arrange(): Ids {
    const values = this.select ? [...this.select.options].slice(1) : this.inputs;
    return values.map(({ value }) => value);
  }

  reset(): void {
    unmarkRows(this.parts.fieldset);
    this.fill([]);
  }

  open(): readonly Open[] {
    if (this.read().length > 0) return [];
    return [{ input: this.select ?? this.inputs[0]!, words: text("go_to_answers") }];
  }

  read(): readonly string[] {
    if (this.select) return this.select.value ? [this.select.value] : [];
    return this.inputs.filter((input) => input.checked).map(({ value }) => value);
  }

  fill(answer: Answer): void {
    const chosen = isIds(answer) ? answer[0] : undefined;
    for (const input of this.inputs) input.checked = input.value === chosen;
    if (this.select) this.select.value = chosen ?? "";
  }

  mark(answer: Answer | null): void {
    const chosen = answer && isIds(answer) ? answer[0] : undefined;
    if (this.select) this.markSelect(this.select, chosen);
    else this.markRows(chosen);
  }

  private markRows(chosen: string | undefined): void {
    for (const row of all(this.parts.fieldset, "[data-option]")) {
      const id = needValue(row, "option");
      const isKey = this.isKey(id);
      if (id === chosen)
        markRow(row, isKey ? "right" : "wrong", text(isKey ? "mark_chosen_right" : "mark_chosen_wrong"));
      else if (isKey) markRow(row, "right", text("mark_missed"));
    }
  }

  /** Say why a likely confusion is wrong; of any other wrong answer, why the right one is right. */
  explain(answer: Answer | null): readonly Node[] {
    const chosen = answer && isIds(answer) ? answer[0] : undefined;
    if (chosen === undefined) return [];
    const found = this.feedbackOf(chosen);
    if (found) return [feedback(text("you_chose", { letter: letterIn(found) }), found)];
    const right = need(this.parts.answer, "[data-is=right]");
    return [feedback(text("rather", { letter: letterIn(right) }), right)];
  }

  private markSelect(select: HTMLSelectElement, chosen: string | undefined): void {
    const letter = letterIn(need(this.parts.answer, "[data-is=right]"));
    const pick = select.parentElement!;
    if (chosen === undefined) markRow(pick, "right", text("mark_pair_missed", { letter }));
    else if (this.isKey(chosen)) markRow(pick, "right", text("mark_pair_right"));
    else markRow(pick, "wrong", text("mark_pair_wrong", { letter }));
  }

  private isKey(id: string): boolean {
    return this.key.keys.includes(id);
  }

  private feedbackOf(id: string): HTMLElement | null {
    return this.parts.answer.querySelector(`[data-about="${CSS.escape(id)}"]`);
  }
}

function letterIn(found: ParentNode): string {
  return need(found, ".imr-letter").textContent ?? "";
}

function feedback(words: string, found: ParentNode): HTMLElement {
  const why = make("div", "imr-told-why", copyOf(need(found, ".imr-told-why")));
  return make("div", "imr-first", make("p", "imr-told-what", words), why);
}
