/** The observations on this desk: drafts to go on with, finished ones to hand over again. */

import type { Observation } from "../../desk/schema";
import { compare } from "../../record/record";
import { makeButton } from "../../ui/button";
import { make, need } from "../../ui/dom";
import { removing } from "../desk/removing";
import type { Outcome } from "../outcome";
import { outcomeLine } from "../outcome";
import type { ObservePage } from "./page";
import { nameOf } from "./page";
import { say } from "./words";

export function showListed(page: ObservePage): void {
  const part = need(page.root, "[data-role=here-part]");
  const list = make("ul", "imr-desk-people imr-plain");
  const outcome = outcomeLine();
  need(page.root, "[data-role=here]").replaceChildren(list);
  // it says so, too, when the last one was removed
  part.after(outcome.line);
  const show = (): void => {
    const here = [...page.desk.contents.observations].sort(
      (one, other) => Number(other.isDraft) - Number(one.isDraft) || compare(other.date, one.date),
    );
    part.hidden = here.length === 0;
    list.replaceChildren(...here.map((one) => row(page, one, outcome)));
  };
  show();
  page.desk.listen(show, page.signal);
}

function row(page: ObservePage, observation: Observation, outcome: Outcome): HTMLLIElement {
  const { isDraft, id } = observation;
  const name = nameOf(page, observation);
  const open = makeButton(
    "imr-record-button",
    () => (isDraft ? page.faces.observe(observation) : page.faces.handOver(observation)),
    say(isDraft ? "go_on" : "open"),
  );
  open.setAttribute("aria-label", say(isDraft ? "go_on_with" : "open_named", { name }));
  const line = make("li", "", make("span", "", isDraft ? say("draft", { name }) : name));
  const gone = removing(page, line, outcome, {
    kind: "observations",
    id,
    label: say("remove"),
    question: say("remove_sure", { name }),
    done: say("removed"),
  });
  gone.setAttribute("aria-label", say("remove_named", { name }));
  line.append(make("span", "imr-record-field", open, gone));
  return line;
}
