/** A rating exercise: rate every element of a session, then compare with the authors. */

import { pastIn } from "../../learner/responses";
import type { Round } from "../../learner/rounds";
import { rate, roundsOf } from "../../learner/rounds";
import { circumstancesOn } from "../../storage/circumstances";
import { day } from "../../ui/days";
import type { Stop } from "../../ui/mounting";
import { report } from "../../ui/mounting";
import type { Open } from "../../ui/problem";
import { showProblem, showTrouble, updateProblem } from "../../ui/problem";
import { announce } from "../../ui/status";
import { ExerciseDrafts } from "../drafts";
import type { ExercisePage } from "../page";
import { say, sayCount } from "../words";
import { showAfter } from "./after";
import { showCompared } from "./compared";
import { letLookUp } from "./excerpt";
import { outcomeStatus, showOutcome } from "./outcome";
import type { ElementParts, RatingParts } from "./parts";
import { chosenBand, ratingParts } from "./parts";

const AGAIN = "again";

/** Bring a rating exercise to life. */
export function mountRating(root: HTMLElement, page: ExercisePage): Stop {
  return new RatingExercise(ratingParts(root), page).start();
}

class RatingExercise {
  private readonly listening = new AbortController();
  private readonly drafts: ExerciseDrafts;
  private state: "waiting" | "open" | "keeping" | "compared" = "waiting";

  constructor(
    private readonly parts: RatingParts,
    private readonly page: ExercisePage,
  ) {
    this.drafts = new ExerciseDrafts(page.store, `rating/${parts.version.id}`, this.listening.signal);
  }

  start(): Stop {
    const { signal } = this.listening;
    const { form, elements, leave, root } = this.parts;
    root.dataset["state"] = "open";
    form.addEventListener(
      "submit",
      (event) => {
        event.preventDefault();
        this.run(this.compare());
      },
      { signal },
    );
    for (const element of elements) {
      element.bands.addEventListener("change", () => this.onChoice(element), { signal });
      element.saw.addEventListener("input", () => this.keepDraft(element), { signal });
    }
    leave.addEventListener("click", () => this.leaveAgain(), { signal });
    letLookUp(this.parts, signal);
    this.run(this.page.store.ready.then(() => this.show()));
    return () => this.listening.abort();
  }

  /** Show the exercise as it was left: compared, or a draft. */
  private show(): void {
    const { last, supersededAt } = roundsOf(pastIn(this.page.store.contents), this.parts.version);
    this.parts.superseded.hidden = supersededAt === null;
    if (supersededAt !== null)
      this.parts.superseded.textContent = say("rating_superseded", { date: day(supersededAt) });
    if (last && this.drafts.read(AGAIN) === "") this.showRound(last);
    else this.open(last !== null);
  }

  /** Open the form; what a quick learner has put into it already stays. */
  private open(isAgain: boolean): void {
    for (const element of this.parts.elements) {
      const drafted = this.drafts.read(`draft/${element.id}`);
      for (const input of element.inputs)
        if (chosenBand(element) === undefined) input.checked = input.value === drafted;
      element.saw.value ||= this.drafts.read(`draft-saw/${element.id}`);
      this.keepDraft(element);
    }
    this.parts.leave.hidden = !isAgain;
    this.face(false);
  }

  private keepDraft(element: ElementParts): void {
    this.drafts.write(`draft/${element.id}`, `${chosenBand(element) ?? ""}`);
    this.drafts.write(`draft-saw/${element.id}`, element.saw.value);
  }

  private onChoice(element: ElementParts): void {
    this.keepDraft(element);
    const lacking = this.lacking();
    updateProblem(this.parts.problem, lacking, sayCount("rating_missing", lacking.length));
  }

  private async compare(): Promise<void> {
    await this.page.store.ready;
    if (this.state !== "open") return;
    const lacking = this.lacking();
    if (lacking.length > 0) return showProblem(this.parts.problem, lacking, sayCount("rating_missing", lacking.length));
    this.state = "keeping";
    await this.keep();
    const { last } = roundsOf(pastIn(this.page.store.contents), this.parts.version);
    if (!last) throw new Error("the round that was just stored is not there");
    this.showRound(last)?.focus();
    announce(outcomeStatus(this.parts.elements, last));
  }

  /** Keep all ratings at once; only what is kept is compared. */
  private async keep(): Promise<void> {
    const values = new Map(this.parts.elements.map((element) => [element.id, chosenBand(element) ?? 0]));
    const drafts = this.drafts.take(this.draftsAfter());
    try {
      await this.page.store.change((contents) => ({
        ...rate(contents, this.parts.version, values, circumstancesOn(this.page.course)),
        drafts,
      }));
    } catch (problem) {
      this.state = "open";
      for (const element of this.parts.elements) this.keepDraft(element);
      showTrouble(this.parts.problem);
      throw problem;
    }
    this.page.store.askToPersist();
  }

  /** The notes stay, the draft has served. */
  private draftsAfter(): Record<string, string> {
    const names = this.parts.elements.flatMap(({ id, saw }) => [
      [`draft/${id}`, ""],
      [`draft-saw/${id}`, ""],
      [`saw/${id}`, saw.value.trim()],
    ]);
    return { [AGAIN]: "", ...(Object.fromEntries(names) as Record<string, string>) };
  }

  private showRound(round: Round): HTMLElement {
    for (const element of this.parts.elements) {
      showCompared(element, round.values.get(element.id) ?? element.reference, this.drafts.read(`saw/${element.id}`));
    }
    const heading = showOutcome(this.parts, round);
    this.face(true);
    this.run(showAfter(this.parts, round, this.page, () => this.rateAgain()));
    return heading;
  }

  /** Turn the exercise to one of its two faces. */
  private face(isCompared: boolean): void {
    const { root, elements, outcome, acts, after, problem, title } = this.parts;
    this.state = isCompared ? "compared" : "open";
    root.dataset["state"] = this.state;
    for (const { bands, sawPart, compared } of elements) {
      bands.hidden = sawPart.hidden = isCompared;
      compared.hidden = !isCompared;
    }
    for (const part of [acts, this.parts.private, title]) part.hidden = isCompared;
    for (const part of [outcome, after]) part.hidden = !isCompared;
    updateProblem(problem, []);
  }

  private rateAgain(): void {
    this.drafts.write(AGAIN, "yes");
    for (const { inputs, saw } of this.parts.elements) {
      for (const input of inputs) input.checked = false;
      saw.value = "";
    }
    this.open(true);
    this.parts.title.focus();
    announce(say("rating_opened"));
  }

  /** Put a second round aside before it is finished. */
  private leaveAgain(): void {
    this.drafts.write(AGAIN, "");
    for (const { id } of this.parts.elements) {
      this.drafts.write(`draft/${id}`, "");
      this.drafts.write(`draft-saw/${id}`, "");
    }
    this.show();
    this.parts.outcome.querySelector("h3")?.focus();
  }

  private lacking(): Open[] {
    return this.parts.elements
      .filter((element) => chosenBand(element) === undefined)
      .map(({ inputs, number, name }) => ({ input: inputs[0]!, words: say("rating_element", { number, name }) }));
  }

  private run(work: Promise<void>): void {
    work.catch((problem: unknown) => report(this.parts.root, problem));
  }
}
