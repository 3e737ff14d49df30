/** Picking the most and the least helpful of four replies, by the letters of two groups of radio buttons. */

import { shuffled } from "../learner/shuffle";
import { countsFor, isMostChosen } from "../learning/best_worst";
import type { Answer, BestWorstKey, Ids } from "../learning/key";
import { isIds } from "../learning/key";
import { endOf } from "../learning/scoring";
import { all, bringIntoOrder, copyOf, make, need, needValue } from "../ui/dom";
import type { IconName } from "../ui/icons";
import { icon } from "../ui/icons";
import { text } from "../ui/item_words";
import { letterAnew, letterOf } from "../ui/letters";
import type { Open } from "../ui/problem";
import type { Interaction } from "./interaction";
import type { ItemParts } from "./item_parts";
import { markRow, unmarkRows } from "./row_marks";

const ENDS = ["best", "worst"] as const;
type End = (typeof ENDS)[number];

/** What there is to say of a reply after an answer. */
interface Said {
  readonly sign: IconName;
  readonly words: string;
}

export class BestWorst implements Interaction {
  readonly explainsAll = false;
  private readonly replies: HTMLElement;
  private shown: readonly string[];

  constructor(
    private readonly parts: ItemParts,
    private readonly key: BestWorstKey,
  ) {
    this.replies = need(parts.fieldset, ".imr-replies");
    this.shown = all(this.replies, "[data-reply]").map((reply) => needValue(reply, "reply"));
  }

  listen(): void {
    // native inputs need no listener
  }

  arrange(seed: number): Ids {
    return shuffled(this.shown, seed);
  }

  reset(order: Ids): void {
    unmarkRows(this.parts.fieldset);
    this.fill({});
    this.shown = order;
    bringIntoOrder(this.replies, "reply", order);
    for (const end of ENDS) bringIntoOrder(need(this.group(end), ".imr-letters"), "option", order);
    bringIntoOrder(need(this.parts.answer, ".imr-told"), "about", order);
    letterAnew([this.parts.root, ...this.parts.printKeys], order);
  }

  open(): readonly Open[] {
    const given = this.read();
    const lacking = ENDS.filter((end) => given[end] === undefined);
    // one reply at both ends: either may be changed
    const toChange = lacking.length === 0 && given.best === given.worst ? ENDS : lacking;
    return toChange.map((end) => ({ input: this.inputs(end)[0]!, words: this.nameOf(end) }));
  }

  get lacking(): string {
    const { best, worst } = this.read();
    return text(best !== undefined && best === worst ? "same_reply" : "both_ends");
  }

  read(): Readonly<Partial<Record<End, string>> & Record<string, string>> {
    const pairs = ENDS.map((end) => [end, this.inputs(end).find((input) => input.checked)?.value] as const);
    return Object.fromEntries(pairs.filter(([, reply]) => reply !== undefined)) as Record<string, string>;
  }

  fill(answer: Answer): void {
    for (const end of ENDS) {
      for (const input of this.inputs(end)) input.checked = !isIds(answer) && input.value === answer[end];
    }
  }

  mark(answer: Answer | null): void {
    if (!this.key.isJudged) return;
    for (const reply of all(this.replies, "[data-reply]")) {
      const said = this.said(needValue(reply, "reply"), answer);
      if (said) markRow(reply, said.sign, said.words);
    }
  }

  /** Explain both picks and both ends; what was picked and does not fit comes first. */
  explain(answer: Answer | null): readonly Node[] {
    if (!answer) return [];
    if (!this.key.isJudged) return ENDS.flatMap((end) => this.compared(end, endOf(answer, end)));
    const told = this.shown.flatMap((id) => {
      const said = this.said(id, answer);
      return said ? [{ id, said }] : [];
    });
    const isRight = ({ said }: { said: Said }): boolean => said.sign === "right";
    const inOrder = [...told.filter((one) => !isRight(one)), ...told.filter(isRight)];
    return inOrder.map(({ id, said }) => this.feedbackOn(id, said.words, said.sign));
  }

  /** Say what a reply is and what it was taken for; nothing of one that is neither. */
  private said(id: string, answer: Answer | null): Said | null {
    const taken = ENDS.find((end) => answer && endOf(answer, end) === id);
    const is = ENDS.find((end) => isMostChosen(this.key[end], id));
    if (is && taken) return is === taken ? { sign: "right", words: text(`mark_${is}_right`) } : takenFor(is);
    if (is) return { sign: "right", words: text(`mark_${is}_missed`) };
    return taken ? { sign: this.signOf(id, taken), words: text(`mark_chosen_${taken}`) } : null;
  }

  /** A pick that fewer experts made is partly right. */
  private signOf(id: string, taken: End): IconName {
    return countsFor(this.key, taken, id) ? "partly" : "wrong";
  }

  private compared(end: End, id: string | null): readonly Node[] {
    return id === null ? [] : [this.feedbackOn(id, text(`mark_chosen_${end}`), null)];
  }

  private feedbackOn(id: string, words: string, sign: IconName | null): Node {
    const told = need(this.parts.answer, `[data-about="${CSS.escape(id)}"] .imr-told-why`);
    const letter = make("span", "imr-letter", letterOf(id, this.shown));
    letter.translate = false;
    const heading = make("p", "imr-told-what", ...(sign ? [icon(sign), " "] : []), letter, " ", words);
    return make("div", "imr-first", heading, make("div", "imr-told-why", copyOf(told)));
  }

  private group(end: End): HTMLElement {
    return need(this.parts.fieldset, `[data-end=${end}]`);
  }

  private inputs(end: End): HTMLInputElement[] {
    return all(this.group(end), "input");
  }

  private nameOf(end: End): string {
    return need(this.group(end), "legend").textContent?.trim() ?? "";
  }
}

/** Say that a reply was taken for the opposite of what it is. */
function takenFor(is: End): Said {
  return { sign: "wrong", words: text(is === "best" ? "mark_best_as_worst" : "mark_worst_as_best") };
}
