/** One question on the page: from choosing to Check, verdict and feedback, and back. */

import type { Ids, Key } from "../learning/key";
import { fits, isSameSet } from "../learning/key";
import { creditMilli } from "../learning/scoring";
import { text } from "../ui/item_words";
import type { Stop } from "../ui/mounting";
import { report } from "../ui/mounting";
import { showProblem, showTrouble, updateProblem } from "../ui/problem";
import { announce } from "../ui/status";
import { readCertainty, showCertainty } from "./certainty";
import { announceVerdict, REOPEN } from "./events";
import { bringIntoView } from "./in_view";
import type { Interaction } from "./interaction";
import { interactionFor, readKey } from "./interactions";
import type { ItemPage } from "./item_page";
import type { ItemParts } from "./item_parts";
import { itemParts } from "./item_parts";
import { showAnswered, showOpen, showSuperseded } from "./item_view";
import type { Given, Judged, Recalled } from "./memory";
import { verdictOn, verdictStatus } from "./verdict";

/** Bring an item to life. */
export function mountItem(root: HTMLElement, page: ItemPage): Stop {
  const parts = itemParts(root);
  const key = readKey(parts);
  return new Item(parts, key, interactionFor(parts, key), page).start();
}

class Item {
  private readonly listening = new AbortController();
  private order: Ids = [];
  private state: "waiting" | "open" | "keeping" | "answered" = "waiting";
  private openSince = 0;
  private recalled = Promise.resolve();

  constructor(
    private readonly parts: ItemParts,
    private readonly key: Key,
    private readonly interaction: Interaction,
    private readonly page: ItemPage,
  ) {}

  start(): Stop {
    const { signal } = this.listening;
    const { form, dontKnow, again, root } = this.parts;
    form.addEventListener("submit", (event) => this.onSubmit(event), { signal });
    form.addEventListener("keydown", refuseEnter, { signal });
    form.addEventListener("change", () => this.onChange(), { signal });
    dontKnow.addEventListener("click", () => this.run(this.giveUp()), { signal });
    again.addEventListener("click", () => this.answerAgain(), { signal });
    root.addEventListener(REOPEN, () => this.open(this.interaction.arrange(this.page.newSeed())), { signal });
    this.interaction.listen(signal);
    this.recalled = this.recall();
    this.run(this.recalled);
    return () => this.listening.abort();
  }

  private onSubmit(event: Event): void {
    event.preventDefault();
    this.run(this.check());
  }

  private onChange(): void {
    updateProblem(this.parts.problem, this.interaction.open(), this.interaction.lacking);
  }

  private async check(): Promise<void> {
    await this.recalled;
    if (this.state !== "open") return;
    const lacking = this.interaction.open();
    if (lacking.length > 0) return showProblem(this.parts.problem, lacking, this.interaction.lacking);
    await this.give({ answer: this.interaction.read(), certainty: readCertainty(this.parts) });
  }

  private async giveUp(): Promise<void> {
    if (this.state === "open") await this.give({ answer: null, certainty: null });
  }

  /** Keep the response first; only what is kept is shown. */
  private async give(given: Given): Promise<void> {
    this.state = "keeping";
    try {
      await this.page.memory.keep(this.parts, this.parts.bank, this.judged(given));
    } catch (problem) {
      this.state = "open";
      showTrouble(this.parts.problem);
      throw problem;
    }
    if (this.page.withholdsVerdicts) return;
    this.showGiven(given);
    bringIntoView(this.parts.verdict);
    announce(verdictStatus(verdictOn(this.key, given), this.parts.number, this.parts.total));
  }

  private judged(given: Given): Judged {
    return {
      presented: this.order,
      given,
      scoreMilli: given.answer === null ? 0 : creditMilli(this.key, given.answer),
      latencyMs: Math.max(0, Math.round(this.page.now() - this.openSince)),
    };
  }

  /** Open the item once more in the same order, so that nothing jumps. */
  private answerAgain(): void {
    this.open(this.order);
    this.parts.question.focus();
    announce(text("status_open", { number: this.parts.number, total: this.parts.total }));
  }

  private open(order: Ids): void {
    this.layOut(order);
    showCertainty(this.parts, null);
    this.state = "open";
    this.openSince = this.page.now();
    showOpen(this.parts);
    announceVerdict(this.parts.root, null);
  }

  private async recall(): Promise<void> {
    const recalled = await this.page.memory.recall(this.parts, this.parts.bank);
    if (this.listening.signal.aborted) return;
    const order = this.interaction.arrange(recalled.seed);
    if (!recalled.answered || !this.canShowAgain(recalled.answered, order)) this.openAsFilled(order);
    showSuperseded(this.parts, recalled.supersededAt);
  }

  /** Open the item and leave in the inputs what a quick learner has put there already. */
  private openAsFilled(order: Ids): void {
    const filled = this.interaction.read();
    const certainty = readCertainty(this.parts);
    this.open(order);
    this.interaction.fill(filled);
    showCertainty(this.parts, certainty);
  }

  /** Show a response again if it is one to this item; anyone can edit storage. */
  private canShowAgain(answered: NonNullable<Recalled["answered"]>, order: Ids): boolean {
    try {
      if (answered.given.answer && !fits(this.key, answered.given.answer)) return false;
      this.showAgain(answered, order);
      return true;
    } catch (problem) {
      report(this.parts.root, problem);
      return false;
    }
  }

  /** Show the item as it was left: the order it had, the answer and what there was to say. */
  private showAgain({ presented, given }: NonNullable<Recalled["answered"]>, order: Ids): void {
    this.layOut(isSameSet(presented, order) ? presented : order);
    if (given.answer) this.interaction.fill(given.answer);
    showCertainty(this.parts, given.certainty);
    this.showGiven(given);
  }

  private layOut(order: Ids): void {
    this.order = order;
    this.interaction.reset(order);
  }

  private showGiven(given: Given): void {
    const verdict = verdictOn(this.key, given);
    this.state = "answered";
    showSuperseded(this.parts, null);
    showAnswered(this.parts, this.key, this.interaction, given, verdict);
    announceVerdict(this.parts.root, verdict);
  }

  private run(work: Promise<void>): void {
    work.catch((problem: unknown) => report(this.parts.root, problem));
  }
}

/** Enter in an input would submit the form; only Check does. */
function refuseEnter(event: KeyboardEvent): void {
  if (event.key === "Enter" && event.target instanceof HTMLInputElement) event.preventDefault();
}
