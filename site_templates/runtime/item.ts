/** One question on the page: from choosing to Check, verdict and feedback, and back. */

import { REOPEN, tellVerdict } from "./events";
import type { Interaction } from "./interaction";
import { interactionFor, readKey } from "./interactions";
import { itemParts } from "./item_parts";
import type { ItemParts } from "./item_parts";
import { fits } from "./key";
import type { Key } from "./key";
import { readCertainty, showCertainty } from "./certainty";
import { showAnswered, showOpen } from "./item_view";
import { report } from "./mounting";
import type { Page, Stop } from "./mounting";
import { showProblem, updateProblem } from "./problem";
import { announce } from "./status";
import { text } from "./strings";
import { verdictOn, verdictStatus } from "./verdict";
import type { Given, Visited } from "./visit";

/** Bring an item to life. */
export function mountItem(root: HTMLElement, page: Page): Stop {
  const parts = itemParts(root);
  const key = readKey(parts);
  return new Item(parts, key, interactionFor(parts, key), page).start();
}

class Item {
  private readonly listening = new AbortController();
  private visited: Visited | undefined;

  constructor(
    private readonly parts: ItemParts,
    private readonly key: Key,
    private readonly interaction: Interaction,
    private readonly page: Page,
  ) {}

  start(): Stop {
    const { signal } = this.listening;
    const { form, dontKnow, again, root } = this.parts;
    form.addEventListener("submit", (event) => this.onSubmit(event), { signal });
    form.addEventListener("keydown", refuseEnter, { signal });
    form.addEventListener("change", () => this.onChange(), { signal });
    dontKnow.addEventListener("click", () => this.run(this.giveUp()), { signal });
    again.addEventListener("click", () => this.run(this.answerAgain()), { signal });
    root.addEventListener(REOPEN, () => this.run(this.open(this.page.newSeed())), { signal });
    this.interaction.listen(signal);
    this.run(this.recall());
    return () => this.listening.abort();
  }

  private onSubmit(event: Event): void {
    event.preventDefault();
    this.run(this.check());
  }

  private onChange(): void {
    updateProblem(this.parts.problem, this.interaction.open());
  }

  private async check(): Promise<void> {
    if (!this.isOpen()) return;
    const lacking = this.interaction.open();
    if (lacking.length > 0) return showProblem(this.parts.problem, lacking);
    await this.give({ answer: this.interaction.read(), certainty: readCertainty(this.parts) });
  }

  private async giveUp(): Promise<void> {
    if (this.isOpen()) await this.give({ answer: null, certainty: null });
  }

  /** Keep the response first; only what is kept is shown. */
  private async give(given: Given): Promise<void> {
    const visited = { seed: this.visited?.seed ?? 0, given };
    this.visited = visited;
    await this.page.memory.keep(this.parts, visited);
    this.showGiven(given);
    announce(verdictStatus(verdictOn(this.key, given), this.parts.number, this.parts.total));
  }

  /** Open the item once more in the same order, so that nothing jumps. */
  private async answerAgain(): Promise<void> {
    await this.open(this.visited?.seed ?? this.page.newSeed());
    this.parts.question.focus();
    announce(text("status_open", { number: this.parts.number, total: this.parts.total }));
  }

  private async open(seed: number): Promise<void> {
    const visited = { seed, given: null };
    await this.page.memory.keep(this.parts, visited);
    this.show(visited);
  }

  private async recall(): Promise<void> {
    const visited = await this.page.memory.recall(this.parts);
    if (this.listening.signal.aborted) return;
    const answer = visited?.given?.answer;
    if (visited && (!answer || fits(this.key, answer))) this.show(visited);
    else await this.open(this.page.newSeed());
  }

  /** Lay the item out as it was left, open or answered. */
  private show(visited: Visited): void {
    this.visited = visited;
    this.interaction.reset(visited.seed);
    if (visited.given?.answer) this.interaction.fill(visited.given.answer);
    showCertainty(this.parts, visited.given?.certainty ?? null);
    if (visited.given) this.showGiven(visited.given);
    else this.showOpen();
  }

  private showGiven(given: Given): void {
    const verdict = verdictOn(this.key, given);
    showAnswered(this.parts, this.key, this.interaction, given, verdict);
    tellVerdict(this.parts.root, verdict);
  }

  private showOpen(): void {
    showOpen(this.parts);
    tellVerdict(this.parts.root, null);
  }

  private isOpen(): boolean {
    return this.visited?.given === null;
  }

  private run(work: Promise<void>): void {
    work.catch((problem: unknown) => report(this.parts.root, problem));
  }
}

/** Enter in an input would submit the form; only Check does. */
function refuseEnter(event: KeyboardEvent): void {
  if (event.key === "Enter" && event.target instanceof HTMLInputElement) event.preventDefault();
}
