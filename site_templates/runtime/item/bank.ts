/** A set of questions: the way from one to the next, and how it went at the end. */

import { all, make, need, needValue } from "../ui/dom";
import { isInSteps } from "../ui/in_steps";
import { text } from "../ui/item_words";
import type { Stop } from "../ui/mounting";
import { report } from "../ui/mounting";
import { say } from "../ui/saving_words";
import { announce } from "../ui/status";
import { showEnd } from "./bank_end";
import { askToReopen, JUDGED, OPENED, verdictOf } from "./events";
import type { ItemPage } from "./item_page";
import type { Verdict } from "./verdict";
import { isMissed } from "./verdict";

/** Bring a bank to life. */
export function mountBank(root: HTMLElement, page: ItemPage): Stop {
  return new Bank(root, page).start();
}

class Bank {
  private readonly listening = new AbortController();
  private readonly items: readonly HTMLElement[];
  private readonly end: HTMLElement;
  private readonly verdicts = new Map<HTMLElement, Verdict | null>();

  constructor(
    private readonly root: HTMLElement,
    private readonly page: ItemPage,
  ) {
    this.items = itemsOf(root);
    this.end = need(root, "[data-role=end]");
  }

  start(): Stop {
    const { signal } = this.listening;
    document.addEventListener(JUDGED, (event) => this.onJudged(event), { signal });
    this.end.addEventListener(OPENED, () => this.reachEnd(true), { signal });
    this.root.addEventListener("click", (event) => this.onClick(event), { signal });
    this.lineUp(this.items);
    // a lesson in steps may open there
    if (isInSteps() && !this.end.closest("[hidden]")) this.reachEnd(true);
    return () => this.listening.abort();
  }

  private onJudged(event: Event): void {
    const item = event.target as HTMLElement;
    if (!this.items.includes(item)) return;
    const isRecall = this.verdicts.size < this.items.length;
    this.verdicts.set(item, verdictOf(event));
    // a set that was finished before the page was loaded again shows its end again
    this.reachEnd(this.hasReachedEnd || (isRecall && this.isDone()));
  }

  private get hasReachedEnd(): boolean {
    return this.end.hasAttribute("data-reached");
  }

  /** Say how the set went, or no more; in a lesson in steps the end is hidden and shown like a question. */
  private reachEnd(isReached: boolean): void {
    this.end.toggleAttribute("data-reached", isReached);
    if (!isInSteps()) this.end.hidden = !isReached;
    if (isReached) showEnd(this.end, this.items, this.verdicts);
  }

  private isDone(): boolean {
    return this.items.every((item) => this.verdicts.get(item));
  }

  private onClick(event: Event): void {
    const pressed = (event.target as Element).closest<HTMLElement>("[data-role]");
    switch (pressed?.dataset["role"]) {
      case "next":
        event.preventDefault();
        this.goOn(pressed);
        return;
      case "to-item":
        event.preventDefault();
        this.goBack(pressed);
        return;
      case "practise-missed":
        this.answerAnew(this.items.filter((item) => isMissed(this.verdicts.get(item))));
        return;
      case "start-over":
        this.startOver();
        return;
    }
  }

  private goOn(link: HTMLElement): void {
    const shown = this.items.filter((item) => !isLeftOut(item));
    const here = shown.findIndex((item) => item.contains(link));
    const next = shown[here + 1];
    if (next) focusItem(next);
    else this.goToEnd();
  }

  private goBack(link: HTMLElement): void {
    const item = this.items.find(({ id }) => link.getAttribute("href") === `#${id}`);
    if (!item) return;
    if (isLeftOut(item)) this.lineUp(this.items);
    focusItem(item);
  }

  private goToEnd(): void {
    this.reachEnd(true);
    focusIn(this.end, need(this.end, "[data-role=end-heading]"));
  }

  private startOver(): void {
    const begun = this.page.memory.startOver(needValue(this.root, "bank"));
    begun
      .then(() => this.answerAnew(this.items))
      .catch((problem: unknown) => {
        this.showTrouble();
        report(this.root, problem);
      });
  }

  private showTrouble(): void {
    this.end.querySelector(".imr-problem")?.remove();
    this.end.append(make("p", "imr-problem", say("not_begun")));
    announce(say("not_begun"));
  }

  private answerAnew(items: readonly HTMLElement[]): void {
    this.end.querySelector(".imr-problem")?.remove();
    for (const item of items) askToReopen(item);
    this.reachEnd(false);
    this.lineUp(items);
    if (items[0]) focusItem(items[0]);
  }

  /** Show these items and what frames them, hide the others, and say on each where its link leads. */
  private lineUp(items: readonly HTMLElement[]): void {
    for (const item of this.items) leaveOut(item, !items.includes(item));
    for (const framed of all(this.root, ".imr-case")) {
      leaveOut(framed, !items.some((item) => framed.contains(item)));
    }
    items.forEach((item, place) => {
      const isLast = place === items.length - 1;
      need(item, "[data-role=next]").textContent = text(isLast ? "see_end" : "next");
    });
  }
}

/** Return the items of a bank in the order of the page, also those that are placed separately. */
function itemsOf(root: HTMLElement): readonly HTMLElement[] {
  const inside = all(root, "[data-module=item]");
  const bank = CSS.escape(needValue(root, "bank"));
  const alone = all(document, `.imr-alone[data-bank="${bank}"] [data-module=item]`);
  if (alone.length === 0) return inside;
  const isBehind = (one: Node, other: Node): boolean =>
    (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_PRECEDING) > 0;
  return [...inside, ...alone].sort((one, other) => (isBehind(one, other) ? 1 : -1));
}

function isLeftOut(item: HTMLElement): boolean {
  return item.hasAttribute("data-left-out");
}

function leaveOut(element: HTMLElement, isOut: boolean): void {
  element.toggleAttribute("data-left-out", isOut);
}

/** Bring an item into view and the focus to its question; before the first item of a case comes the case. */
function focusItem(item: HTMLElement): void {
  if (isInSteps()) {
    location.hash = item.id;
    return;
  }
  const framed = item.closest<HTMLElement>(".imr-case");
  const isFirst = framed?.querySelector("[data-module=item]:not([hidden])") === item;
  if (framed && isFirst) focusIn(framed, need(framed, "[data-role=case-title]"));
  else focusIn(item, need(item, "legend"));
}

function focusIn(view: HTMLElement, goal: HTMLElement): void {
  goal.focus({ preventScroll: true });
  view.scrollIntoView({ block: "start" });
}
