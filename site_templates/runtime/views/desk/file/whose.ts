/** Whose file it is: which of those on the desk, by the code of the record, or by the supervisor's word. */

import type { Trainer } from "../../../desk/contents";
import type { Learner } from "../../../record/schema";
import { makeButton } from "../../../ui/button";
import { make } from "../../../ui/dom";
import { outcomeLine } from "../../outcome";
import type { DeskPage } from "../page";
import { save } from "../page";
import { byName, field } from "../trainers";
import { say } from "../words";

/** Say who on the desk it is, or ask. */
export function whose(page: DeskPage, learner: Learner): HTMLElement {
  const place = make("div", "imr-not-on-paper");
  place.tabIndex = -1;
  let shownFor = "";
  const show = (): void => {
    const { trainers } = page.desk.contents;
    const known = trainers.find(({ pseudonyms }) => pseudonyms.some((one) => learner.pseudonyms.includes(one)));
    const people = trainers.filter(({ kind }) => kind === "trainer");
    // who was chosen here stays chosen as long as nothing changes under it
    const now = JSON.stringify([known?.name, people.map(({ id, name }) => [id, name])]);
    if (now === shownFor) return;
    shownFor = now;
    const words = known && make("p", "", say("whose_known", { name: known.name }));
    place.replaceChildren(...(words ? [words] : asking(page, learner, people, () => place.focus())));
  };
  show();
  page.desk.listen(show, page.signal);
  return place;
}

function asking(page: DeskPage, learner: Learner, trainers: readonly Trainer[], done: () => void): HTMLElement[] {
  if (trainers.length === 0) return [make("p", "", say("whose_no_one"))];
  const select = make("select", "", ...byName(trainers).map(({ id, name }) => new Option(name, id)));
  select.id = "desk-whose";
  const { line, tell } = outcomeLine();
  const remember = makeButton(
    "imr-record-button",
    () => {
      const trainer = page.desk.contents.trainers.find(({ id }) => id === select.value);
      if (!trainer) return;
      const pseudonyms = [...new Set([...trainer.pseudonyms, ...learner.pseudonyms])].sort();
      const { name } = trainer;
      const change = (): Promise<void> => page.desk.put("trainers", { ...trainer, pseudonyms });
      void save(page, change, say("whose_known", { name }), tell).then((isDone) => isDone && done());
    },
    say("whose_remember"),
  );
  return [field(say("whose"), select), make("p", "imr-record-field", remember), line];
}
