/** The fidelity profile: scores by hand or from a table, and what they say. */

import type { InstrumentData } from "../../../course/page_data.gen";
import type { FidelityRating } from "../../../desk/contents";
import { make, need } from "../../../ui/dom";
import { outcomeLine } from "../../outcome";
import type { DeskPage } from "../page";
import { field } from "../trainers";
import { whom } from "../whom";
import { say } from "../words";
import { byHand } from "./by_hand";
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
  const entering = make("div", "imr-not-on-paper");
  const profile = make("div", "");
  const outcome = outcomeLine();
  const chosen = (): InstrumentData => all.find(({ id }) => id === select.value) ?? all[0]!;
  const enter = (rating?: FidelityRating): void => {
    const form = byHand(page, chosen(), rating);
    entering.replaceChildren(
      folded(say("by_hand"), form, rating !== undefined),
      folded(say("from_table"), fromTable(page, chosen()), false),
    );
    if (rating) form.querySelector("input")?.focus();
  };
  const show = (): void => profile.replaceChildren(...profileView(page, chosen(), enter, outcome));
  select.addEventListener("change", () => {
    enter();
    show();
  });
  place.replaceChildren(whom(page, "desk-whom"), field(say("instrument"), select), entering, profile, outcome.line);
  enter();
  page.chosen.show(show);
}

function folded(title: string, inside: HTMLElement, isOpen: boolean): HTMLDetailsElement {
  const view = make("details", "imr-how", make("summary", "imr-summary", title), inside);
  view.open = isOpen;
  return view;
}
