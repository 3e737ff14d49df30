/** Scores typed one by one; what is not possible is named beside its field, and nothing is saved until all fits. */

import type { InstrumentData } from "../../../course/page_data.gen";
import type { FidelityRating, Trainer } from "../../../desk/contents";
import { scoreIn } from "../../../desk/scores";
import { token } from "../../../record/ids";
import { makeButton } from "../../../ui/button";
import { dateOf } from "../../../ui/days";
import { all, make } from "../../../ui/dom";
import { calendarDay, points } from "../../../ui/numbers";
import type { Tell } from "../../outcome";
import { outcomeLine } from "../../outcome";
import { dayInput, neededDay } from "../day_field";
import type { DeskPage } from "../page";
import { save } from "../page";
import { field } from "../trainers";
import { say } from "../words";
import type { Rated } from "./subjects";
import { ratedOn } from "./subjects";

const LONGEST = 100;

/** Whose scores are entered on which scale; with a rating, that one is changed. */
export interface Entering {
  readonly trainer: Trainer;
  readonly instrument: InstrumentData;
  readonly rating: FidelityRating | undefined;
}

/** `leave` is called when the scores are saved, or are not to be changed after all. */
export function byHand(page: DeskPage, entering: Entering, leave: (words: string) => void): HTMLFormElement {
  const { trainer, instrument, rating } = entering;
  const day = neededDay(say("date"), dayInput("desk-date", rating?.date ?? dateOf(Date.now())));
  const source = input("desk-source", "text", rating?.source ?? "");
  source.maxLength = LONGEST;
  const rows = ratedOn(instrument).map((rated) => scoreRow(rated, rating?.values[rated.id]));
  const { line, tell } = outcomeLine();
  // saved twice, it is still one rating
  const id = rating?.id ?? token();
  const form = make(
    "form",
    "imr-desk-scores",
    make("h3", "", titleOf(entering)),
    make("p", "", say("by_hand_help")),
    day.view,
    field(say("source"), source),
    ...rows,
    buttons(rating, leave),
    line,
  );
  form.noValidate = true;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const values = valuesIn(form, tell);
    const date = values && day.read();
    if (!values || !date) return;
    const put = {
      id,
      trainer: trainer.id,
      date,
      // scores of another instrument, given on the same day, stay
      values: { ...without(rating?.values ?? {}, instrument), ...values },
      source: source.value.trim() || null,
    };
    const done = say("scores_saved", { name: page.chosen.trainer?.name ?? trainer.name });
    void save(page, () => page.desk.put("ratings", put), done, tell).then((isDone) => {
      if (isDone) leave(done);
    });
  });
  return form;
}

/** Say whose scores a form takes. */
export function titleOf({ trainer: { name }, rating }: Entering): string {
  return rating ? say("scores_changing", { name, date: calendarDay(rating.date) }) : say("scores_for", { name });
}

function buttons(rating: FidelityRating | undefined, leave: (words: string) => void): HTMLElement {
  const save = make("button", "imr-record-button imr-record-main", say("scores_save"));
  const cancel = makeButton("imr-record-button", () => leave(""), say("cancel"));
  return make("p", "imr-record-field", save, ...(rating ? [cancel] : []));
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
function valuesIn(form: HTMLFormElement, tell: Tell): Record<string, number> | null {
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
    tell(say("scores_wrong", { count: wrong.length }));
    wrong[0]!.focus();
    return null;
  }
  if (Object.keys(values).length === 0) {
    tell(say("scores_none"));
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
  Object.assign(made, { id, type, value });
  return made;
}
