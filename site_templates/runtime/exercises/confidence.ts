/** How sure a learner is of what a unit trains: said with one press, and changed as often as they like. */

import type { Occasion, Said, When } from "../learner/confidence";
import { confidenceOn, keepLevels } from "../learner/confidence";
import { pastIn } from "../learner/responses";
import { circumstancesOn } from "../storage/circumstances";
import { day } from "../ui/days";
import { all, need, needValue } from "../ui/dom";
import type { Stop } from "../ui/mounting";
import { report } from "../ui/mounting";
import { showProblem, showTrouble, updateProblem } from "../ui/problem";
import { announce } from "../ui/status";
import type { ExercisePage } from "./page";
import { say } from "./words";

/** Bring the question to life. */
export function mountConfidence(root: HTMLElement, page: ExercisePage): Stop {
  return new Confidence(root, page).start();
}

class Confidence {
  private readonly listening = new AbortController();
  private readonly occasion: Occasion;
  private readonly form: HTMLFormElement;
  private readonly problem: HTMLElement;
  private readonly fieldsets: readonly HTMLElement[];

  constructor(
    private readonly root: HTMLElement,
    private readonly page: ExercisePage,
  ) {
    this.occasion = { unit: needValue(root, "unit"), when: needValue(root, "when") as When };
    this.form = need(root, "[data-role=form]");
    this.problem = need(root, "[data-role=problem]");
    this.fieldsets = all(this.form, "[data-competency]");
  }

  start(): Stop {
    const { signal } = this.listening;
    this.root.dataset["state"] = "open";
    this.form.addEventListener(
      "submit",
      (event) => {
        event.preventDefault();
        this.keep().catch((problem: unknown) => report(this.root, problem));
      },
      { signal },
    );
    this.form.addEventListener("change", () => this.onChange(), { signal });
    this.page.store.ready.then(() => this.recall()).catch((problem: unknown) => report(this.root, problem));
    return () => this.listening.abort();
  }

  /** What has just been chosen is not kept yet. */
  private onChange(): void {
    updateProblem(this.problem, []);
    need(this.form, "[data-role=kept]").hidden = true;
  }

  private async keep(): Promise<void> {
    const levels = this.chosen();
    if (levels.size === 0) {
      const first = need(this.form, "input");
      return showProblem(this.problem, [{ input: first, words: say("confidence_go") }], say("confidence_empty"));
    }
    try {
      await this.page.store.change((contents) =>
        keepLevels(contents, this.occasion, levels, circumstancesOn(this.page.course)),
      );
    } catch (problem) {
      showTrouble(this.problem);
      throw problem;
    }
    this.page.store.askToPersist();
    announce(this.showSaved());
  }

  /** Show what was said, here and before the unit; a choice that was made meanwhile stays. */
  private recall(): void {
    const past = pastIn(this.page.store.contents);
    const said = confidenceOn(past, this.occasion);
    const before: Said =
      this.occasion.when === "after" ? confidenceOn(past, { ...this.occasion, when: "before" }) : new Map();
    const chosen = this.chosen();
    for (const fieldset of this.fieldsets) {
      const id = needValue(fieldset, "competency");
      const level = chosen.get(id) ?? said.get(id)?.body.level;
      for (const input of inputsOf(fieldset)) input.checked = Number(input.value) === level;
      showBefore(fieldset, before.get(id));
    }
    this.showSaved();
  }

  private chosen(): ReadonlyMap<string, number> {
    const inputs = this.fieldsets.flatMap((fieldset) => inputsOf(fieldset).filter(({ checked }) => checked));
    return new Map(inputs.map(({ name, value }) => [name, Number(value)]));
  }

  private showSaved(): string {
    const saved = need(this.form, "[data-role=kept]");
    const said = [...confidenceOn(pastIn(this.page.store.contents), this.occasion).values()];
    saved.hidden = said.length === 0;
    const words = say("confidence_saved", { date: day(Math.max(0, ...said.map(({ at }) => at))) });
    saved.textContent = words;
    return words;
  }
}

function inputsOf(fieldset: HTMLElement): HTMLInputElement[] {
  return all(fieldset, "input[type=radio]");
}

function showBefore(fieldset: HTMLElement, said: ReturnType<Said["get"]>): void {
  const line = need(fieldset, "[data-role=said-before]");
  line.hidden = !said;
  if (!said) return;
  const input = inputsOf(fieldset).find(({ value }) => Number(value) === said.body.level);
  const level = input?.closest("label")?.textContent?.trim() ?? "";
  line.textContent = say("confidence_before", { level, date: day(said.at) });
}
