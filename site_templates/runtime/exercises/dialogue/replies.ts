/** The replies to choose from: buttons with the full words. */

import { makeButton } from "../../ui/button";
import { make } from "../../ui/dom";
import type { Script } from "./script";
import { say } from "./words";

export class Replies {
  readonly root: HTMLElement;
  private readonly asked = make("p", "imr-asked", say("ask"));
  private readonly rows: ReadonlyMap<string, HTMLLIElement>;

  constructor(script: Script, turn: string, offered: readonly string[], choose: (reply: string) => void) {
    this.rows = new Map(offered.map((reply) => [reply, row(script, turn, reply, choose)]));
    const list = make("ul", "imr-say-list", ...this.rows.values());
    list.setAttribute("role", "list");
    this.root = make("div", "imr-replies-now", this.asked, list);
  }

  /** Leave only the chosen reply, as what was said; its button stays, because it has the focus. */
  settle(chosen: string): void {
    this.asked.replaceWith(make("p", "imr-speaker", say("you")));
    this.root.classList.add("imr-mine");
    for (const [reply, item] of this.rows) {
      if (reply === chosen) item.firstElementChild?.setAttribute("aria-disabled", "true");
      else item.remove();
    }
  }
}

function row(script: Script, turn: string, reply: string, choose: (reply: string) => void): HTMLLIElement {
  const button = makeButton("imr-say-it", () => choose(reply), script.part([turn, reply], "text"));
  button.dataset["say"] = reply;
  return make("li", "", button);
}
