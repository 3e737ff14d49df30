/** The note that an answer is still lacking, with a way to each place that lacks one. */

import { all, make } from "./dom";
import { text } from "./item_words";
import { linkTo } from "./link";
import { say } from "./saving_words";

/** Something that still lacks an answer: where to go, and what to call the way there. */
export interface Open {
  readonly input: HTMLElement;
  readonly words: string;
}

/** Show what lacks an answer; the note takes the focus, because nothing else on the page changed. */
export function showProblem(problem: HTMLElement, open: readonly Open[], words = text("nothing_chosen")): void {
  listOpen(problem, open, words);
  problem.focus();
}

/** Say that an answer could not be saved; it is still in the inputs, to be checked once more. */
export function showTrouble(problem: HTMLElement): void {
  listOpen(problem, [], "");
  problem.hidden = false;
  problem.replaceChildren(make("p", "imr-problem-words", say("not_saved")));
  problem.focus();
}

/** Keep a note that is shown true to what still lacks an answer. */
export function updateProblem(problem: HTMLElement, open: readonly Open[], words = text("nothing_chosen")): void {
  if (!problem.hidden) listOpen(problem, open, words);
}

function listOpen(problem: HTMLElement, open: readonly Open[], words: string): void {
  clearLacking(problem);
  problem.hidden = open.length === 0;
  if (problem.hidden) {
    problem.replaceChildren();
    return;
  }
  const links = open.map((lacking) => make("li", "", linkToLacking(lacking)));
  const list = make("ul", "", ...links);
  list.setAttribute("role", "list");
  problem.replaceChildren(make("p", "imr-problem-words", words), list);
  for (const { input } of open) setLacking(input, problem.id);
}

function linkToLacking({ input, words }: Open): HTMLAnchorElement {
  const link = linkTo(`#${input.id}`, words);
  link.addEventListener("click", (event) => {
    event.preventDefault();
    input.focus();
  });
  return link;
}

function setLacking(input: HTMLElement, problemId: string): void {
  input.closest("[data-card], [data-end], [data-element], [data-competency]")?.setAttribute("data-lacking", "");
  const group = input.closest("select, [role=radiogroup]");
  group?.setAttribute("aria-invalid", "true");
  group?.setAttribute("aria-describedby", problemId);
}

function clearLacking(problem: HTMLElement): void {
  const form = problem.closest("form");
  if (!form) return;
  for (const card of all(form, "[data-lacking]")) card.removeAttribute("data-lacking");
  for (const group of all(form, "[aria-invalid]")) {
    group.removeAttribute("aria-invalid");
    group.removeAttribute("aria-describedby");
  }
}
