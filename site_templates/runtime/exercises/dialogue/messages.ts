/** The messages of a dialogue: every exchange that was held, and the one that waits for a reply. */

import type { Step } from "../../learning/dialogue_graph";
import { replyAt } from "../../learning/dialogue_graph";
import type { State } from "../../learning/dialogue_state";
import { modelReply } from "../../learning/dialogue_state";
import { day } from "../../ui/days";
import { make } from "../../ui/dom";
import type { ExercisePage } from "../page";
import type { DialogueVersion } from "./choosing";
import { exchange, mine, note, reaction } from "./exchange";
import type { Prompt } from "./own_words";
import { comparison, ownReply, ownWords } from "./own_words";
import type { Superseded } from "./position";
import type { Replies } from "./replies";
import type { Script } from "./script";
import { say } from "./words";

/** Why a turn waits: it comes now, one stopped here, tries it again, or has to answer it again. */
export type Reason = "now" | "resumed" | "again" | Superseded;

/** A numbered turn of the path with the reply to it, and how the dialogue stood there. */
export interface Answered {
  readonly step: Step;
  readonly number: number;
  readonly state: State;
}

export class Messages {
  constructor(
    private readonly page: ExercisePage,
    private readonly version: DialogueVersion,
    private readonly script: Script,
  ) {}

  /** Show an exchange of which all is known; its note is closed. */
  held(answered: Answered): HTMLElement {
    const { step, number, state } = answered;
    const found = exchange(this.script, this.version.graph, state, number);
    const note = this.noteOn(answered, false);
    found.append(mine(this.script.part(step, "text")), reaction(this.script, step), note);
    return found;
  }

  /** Show a turn that waits for one of the replies. */
  waiting(state: State, number: number, replies: Replies, reason: Reason): HTMLElement {
    const found = exchange(this.script, this.version.graph, state, number);
    found.append(...noticeOf(reason, number), ownReply(this.page, this.promptOf(state.place, number)), replies.root);
    return found;
  }

  /** Show in a turn that was waiting what came of the chosen reply, and what leads on. */
  settle(found: HTMLElement, replies: Replies, answered: Answered, onward: HTMLElement): void {
    const { step } = answered;
    found.querySelectorAll(".imr-own, .imr-superseded, .imr-resumed, .imr-problem").forEach((part) => {
      part.remove();
    });
    replies.settle(step[1]);
    found.append(reaction(this.script, step), this.noteOn(answered, true), onward);
  }

  private noteOn({ step, number, state }: Answered, isOpen: boolean): HTMLDetailsElement {
    const effect = replyAt(this.version.graph, step)?.effect ?? "neutral";
    return note(this.script, step, effect, isOpen, ...this.compared(state, number));
  }

  private compared(state: State, number: number): Node[] {
    const prompt = this.promptOf(state.place, number);
    const words = ownWords(this.page.store.contents, prompt);
    const model = modelReply(this.version.graph, state);
    return words && model ? [comparison(this.page, prompt, words, this.script.part(model, "text"))] : [];
  }

  private promptOf(turn: string, number: number): Prompt {
    return { id: `${this.version.id}.${turn}`, number };
  }
}

function noticeOf(reason: Reason, number: number): HTMLElement[] {
  switch (reason) {
    case "now":
      return [];
    case "resumed":
      return [make("p", "imr-resumed", say("resumed"))];
    case "again":
      return [make("p", "imr-superseded", say("again_note", { number }))];
    default:
      return [make("p", "imr-superseded", say(reason.why, { date: day(reason.at) }))];
  }
}
