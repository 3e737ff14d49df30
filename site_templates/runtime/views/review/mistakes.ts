/** My mistakes: what was missed last time, over the whole course, to look at or to practise. */

import { JUDGED } from "../../item/events";
import { mountSet } from "../../item/items_anywhere";
import { validEventsOf } from "../../record/log";
import { mistakes } from "../../review/mistakes";
import { makeButton } from "../../ui/button";
import { make, need } from "../../ui/dom";
import type { Stop } from "../../ui/mounting";
import { report } from "../../ui/mounting";
import { announce } from "../../ui/status";
import { filterOf } from "./filter";
import { LatestMemory } from "./latest_memory";
import type { LearnerPage } from "./learner_page";
import { logIn } from "./learner_page";
import { say, sayCount } from "./words";

const BANK = "mistakes";

/** Show how many there are, with a choice of competency and what to do with them. */
export function showMistakes(page: LearnerPage): void {
  const section = new Mistakes(page, need(page.root, "[data-role=mistakes]"));
  section.show();
  // what is being looked at stays as it is
  page.store.listen(() => section.isInUse || section.show(), page.signal);
}

class Mistakes {
  isInUse = false;
  private readonly area = make("div", "imr-mistakes-area");
  private stop: Stop = () => {};

  constructor(
    private readonly page: LearnerPage,
    private readonly place: HTMLElement,
  ) {
    this.area.addEventListener(JUDGED, (event) => this.explainAll(event.target as HTMLElement), {
      signal: page.signal,
    });
  }

  show(): void {
    const items = this.items();
    if (items.length === 0) {
      this.place.replaceChildren(make("p", "", say(this.hasAnswers() ? "mistakes_none" : "mistakes_yet")));
      return;
    }
    const filter = filterOf(items, this.page);
    const look = makeButton("imr-record-button", () => this.open(filter.items(), false), say("look"));
    const practise = makeButton(
      "imr-record-button imr-record-main",
      () => this.open(filter.items(), true),
      say("practise"),
    );
    this.place.replaceChildren(
      make("p", "", say("mistakes_help")),
      filter.root,
      make("p", "imr-record-field", practise, look),
      this.area,
    );
  }

  private open(items: readonly string[], isPractice: boolean): void {
    this.isInUse = true;
    this.mount(items, isPractice).catch((problem: unknown) => {
      report(this.page.root, problem);
      this.area.replaceChildren(make("p", "imr-problem-words", say("failed")));
    });
  }

  /** Show the items as they were answered, all explained; or open, in a set of its own, to be answered again. */
  private async mount(items: readonly string[], isPractice: boolean): Promise<void> {
    this.stop();
    this.area.replaceChildren();
    const bank = isPractice ? `${BANK}-${this.begun() + 1}` : BANK;
    const title = say(isPractice ? "practise_title" : "look_title");
    const set = { bank, mode: "review" as const, title, size: sayCount("questions", items.length), items };
    this.area.dataset["for"] = isPractice ? "practice" : "looking";
    this.stop = await mountSet(this.area, set, this.page, isPractice ? undefined : latest);
    this.goTo(need(this.area, ".imr-bank-title"), title);
  }

  /** Open every explanation of an item that shows its answer to be looked at. */
  private explainAll(item: HTMLElement): void {
    const isLooking = this.area.dataset["for"] === "looking" && item.dataset["state"] === "answered";
    if (isLooking) need<HTMLDetailsElement>(item, "details.imr-answer").open = true;
  }

  private goTo(heading: HTMLElement, title: string): void {
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    heading.scrollIntoView({ block: "start" });
    announce(title);
  }

  private items(): string[] {
    return mistakes(logIn(this.page.store.contents), this.page.judged).map(({ body }) => body.itemId);
  }

  private hasAnswers(): boolean {
    return this.page.store.contents.events.some(({ raw }) => raw.type === "item.response");
  }

  /** Count how often mistakes were practised, so that each time has a set of its own. */
  private begun(): number {
    const started = validEventsOf(logIn(this.page.store.contents), "attempt.started");
    return started.filter(({ body }) => body.bankId.startsWith(`${BANK}-`)).length;
  }
}

const latest = (
  { store, course }: Pick<LearnerPage, "store" | "course">,
  banks: ConstructorParameters<typeof LatestMemory>[2],
): LatestMemory => new LatestMemory(store, course, banks);
