/** Scores typed one by one; what is not possible is named beside its field, and nothing is saved until all fits. */

import type { InstrumentData } from "../../../course/page_data.gen";
import type { FidelityRating } from "../../../desk/contents";
import { scoreIn } from "../../../desk/scores";
import { token } from "../../../record/ids";
import { dateOf } from "../../../ui/days";
import { all, make } from "../../../ui/dom";
import { points } from "../../../ui/numbers";
import { announce } from "../../../ui/status";
import type { DeskPage } from "../page";
import { save } from "../page";
import { field } from "../trainers";
import { say } from "../words";
import type { Rated } from "./subjects";
import { ratedOn } from "./subjects";

const LONGEST = 100;

/** Make the form; with a rating it changes that one. */
export function byHand(page: DeskPage, instrument: InstrumentData, rating?: FidelityRating): HTMLFormElement {
  const date = input("desk-date", "date", rating?.date ?? dateOf(Date.now()));
  date.required = true;
  const source = input("desk-source", "text", rating?.source ?? "");
  source.maxLength = LONGEST;
  const rows = ratedOn(instrument).map((rated) => scoreRow(rated, rating?.values[rated.id]));
  const button = make("button", "imr-record-button imr-record-main", say("scores_save"));
  const form = make(
    "form",
    "imr-desk-scores",
    make("p", "", say("by_hand_help")),
    field(say("date"), date),
    field(say("source"), source),
    ...rows,
    make("p", "imr-record-field", button),
  );
  form.noValidate = true;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const values = valuesIn(form);
    if (!values || !page.chosen.trainer) return;
    if (date.value === "") return void date.focus();
    const put = {
      id: rating?.id ?? token(),
      trainer: rating?.trainer ?? page.chosen.trainer.id,
      date: date.value,
      // scores of another instrument, given on the same day, stay
      values: { ...without(rating?.values ?? {}, instrument), ...values },
      source: source.value.trim() || null,
    };
    const { name } = page.chosen.trainer;
    void save(page, () => page.desk.put("ratings", put), say("scores_saved", { name })).then((isDone) => {
      if (isDone) form.reset();
    });
  });
  return form;
}

function scoreRow({ id, words, item }: Rated, value: number | undefined): HTMLElement {
  const score = input(`desk-score-${id}`, "text", value === undefined ? "" : points(value));
  score.inputMode = "decimal";
  score.autocomplete = "off";
  score.dataset["score"] = id;
  const label = make("label", "", words);
  label.htmlFor = score.id;
  const note = noteOn(item);
  const problem = make("span", "imr-desk-problem");
  problem.id = `${score.id}-problem`;
  problem.hidden = true;
  const named = make("span", "imr-desk-score-name", label, ...(note ? [make("span", "imr-facts", note)] : []));
  return make("p", "imr-desk-score", named, score, problem);
}

function noteOn(item: Rated["item"]): string {
  if (item === null) return "";
  return item.isOptional ? say("if_it_applies") : item.isForGroups ? say("in_groups") : "";
}

/** Read all fields; null when there is nothing to save, or something that cannot be. */
function valuesIn(form: HTMLFormElement): Record<string, number> | null {
  const values: Record<string, number> = {};
  const wrong: HTMLInputElement[] = [];
  for (const score of all<HTMLInputElement>(form, "[data-score]")) {
    const read = scoreIn(score.value);
    const problem = form.querySelector<HTMLElement>(`[id="${score.id}-problem"]`)!;
    const isWrong = typeof read === "string";
    problem.hidden = !isWrong;
    problem.textContent = isWrong ? say(read === "out-of-range" ? "out_of_range" : "not_a_number") : "";
    if (isWrong) {
      score.setAttribute("aria-invalid", "true");
      score.setAttribute("aria-describedby", problem.id);
      wrong.push(score);
    } else {
      score.removeAttribute("aria-invalid");
      score.removeAttribute("aria-describedby");
      if (read !== null) values[score.dataset["score"]!] = read;
    }
  }
  if (wrong.length > 0) {
    announce(say("scores_wrong", { count: wrong.length }));
    wrong[0]!.focus();
    return null;
  }
  if (Object.keys(values).length === 0) {
    announce(say("scores_none"));
    return null;
  }
  return values;
}

function without(values: Readonly<Record<string, number>>, instrument: InstrumentData): Record<string, number> {
  const own = new Set(ratedOn(instrument).map(({ id }) => id));
  return Object.fromEntries(Object.entries(values).filter(([id]) => !own.has(id)));
}

function input(id: string, type: string, value: string): HTMLInputElement {
  const made = make("input", "");
  Object.assign(made, { id, type });
  // what a reset returns to, too
  made.defaultValue = value;
  return made;
}
