/** What the scores suggest, with what they cannot show, and a way to add something else. */

import { partOf } from "../../../course/page_data";
import type { Trainer } from "../../../desk/contents";
import type { Values } from "../../../desk/fidelity";
import { findings, SUFFICIENT } from "../../../desk/fidelity";
import { latestValues } from "../../../desk/ratings_of";
import { makeButton } from "../../../ui/button";
import { make, need } from "../../../ui/dom";
import { instruments, nameOf, ratedOn } from "../fidelity/subjects";
import type { DeskPage } from "../page";
import { field } from "../trainers";
import { say } from "../words";
import { Choosing } from "./choosing";

export function showSuggested(page: DeskPage): void {
  const place = need(page.root, "[data-role=suggested]");
  // what was chosen for someone stays while others are looked at
  const forms = new Map<string, Choosing>();
  let shownFor = "";
  page.chosen.show(() => {
    const { trainer } = page.chosen;
    const values = trainer ? latestValues(page.desk.contents.ratings, trainer.id) : {};
    if (trainer) formOf(forms, page, trainer).follow(values);
    const now = JSON.stringify([trainer?.id, trainer?.name, values]);
    if (now === shownFor) return;
    shownFor = now;
    place.replaceChildren(...(trainer ? suggestedFor(trainer, values, formOf(forms, page, trainer)) : noOne()));
  });
}

function formOf(forms: Map<string, Choosing>, page: DeskPage, trainer: Trainer): Choosing {
  const form = forms.get(trainer.id) ?? new Choosing(page, trainer);
  forms.set(trainer.id, form);
  return form;
}

function suggestedFor({ name }: Trainer, values: Values, form: Choosing): HTMLElement[] {
  return [make("h3", "", say("suggested_for", { name })), ...notes(values), adding(values, form), form.view];
}

function noOne(): HTMLElement[] {
  return [make("p", "", say("whom_no_one"))];
}

/** Say what the scores cannot show, before what they suggest. */
function notes(values: Values): HTMLElement[] {
  if (Object.keys(values).length === 0) return [make("p", "", say("no_scores_yet"))];
  const rated = instruments().filter(({ items }) => items.some(({ id }) => id in values));
  const items = rated.flatMap((instrument) => instrument.items);
  const { notSeen, toObserve } = findings(items, values);
  const hidden = items.filter(({ id, hides }) => hides !== undefined && id in values && !(hides in values));
  const high = toObserve.filter((id) => (values[id] ?? 0) >= SUFFICIENT);
  return [
    ...hidden.map(({ name, hides }) =>
      make("p", "imr-desk-ask", say("ask_besides", { item: name, hidden: nameOf(hides!) })),
    ),
    ...(high.length > 0
      ? [make("p", "imr-desk-ask", say("observe_besides", { items: high.map(nameOf).join(", ") }))]
      : []),
    ...(notSeen.length > 0 ? [make("p", "", say("not_seen_items", { items: notSeen.map(nameOf).join(", ") }))] : []),
  ];
}

/** Let a supervisor add something that is not weak, or a unit. */
function adding(values: Values, form: Choosing): HTMLElement {
  const { suggested, units } = partOf("deskData");
  const weak = new Set(instruments().flatMap(({ items }) => findings(items, values).weak));
  const subjects = instruments()
    .flatMap(ratedOn)
    .filter(({ id }, i, rows) => rows.findIndex((one) => one.id === id) === i)
    .filter(({ id }) => !weak.has(id) && (suggested[id]?.length ?? 0) > 0);
  const subject = select(
    "desk-add-subject",
    subjects.map(({ id }) => [id, nameOf(id)]),
  );
  const unit = select(
    "desk-add-unit",
    units.map(({ id, title }) => [id, title]),
  );
  const button = (act: () => void): HTMLElement => {
    return make("p", "", makeButton("imr-record-button", act, say("add_it")));
  };
  return make(
    "details",
    "imr-how",
    make("summary", "imr-summary", say("add_other")),
    field(say("add_subject"), subject),
    button(() => form.addSubject(subject.value)),
    field(say("add_unit"), unit),
    button(() => form.addUnit(unit.value)),
  );
}

function select(id: string, options: readonly (readonly [string, string])[]): HTMLSelectElement {
  const made = make("select", "", ...options.map(([value, words]) => new Option(words, value)));
  made.id = id;
  return made;
}
