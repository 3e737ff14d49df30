/** The fidelity profile: scores by hand or from a table, and what they say. */

import type { InstrumentData } from "../../../course/page_data.gen";
import { make, need } from "../../../ui/dom";
import { outcomeLine } from "../../outcome";
import { showAnew } from "../opened";
import type { DeskPage } from "../page";
import { field } from "../trainers";
import { whom } from "../whom";
import { say } from "../words";
import { enteringByHand } from "./entering";
import { fromTable } from "./from_table";
import { profileView } from "./profile_view";
import { instruments } from "./subjects";

export function showFidelity(page: DeskPage): void {
  const place = need(page.root, "[data-role=fidelity]");
  const all = instruments();
  if (all.length === 0) {
    place.replaceChildren(make("p", "", say("no_instruments")));
    return;
  }
  const select = make("select", "", ...all.map(({ id, title }) => new Option(title, id)));
  select.id = "desk-instrument";
  const outcome = outcomeLine();
  const chosen = (): InstrumentData => all.find(({ id }) => id === select.value) ?? all[0]!;
  const hand = enteringByHand(page, chosen);
  const table = make("div", "");
  const profile = make("div", "");
  const show = (): void => showAnew(profile, ...profileView(page, chosen(), hand.change, outcome));
  const begin = (): void => {
    hand.begin();
    table.replaceChildren(fromTable(page, chosen()));
  };
  select.addEventListener("change", () => {
    begin();
    show();
  });
  place.replaceChildren(
    whom(page, "desk-whom"),
    field(say("instrument"), select),
    make("div", "imr-not-on-paper", hand.view, folded(say("from_table"), table)),
    profile,
    outcome.line,
  );
  begin();
  page.chosen.show(() => {
    hand.follow();
    show();
  });
}

function folded(title: string, inside: HTMLElement): HTMLDetailsElement {
  return make("details", "imr-how", make("summary", "imr-summary", title), inside);
}
