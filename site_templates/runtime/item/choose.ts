/** Choosing one option, or all that fit. */

import { shuffled } from "../learner/shuffle";
import type { Answer, ChooseKey, Ids } from "../learning/key";
import { isIds } from "../learning/key";
import { all, bringIntoOrder, copyOf, make, need, needValue } from "../ui/dom";
import { icon } from "../ui/icons";
import { text } from "../ui/item_words";
import { keyInOrder, letterAnew, letterOf } from "../ui/letters";
import type { Open } from "../ui/problem";
import type { Interaction } from "./interaction";
import type { ItemParts } from "./item_parts";
import { markRow, unmarkRows } from "./row_marks";

export class Choosing implements Interaction {
  readonly explainsAll = false;
  private readonly rows: readonly HTMLElement[];
  private shown: readonly string[];

  constructor(
    private readonly parts: ItemParts,
    private readonly key: ChooseKey,
  ) {
    this.rows = all(parts.fieldset, "[data-option]");
    this.shown = this.rows.map((row) => needValue(row, "option"));
  }

  listen(): void {
    // native inputs need no listener
  }

  arrange(seed: number): Ids {
    return shuffled(this.shown, seed);
  }

  reset(order: Ids): void {
    unmarkRows(this.parts.fieldset);
    this.fill([]);
    this.shown = order;
    bringIntoOrder(need(this.parts.fieldset, ".imr-options"), "option", this.shown);
    bringIntoOrder(need(this.parts.answer, ".imr-told"), "about", this.shown);
    letterAnew([this.parts.root, ...this.parts.printKeys], this.shown);
    keyInOrder(this.parts.printKeys, this.shown);
  }

  open(): readonly Open[] {
    if (this.read().length > 0) return [];
    return [{ input: need(this.parts.fieldset, "[data-option] input"), words: text("go_to_answers") }];
  }

  read(): readonly string[] {
    return this.shown.filter((id) => this.inputOf(id).checked);
  }

  fill(answer: Answer): void {
    for (const id of this.shown) this.inputOf(id).checked = isIds(answer) && answer.includes(id);
  }

  mark(answer: Answer | null): void {
    const chosen = answer && isIds(answer) ? answer : [];
    for (const row of this.rows) {
      const id = needValue(row, "option");
      const isKey = this.key.keys.includes(id);
      if (chosen.includes(id)) {
        markRow(row, isKey ? "right" : "wrong", text(isKey ? "mark_chosen_right" : "mark_chosen_wrong"));
      } else if (isKey) {
        markRow(row, "right", text("mark_missed"));
      }
    }
  }

  explain(answer: Answer | null): readonly Node[] {
    // who did not know finds every answer explained below
    if (!answer || !isIds(answer)) return [];
    const isKey = (id: string): boolean => this.key.keys.includes(id);
    const chosen = this.shown.filter((id) => answer.includes(id));
    const missed = this.shown.filter((id) => isKey(id) && !answer.includes(id));
    // what the wrong choices do comes first
    const inOrder = [...chosen.filter((id) => !isKey(id)), ...chosen.filter(isKey)];
    return [
      ...inOrder.map((id) => this.feedbackOn(id, text("you_chose", { letter: this.letter(id) }), isKey(id))),
      ...missed.map((id) => this.feedbackOn(id, text("right_is", { letter: this.letter(id) }), true)),
    ];
  }

  private feedbackOn(id: string, heading: string, isKey: boolean): Node {
    const feedback = need(this.parts.answer, `[data-about="${CSS.escape(id)}"] .imr-told-why`);
    const words = make("p", "imr-told-what", icon(isKey ? "right" : "wrong"), " ", heading);
    return make("div", "imr-first", words, make("div", "imr-told-why", copyOf(feedback)));
  }

  private letter(id: string): string {
    return letterOf(id, this.shown);
  }

  private inputOf(id: string): HTMLInputElement {
    return need(this.parts.fieldset, `[data-option="${CSS.escape(id)}"] input`);
  }
}
