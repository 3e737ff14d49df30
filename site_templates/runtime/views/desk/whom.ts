/** Choosing the trainer or group that the desk shows. */

import { make } from "../../ui/dom";
import type { DeskPage } from "./page";
import { byName, field } from "./trainers";
import { say } from "./words";

/** Make a choice of all on the desk; nothing is shown while there is no one. */
export function whom({ desk, chosen }: DeskPage, id: string): HTMLElement {
  const select = make("select", "");
  select.id = id;
  const choice = field(say("whom"), select);
  const empty = make("p", "", say("whom_no_one"));
  const place = make("div", "imr-not-on-paper", choice, empty);
  select.addEventListener("change", () => chosen.choose(select.value));
  chosen.show(() => {
    const people = byName(desk.contents.trainers);
    select.replaceChildren(...people.map(({ id, name }) => new Option(name, id)));
    select.value = chosen.trainer?.id ?? "";
    choice.hidden = people.length === 0;
    empty.hidden = people.length > 0;
  });
  return place;
}
