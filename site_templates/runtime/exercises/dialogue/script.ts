/** The words of a dialogue, taken from the script that is on the page. */

import type { Step } from "../../learning/dialogue_graph";
import { copyOf, need } from "../../ui/dom";

/** Finds the parts of the script by turn, reply and ending. */
export class Script {
  constructor(private readonly root: HTMLElement) {}

  /** What is said at a turn, with who says it; `other` is the number of a line that is said in its place. */
  line(turn: string, other: number | null): DocumentFragment {
    const lines = this.turn(turn).querySelectorAll<HTMLElement>("[data-role=line], [data-role=instead]");
    return copyOf(lines[other === null ? 0 : other + 1]!);
  }

  taught(turn: string): DocumentFragment {
    const found = this.turn(turn).querySelector("[data-role=taught]");
    return found ? copyOf(found) : document.createDocumentFragment();
  }

  /** A part of a reply: its `text`, or what follows from it. */
  part(step: Step, role: "text" | "reaction" | "effect" | "technique" | "feedback"): DocumentFragment {
    return copyOf(need(this.reply(step), `[data-role=${role}]`));
  }

  /** A part that not every reply has: a better wording, or what the person was thinking. */
  optional(step: Step, role: "better" | "thought"): DocumentFragment | null {
    const found = this.reply(step).querySelector(`[data-role=${role}]`);
    return found && copyOf(found);
  }

  /** What a reply leaves behind, in words. */
  leaves(step: Step): DocumentFragment[] {
    return [...this.reply(step).querySelectorAll("[data-role=leaves]")].map(copyOf);
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
