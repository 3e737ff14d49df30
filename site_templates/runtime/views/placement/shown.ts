/** The placement check on its page: an invitation, one question at a time, the suggestion. */

import type { Plan } from "../../course/plan";
import type { Titles } from "../../course/titles";
import type { Around } from "../../item/items_anywhere";
import { fetchItems } from "../../item/items_anywhere";
import { newSeed } from "../../learner/shuffle";
import type { Check } from "../../placement/past";
import { begin, finish } from "../../placement/past";
import type { PlacementState } from "../../placement/state";
import { isAtFirstSuggestion, stateOf } from "../../placement/state";
import { FIRST_QUESTIONS, MOST_QUESTIONS, mostFor } from "../../placement/suggestion";
import { logOf } from "../../record/log";
import { circumstancesOn } from "../../storage/circumstances";
import { makeButton } from "../../ui/button";
import { all, make, need } from "../../ui/dom";
import { linkTo } from "../../ui/link";
import type { Stop } from "../../ui/mounting";
import { report } from "../../ui/mounting";
import { announce } from "../../ui/status";
import { showAnswers } from "./answers";
import { focusQuestion, showQuestion } from "./asking";
import type { Shown } from "./result";
import { firstUnit, resultView } from "./result";
import { say, sayCount } from "./words";

/** The check as it is on the page, drawn again when the record has moved on. */
export class PlacementShown {
  private stop: Stop = () => {};
  private shown = "";
  /** The learner has pressed something here; before that the focus is not moved. */
  private isUnderWay = false;
  /** The learner has seen the first suggestion and wants a surer one. */
  private goesOn = false;

  constructor(
    private readonly root: HTMLElement,
    private readonly plan: Plan,
    private readonly titles: Titles,
    private readonly around: Around,
  ) {}

  /** Show what comes now, unless it is there already: another tab may have changed something else. */
  again(): void {
    const state = this.state();
    const { check, next } = state;
    const isPaused = isAtFirstSuggestion(state) && !this.goesOn;
    const at = isPaused ? "paused" : (check?.finishedAt ?? "");
    const name = check ? `${check.attemptId}/${check.answered.length}/${at}` : "none";
    if (name === this.shown) return;
    this.shown = name;
    this.stop();
    this.stop = () => {};
    for (const intro of all(document, "[data-role=placement-intro]")) intro.hidden = check !== null;
    if (!check) {
      this.root.replaceChildren(this.invitation());
      return;
    }
    if (check.finishedAt !== null || isPaused) {
      this.showResult(state);
      return;
    }
    if (next) this.run(this.ask(next.id, check, name));
    else this.end(check, "completed");
  }

  fail(problem: unknown): void {
    report(this.root, problem);
    this.root.replaceChildren(make("p", "", say("failed")));
  }

  private state(): PlacementState {
    const { contents } = this.around.store;
    const log = logOf({ events: contents.events, devices: contents.head?.devices ?? [] });
    return stateOf(this.around.judged, this.plan.asked, {
      log,
      seen: contents.self?.seen ?? new Map(),
      now: Date.now(),
    });
  }

  private invitation(): HTMLElement {
    return make(
      "p",
      "imr-acts",
      makeButton("imr-act imr-act-main", () => this.begin(), say("begin")),
    );
  }

  private begin(): void {
    this.isUnderWay = true;
    this.goesOn = false;
    this.run(this.around.store.change((contents) => begin(contents, newSeed(), circumstancesOn(this.around.course))));
  }

  private end(check: Check, reason: "completed" | "left"): void {
    this.isUnderWay = true;
    this.run(this.finished(check, reason));
  }

  private finished(check: Check, reason: "completed" | "left"): Promise<unknown> {
    return this.around.store.change((contents) => finish(contents, check, reason, circumstancesOn(this.around.course)));
  }

  private async ask(id: string, check: Check, name: string): Promise<void> {
    await fetchItems([id], this.around);
    // another tab may have gone on meanwhile
    if (this.shown !== name) return;
    this.stop = showQuestion(this.root, id, check, this.around, () => this.end(check, "left"));
    const isOpenedAnew = !this.isUnderWay;
    this.isUnderWay = true;
    if (isOpenedAnew) return;
    focusQuestion(this.root);
    announce(say("asked", { number: check.answered.length + 1, most: mostFor(check.answered.length + 1) }));
  }

  private showResult(state: PlacementState): void {
    const shown = { state, plan: this.plan, titles: this.titles, base: this.around.course.base, now: Date.now() };
    const onward = [...this.start(shown), ...this.surer(state)];
    const result = make("div", "imr-placement-result", ...resultView(shown), ...onward, this.acts(state));
    this.root.replaceChildren(result);
    if (!this.isUnderWay) return;
    need(result, ".imr-placement-title").focus();
    announce(say(state.check?.finishedAt === null ? "first_ready" : "ended"));
  }

  /** The link to the unit that is suggested first; following it ends the check. */
  private start(shown: Shown): HTMLElement[] {
    const unit = firstUnit(shown);
    if (!unit) return [];
    const { check } = shown.state;
    const address = `${shown.base}/${unit.href}`;
    const link = linkTo(address, say("start", { unit: unit.title }), "imr-button");
    if (check?.finishedAt === null)
      link.addEventListener("click", (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        this.run(this.finished(check, "left").then(() => location.assign(address)));
      });
    return [make("p", "imr-start", link, make("span", "imr-start-note", sayCount("minutes", unit.minutes)))];
  }

  /** The offer at the first suggestion. */
  private surer(state: PlacementState): HTMLElement[] {
    if (!isAtFirstSuggestion(state)) return [];
    const goOn = makeButton(
      "imr-act",
      () => {
        this.isUnderWay = true;
        this.goesOn = true;
        this.again();
      },
      say("go_on"),
    );
    const note = make("span", "imr-quiet", say("go_on_note", { more: MOST_QUESTIONS - FIRST_QUESTIONS }));
    return [make("p", "imr-acts", goOn, note)];
  }

  private acts({ check, next }: PlacementState): HTMLElement {
    const acts = make(
      "p",
      "imr-acts",
      makeButton("imr-act", () => window.print(), say("print")),
    );
    if (check && check.answered.length > 0) {
      const look = makeButton(
        "imr-act",
        () => {
          look.remove();
          this.run(
            showAnswers(this.root, check, this.around).then((stop) => {
              this.stop = stop;
            }),
          );
        },
        say("answers_show"),
      );
      acts.append(look);
    }
    if (next && check?.finishedAt !== null)
      acts.append(
        makeButton("imr-act", () => this.begin(), say("again")),
        make("span", "imr-quiet", say("again_note")),
      );
    return acts;
  }

  private run(work: Promise<unknown>): void {
    work.catch((problem: unknown) => this.fail(problem));
  }
}
