/** A checklist to tick: what is ticked is kept like what a learner writes, and is in no export. */

import type { RecordStore } from "../storage/record_store";
import { all, make, need, needValue } from "../ui/dom";
import type { Stop } from "../ui/mounting";
import { report } from "../ui/mounting";
import { ExerciseDrafts } from "./drafts";
import type { ExercisePage } from "./page";

/** Bring a checklist to life. */
export function mountChecklist(root: HTMLElement, { store }: Pick<ExercisePage, "store">): Stop {
  return new Checklist(root, store).start();
}

class Checklist {
  private readonly listening = new AbortController();
  private readonly drafts: ExerciseDrafts;
  private readonly ticks: readonly HTMLInputElement[];

  constructor(
    private readonly root: HTMLElement,
    private readonly store: RecordStore,
  ) {
    this.drafts = new ExerciseDrafts(store, `checklist/${needValue(root, "checklist")}`, this.listening.signal);
    this.ticks = all(root, "li").map(tickFor);
  }

  start(): Stop {
    const { signal } = this.listening;
    const clear = need<HTMLButtonElement>(this.root, "[data-role=clear]");
    this.root.addEventListener("change", () => this.keep(clear), { signal });
    clear.addEventListener("click", () => this.clear(clear), { signal });
    this.root.dataset["state"] = "open";
    this.store.ready.then(() => this.recall(clear)).catch((problem: unknown) => report(this.root, problem));
    return () => this.listening.abort();
  }

  /** Tick again what was; a point that has been reworded since is another one. */
  private recall(clear: HTMLElement): void {
    const ticked = this.drafts.read("ticked").split("\n");
    for (const tick of this.ticks) tick.checked ||= ticked.includes(wordsOf(tick));
    clear.hidden = !this.ticks.some(({ checked }) => checked);
  }

  private keep(clear: HTMLElement): void {
    const ticked = this.ticks.filter(({ checked }) => checked);
    this.drafts.write("ticked", ticked.map(wordsOf).join("\n"));
    clear.hidden = ticked.length === 0;
  }

  private clear(clear: HTMLElement): void {
    for (const tick of this.ticks) tick.checked = false;
    this.keep(clear);
    this.ticks[0]?.focus();
  }
}

/** Put a box before the words of a point, as the label of which they serve. */
function tickFor(point: HTMLElement): HTMLInputElement {
  const tick = make("input", "");
  tick.type = "checkbox";
  const label = make("label", "imr-tick-label", tick, make("span", "", ...point.childNodes));
  point.append(label);
  return tick;
}

function wordsOf(tick: HTMLInputElement): string {
  return tick.parentElement?.textContent?.trim().replace(/\s+/g, " ") ?? "";
}
