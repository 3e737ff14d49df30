/** Bringing steps into order with move buttons. */

import type { Answer, Ids, OrderKey } from "../learning/key";
import { isIds } from "../learning/key";
import { all, bringIntoOrder, copyOf, make, need, needValue } from "../ui/dom";
import { text } from "../ui/item_words";
import { letterAnew } from "../ui/letters";
import type { Open } from "../ui/problem";
import { updateProblem } from "../ui/problem";
import { announce } from "../ui/status";
import type { Interaction } from "./interaction";
import type { ItemParts } from "./item_parts";
import { markRow, unmarkRows } from "./row_marks";

export class Ordering implements Interaction {
  readonly explainsAll = true;
  private readonly list: HTMLElement;
  private readonly steps: readonly HTMLElement[];
  private readonly shownFirst: readonly string[];
  private isTouched = false;

  constructor(
    private readonly parts: ItemParts,
    private readonly key: OrderKey,
  ) {
    this.list = need(parts.fieldset, ".imr-steps");
    this.steps = all(this.list, "[data-step]");
    this.shownFirst = this.read();
  }

  listen(signal: AbortSignal): void {
    const moved = (event: Event): void => {
      const button = (event.target as Element).closest<HTMLButtonElement>("[data-move]");
      if (button && button.getAttribute("aria-disabled") !== "true") this.move(button);
    };
    this.list.addEventListener("click", moved, { signal });
  }

  /** The compiler has put them into an order that is never the right one. */
  arrange(): Ids {
    return this.shownFirst;
  }

  get lacking(): string {
    return text("not_ordered");
  }

  reset(): void {
    this.isTouched = false;
    unmarkRows(this.list);
    this.fill(this.shownFirst);
  }

  /** The order shown first is no one's answer, and it is never the right one. */
  open(): readonly Open[] {
    if (this.isTouched) return [];
    return [{ input: need(this.list, "[data-move=down]"), words: text("go_to_steps") }];
  }

  read(): readonly string[] {
    return all(this.list, "[data-step]").map((step) => needValue(step, "step"));
  }

  fill(answer: Answer): void {
    if (isIds(answer)) bringIntoOrder(this.list, "step", answer);
    this.refresh();
  }

  mark(answer: Answer | null): void {
    // who did not know sees the right order below, not marks on an order no one chose
    if (!answer) return;
    this.read().forEach((id, place) => {
      const belongs = this.key.steps.indexOf(id);
      const isRight = belongs === place;
      const words = isRight ? text("mark_place_right") : text("mark_place_wrong", { place: belongs + 1 });
      markRow(this.stepOf(id), isRight ? "right" : "wrong", words);
    });
  }

  explain(): readonly Node[] {
    return [make("div", "imr-first", copyOf(need(this.parts.answer, "[data-role=told]")))];
  }

  /** Move a step by moving its neighbour, so that the button pressed keeps the focus. */
  private move(button: HTMLButtonElement): void {
    const step = button.closest<HTMLElement>("[data-step]");
    const up = needValue(button, "move") === "up";
    const neighbour = up ? step?.previousElementSibling : step?.nextElementSibling;
    if (!step || !neighbour) return;
    if (up) step.after(neighbour);
    else step.before(neighbour);
    this.isTouched = true;
    updateProblem(this.parts.problem, []);
    this.refresh();
    this.announceMoved(step);
  }

  private announceMoved(step: HTMLElement): void {
    const place = this.read().indexOf(needValue(step, "step")) + 1;
    const words = need(step, ".imr-step-text").textContent?.trim() ?? "";
    announce(text("moved", { text: words, place, total: this.steps.length }));
  }

  private refresh(): void {
    const order = this.read();
    letterAnew([this.parts.root, ...this.parts.printKeys], order);
    order.forEach((id, place) => {
      this.allow(id, "up", place > 0);
      this.allow(id, "down", place < order.length - 1);
    });
  }

  /** A button that cannot move stays focusable, so that a learner at the end of the list is not thrown off it. */
  private allow(id: string, direction: "up" | "down", allowed: boolean): void {
    need(this.stepOf(id), `[data-move=${direction}]`).setAttribute("aria-disabled", `${!allowed}`);
  }

  private stepOf(id: string): HTMLElement {
    return need(this.list, `[data-step="${CSS.escape(id)}"]`);
  }
}
