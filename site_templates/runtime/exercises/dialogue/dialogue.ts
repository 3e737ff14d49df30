/** A dialogue held on the page: a turn at a time, each reply kept before anything comes of it. */

import { isFirstRun } from "../../learner/dialogue_runs";
import { pastIn } from "../../learner/responses";
import type { Step } from "../../learning/dialogue_graph";
import { offered } from "../../learning/dialogue_state";
import { circumstancesOn } from "../../storage/circumstances";
import { makeButton } from "../../ui/button";
import { make, need, needValue } from "../../ui/dom";
import type { Stop } from "../../ui/mounting";
import { report } from "../../ui/mounting";
import { announce } from "../../ui/status";
import type { ExercisePage } from "../page";
import type { DialogueVersion } from "./choosing";
import { choose, markOf, progressIn } from "./choosing";
import { endOf } from "./ending";
import { readGraph } from "./graph_on_page";
import { bringIntoView } from "./in_view";
import type { Reason } from "./messages";
import { Messages } from "./messages";
import type { Position } from "./position";
import { backTo, walk } from "./position";
import { Replies } from "./replies";
import { Script } from "./script";
import { say } from "./words";

/** Bring a dialogue to life. */
export function mountDialogue(root: HTMLElement, page: ExercisePage): Stop {
  const version = { id: needValue(root, "dialogue"), hash: needValue(root, "hash"), graph: readGraph(root) };
  return new Dialogue(root, version, page).start();
}

/** `asking`: a turn waits for a reply. `keeping`: one is being stored. `answered`: it was, and one may go on. */
type State = "asking" | "keeping" | "answered" | "ended";

class Dialogue {
  private readonly listening = new AbortController();
  private readonly script: Script;
  private readonly place: HTMLElement;
  private readonly messages: Messages;
  private readonly list = make("ol", "imr-messages");
  private state: State = "ended";
  private mark = "";
  private position: Position;
  private isNewRun = false;
  private isResumed = false;

  constructor(
    private readonly root: HTMLElement,
    private readonly version: DialogueVersion,
    private readonly page: ExercisePage,
  ) {
    const script = need(root, "[data-role=script]");
    this.script = new Script(script);
    this.messages = new Messages(page, version, this.script);
    this.place = need(root, "[data-role=talk]");
    this.position = walk(version.graph, []);
    this.list.setAttribute("role", "list");
  }

  start(): Stop {
    const { store } = this.page;
    store.ready.then(() => this.begin()).catch((problem: unknown) => report(this.root, problem));
    store.listen(() => this.onChange(), this.listening.signal);
    return () => this.listening.abort();
  }

  /** Show the dialogue as it was left; the script gives way only now, when that has worked. */
  private begin(): void {
    this.isResumed = true;
    this.recall();
    this.isResumed = false;
    this.root.dataset["state"] = "live";
    this.place.hidden = false;
  }

  private recall(): void {
    const progress = progressIn(this.page.store.contents, this.version.id);
    this.mark = markOf(progress);
    this.show(walk(this.version.graph, progress.path), false);
  }

  /** Show again what another tab, an import or a reset has changed. */
  private onChange(): void {
    if (this.state === "keeping" || this.root.dataset["state"] !== "live") return;
    if (markOf(progressIn(this.page.store.contents, this.version.id)) === this.mark) return;
    this.showElsewhere();
  }

  private show(position: Position, isNewRun: boolean): void {
    const hadFocus = this.place.contains(document.activeElement);
    this.position = position;
    this.isNewRun = isNewRun;
    this.list.replaceChildren(...this.held(1));
    this.place.replaceChildren(this.list);
    const newest = this.goOn();
    if (hadFocus) this.focusOn(newest);
  }

  private goOn(): HTMLElement {
    return this.position.isEnd ? this.end() : this.ask();
  }

  private ask(): HTMLElement {
    const { state, steps } = this.position;
    const { place } = state;
    const choose = (reply: string): void => this.run(this.choose(replies, found, [place, reply]));
    const replies = new Replies(this.script, place, offered(this.version.graph, state), choose);
    const found = this.messages.waiting(state, steps.length + 1, replies, this.reason());
    this.list.append(found);
    this.state = "asking";
    return found;
  }

  private reason(): Reason {
    const { steps, superseded } = this.position;
    if (this.isNewRun) return "again";
    return superseded ?? (this.isResumed && steps.length > 0 ? "resumed" : "now");
  }

  /** Keep the choice first; only what is kept has consequences. */
  private async choose(replies: Replies, found: HTMLElement, step: Step): Promise<void> {
    if (this.state !== "asking") return;
    this.state = "keeping";
    const isSaved = await this.keep(step).catch((problem: unknown) => {
      this.state = "asking";
      this.showTrouble(replies);
      throw problem;
    });
    this.mark = markOf(progressIn(this.page.store.contents, this.version.id));
    if (!isSaved) return this.showElsewhere();
    this.page.store.askToPersist();
    this.answered(replies, found, step);
  }

  /** Return whether the choice was kept: it is not when another tab has gone on meanwhile. */
  private async keep(step: Step): Promise<boolean> {
    const chosen = { number: this.position.steps.length + 1, step, isNewRun: this.isNewRun };
    let isSaved = false;
    await this.page.store.change((contents) => {
      isSaved = markOf(progressIn(contents, this.version.id)) === this.mark;
      return isSaved ? choose(contents, this.version, chosen, circumstancesOn(this.page.course)) : {};
    });
    return isSaved;
  }

  private showElsewhere(): void {
    this.recall();
    const newest = this.state === "ended" ? this.place : this.list.lastElementChild;
    newest?.prepend(make("p", "imr-superseded", say("elsewhere")));
    announce(say("elsewhere"));
  }

  private answered(replies: Replies, found: HTMLElement, step: Step): void {
    const number = this.position.steps.length + 1;
    const { state } = this.position;
    this.state = "answered";
    this.position = this.positionNow();
    this.isNewRun = false;
    this.messages.settle(found, replies, { step, number, state }, this.onward(found, number));
    bringIntoView(replies.root, found);
    announce(this.statusOf(step));
  }

  private positionNow(): Position {
    return walk(this.version.graph, progressIn(this.page.store.contents, this.version.id).path);
  }

  private statusOf(step: Step): string {
    const words = (role: "reaction" | "effect"): string => this.script.part(step, role).textContent ?? "";
    return say("status", { reaction: words("reaction"), effect: words("effect") });
  }

  private onward(found: HTMLElement, number: number): HTMLElement {
    const { isEnd, steps } = this.position;
    const hidden = make("span", "imr-visually-hidden", say("to_turn", { number: steps.length + 1 }));
    const button = makeButton(
      "imr-act imr-act-main",
      () => this.leave(found, number),
      ...(isEnd ? [say("to_end")] : [say("go_on"), hidden]),
    );
    return make("p", "imr-acts", button);
  }

  /** Go on from an answered turn, and take the focus along. */
  private leave(found: HTMLElement, number: number): void {
    if (this.state !== "answered") return;
    // where a turn was answered again, what was said after it may still count
    found.replaceWith(...this.held(number));
    this.focusOn(this.goOn());
  }

  /** Show what was said from a turn of the path on. */
  private held(first: number): HTMLElement[] {
    const { steps, states } = this.position;
    const all = steps.map((step, i) => ({ step, number: i + 1, state: states[i]! }));
    return all.slice(first - 1).map((answered) => this.messages.held(answered));
  }

  private end(): HTMLElement {
    const { state, steps } = this.position;
    const { run } = progressIn(this.page.store.contents, this.version.id);
    const found = endOf({
      graph: this.version.graph,
      script: this.script,
      ending: state.place,
      path: steps,
      isFirstRun: run !== null && isFirstRun(pastIn(this.page.store.contents), this.version.id, run),
      tryAgain: (number) => this.tryAgain(number),
    });
    const whole = make("details", "imr-whole-talk", make("summary", "imr-summary", say("whole")), this.list);
    this.place.replaceChildren(found, whole);
    this.state = "ended";
    return found;
  }

  /** Go back to a turn of the path; until something is said there, nothing is kept. */
  private tryAgain(number: number): void {
    // the button that was pressed goes, and the focus moves to the turn
    this.show(backTo(this.version.graph, this.position, number), true);
  }

  /** Have the focus where something new begins, and the newest at the bottom in view. */
  private focusOn(part: Element): void {
    need(part, "[tabindex='-1']").focus({ preventScroll: true });
    bringIntoView(part, this.state === "ended" ? need(part, ".imr-talk-end-text") : part);
  }

  private showTrouble(replies: Replies): void {
    replies.root.querySelector(".imr-problem")?.remove();
    replies.root.append(make("p", "imr-problem", say("not_saved")));
    announce(say("not_saved"));
  }

  private run(work: Promise<void>): void {
    work.catch((problem: unknown) => report(this.root, problem));
  }
}
