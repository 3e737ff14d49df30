/** The words of a dialogue, taken from the script that stands on the page. */

import type { Step } from "../../learning/dialogue_graph";
import { copyOf, need } from "../../ui/dom";

/** Finds the parts of the script by turn, reply and ending. */
export class Script {
  constructor(private readonly root: HTMLElement) {}

  /** What is said at a turn, with who says it. */
  line(turn: string): DocumentFragment {
    return copyOf(need(this.turn(turn), "[data-role=line]"));
  }

  taught(turn: string): DocumentFragment {
    const found = this.turn(turn).querySelector("[data-role=taught]");
    return found ? copyOf(found) : document.createDocumentFragment();
  }

  replies(turn: string): string[] {
    const found = this.turn(turn).querySelectorAll<HTMLElement>("[data-reply]");
    return [...found].map(({ dataset }) => dataset["reply"] ?? "");
  }

  /** The reply that learners may compare their own with, if the turn has one. */
  model(turn: string): DocumentFragment | null {
    const model = this.turn(turn).dataset["model"];
    return model ? this.part([turn, model], "text") : null;
  }

  /** A part of a reply: its `text`, or what follows from it. */
  part(step: Step, role: "text" | "reaction" | "effect" | "technique" | "feedback"): DocumentFragment {
    return copyOf(need(this.reply(step), `[data-role=${role}]`));
  }

  better(step: Step): DocumentFragment | null {
    const found = this.reply(step).querySelector("[data-role=better]");
    return found && copyOf(found);
  }

  principle(step: Step): string {
    return need(this.reply(step), "[data-role=technique]").dataset["principle"] ?? "";
  }

  ending(name: string, role: "title" | "text"): DocumentFragment {
    return copyOf(need(this.root, `[data-ending="${CSS.escape(name)}"] [data-role=${role}]`));
  }

  private turn(name: string): HTMLElement {
    return need(this.root, `[data-turn="${CSS.escape(name)}"]`);
  }

  private reply([turn, reply]: Step): HTMLElement {
    return need(this.turn(turn), `[data-reply="${CSS.escape(reply)}"]`);
  }
}
