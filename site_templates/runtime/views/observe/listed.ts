/** The observations on this desk: drafts to go on with, finished ones to hand over again. */

import type { Observation } from "../../desk/schema";
import { compare } from "../../record/record";
import { makeButton } from "../../ui/button";
import { make, need } from "../../ui/dom";
import { save } from "../desk/page";
import type { ObservePage } from "./page";
import { nameOf } from "./page";
import { say } from "./words";

export function showListed(page: ObservePage): void {
  const part = need(page.root, "[data-role=here-part]");
  const place = need(page.root, "[data-role=here]");
  const show = (): void => {
    const here = [...page.desk.contents.observations].sort(
      (one, other) => Number(other.isDraft) - Number(one.isDraft) || compare(other.date, one.date),
    );
    part.hidden = here.length === 0;
    place.replaceChildren(make("ul", "imr-desk-people imr-plain", ...here.map((one) => row(page, one, show))));
  };
  show();
  page.desk.listen(show, page.signal);
}

function row(page: ObservePage, observation: Observation, show: () => void): HTMLLIElement {
  const { isDraft, id } = observation;
  const name = nameOf(page, observation);
  const open = makeButton(
    "imr-record-button",
    () => (isDraft ? page.faces.observe(observation) : page.faces.handOver(observation)),
    say(isDraft ? "go_on" : "open"),
  );
  open.setAttribute("aria-label", say(isDraft ? "go_on_with" : "open_named", { name }));
  const line = make("li", "", make("span", "", isDraft ? say("draft", { name }) : name));
  const ask = (): void => {
    const yes = makeButton("imr-record-button imr-record-erase", () => void remove(), say("remove_yes"));
    const no = makeButton("imr-record-button", show, say("remove_no"));
    line.replaceChildren(make("p", "", say("remove_sure", { name })), make("p", "imr-record-field", yes, no));
    no.focus();
  };
  const remove = async (): Promise<void> => {
    await save(page, () => page.desk.remove("observations", id), say("removed"));
  };
  const gone = makeButton("imr-record-button", ask, say("remove"));
  gone.setAttribute("aria-label", say("remove_named", { name }));
  line.append(make("span", "imr-record-field", open, gone));
  return line;
}
