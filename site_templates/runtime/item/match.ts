/** Giving each card its target, by a select or, where targets are shared, by a row of radio buttons. */

import type { Answer, Ids, MatchKey } from "../learning/key";
import { isIds } from "../learning/key";
import { all, copyOf, make, need, needValue } from "../ui/dom";
import { text } from "../ui/item_words";
import type { Open } from "../ui/problem";
import type { Interaction } from "./interaction";
import type { ItemParts } from "./item_parts";
import { markRow, unmarkRows } from "./row_marks";

export class Matching implements Interaction {
  readonly explainsAll = false;
  private readonly cards: readonly HTMLElement[];

  constructor(
    private readonly parts: ItemParts,
    private readonly key: MatchKey,
  ) {
    this.cards = all(parts.fieldset, "[data-card]");
  }

  listen(): void {
    // native inputs need no listener
  }

  arrange(): Ids {
    return this.cards.map((card) => needValue(card, "card"));
  }

  reset(): void {
    unmarkRows(this.parts.fieldset);
    this.fill({});
  }

  open(): readonly Open[] {
    const given = this.read();
    const lacking = this.cards.filter((card) => given[needValue(card, "card")] === undefined);
    return lacking.map((card) => ({ input: need(card, "select, input"), words: wordsOf(card) }));
  }

  read(): Readonly<Record<string, string>> {
    const pairs = this.cards.map((card) => [needValue(card, "card"), targetOf(card)] as const);
    return Object.fromEntries(pairs.filter(([, target]) => target !== ""));
  }

  fill(answer: Answer): void {
    for (const card of this.cards) {
      const target = isIds(answer) ? "" : (answer[needValue(card, "card")] ?? "");
      for (const select of all<HTMLSelectElement>(card, "select")) select.value = target;
      for (const input of all<HTMLInputElement>(card, "input")) input.checked = input.value === target;
    }
  }

  mark(answer: Answer | null): void {
    for (const card of this.cards) {
      const pick = card.querySelector(".imr-pick");
      if (pick) this.markPick(pick, card, answer);
      else this.markGroups(card, answer !== null);
    }
  }

  explain(answer: Answer | null): readonly Node[] {
    if (!answer) return [];
    const missed = this.cards.filter((card) => !this.isRight(card, answer));
    return missed.map((card) => make("div", "imr-first", copyOf(this.feedbackOf(card))));
  }

  private isRight(card: HTMLElement, answer: Answer): boolean {
    const id = needValue(card, "card");
    return !isIds(answer) && answer[id] === this.key.pairs[id];
  }

  private markPick(pick: Element, card: HTMLElement, answer: Answer | null): void {
    const letter = need(this.feedbackOf(card), ".imr-letter").textContent ?? "";
    if (answer && this.isRight(card, answer)) markRow(pick, "right", text("mark_pair_right"));
    else if (answer) markRow(pick, "wrong", text("mark_pair_wrong", { letter }));
    else markRow(pick, "right", text("mark_pair_missed", { letter }));
  }

  /** Mark the group chosen and the group that is right; who did not know has chosen none. */
  private markGroups(card: HTMLElement, isAnswered: boolean): void {
    const right = this.key.pairs[needValue(card, "card")];
    for (const input of all<HTMLInputElement>(card, "input")) {
      const row = input.closest("label") ?? card;
      const isChosen = isAnswered && input.checked;
      if (input.value === right) markRow(row, "right", text(isChosen ? "mark_group_right" : "mark_group_missed"));
      else if (isChosen) markRow(row, "wrong", text("mark_group_wrong"));
    }
  }

  private feedbackOf(card: HTMLElement): HTMLElement {
    return need(this.parts.answer, `[data-about="${CSS.escape(needValue(card, "card"))}"]`);
  }
}

function targetOf(card: HTMLElement): string {
  const input = card.querySelector<HTMLSelectElement | HTMLInputElement>("select, input:checked");
  return input?.value ?? "";
}

function wordsOf(card: HTMLElement): string {
  return need(card, ".imr-card-text").textContent?.trim() ?? "";
}
