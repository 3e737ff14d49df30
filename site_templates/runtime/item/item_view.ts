/** The two faces of an item: open, and answered. */

import type { Key } from "../learning/key";
import { day } from "../ui/days";
import { copyOf, make, need } from "../ui/dom";
import { icon } from "../ui/icons";
import { text } from "../ui/item_words";
import { updateProblem } from "../ui/problem";
import { say } from "../ui/saving_words";
import type { Interaction } from "./interaction";
import type { ItemParts } from "./item_parts";
import type { Given } from "./memory";
import type { Verdict } from "./verdict";
import { verdictLine } from "./verdict";

/** Show an item that waits for an answer; its key stays shut, and "I don't know" opens it. */
export function showOpen(parts: ItemParts): void {
  setAnswered(parts, null);
  parts.verdict.replaceChildren();
  parts.answer.open = false;
  restoreWords(parts.check);
  restoreWords(parts.dontKnow);
}

/** Show an answered item: rows marked, verdict, feedback on what was chosen, the rest on request. */
export function showAnswered(
  parts: ItemParts,
  key: Key,
  interaction: Interaction,
  given: Given,
  verdict: Verdict,
): void {
  setAnswered(parts, verdict);
  interaction.mark(given.answer);
  parts.verdict.replaceChildren(
    verdictLine(verdict, key, given),
    ...sureNote(given, verdict),
    ...safetyNote(parts, verdict),
    ...interaction.explain(given.answer),
    ...explanation(parts),
  );
  parts.answer.hidden = interaction.explainsAll;
  parts.answer.open = given.answer === null || verdict === "compared";
  if (given.answer === null) replaceWords(parts.dontKnow, "answer_shown");
  else replaceWords(parts.check, "checked");
}

/** Say that the item has changed since it was answered, or take that note away. */
export function showSuperseded(parts: ItemParts, at: number | null): void {
  parts.root.querySelector(".imr-superseded")?.remove();
  if (at !== null) parts.form.before(make("p", "imr-superseded", say("superseded", { date: day(at) })));
}

function setAnswered(parts: ItemParts, verdict: Verdict | null): void {
  const isAnswered = verdict !== null;
  const gaveUp = verdict === "dont-know";
  parts.root.dataset["state"] = isAnswered ? "answered" : "open";
  parts.root.dataset["verdict"] = verdict ?? "";
  parts.fieldset.disabled = isAnswered;
  for (const shown of [parts.verdict, parts.answer, parts.after]) shown.hidden = !isAnswered;
  // the button that was pressed stays and keeps the focus, the other one goes
  parts.check.hidden = gaveUp;
  parts.dontKnow.hidden = isAnswered && !gaveUp;
  for (const button of [parts.check, parts.dontKnow]) button.setAttribute("aria-disabled", `${isAnswered}`);
  updateProblem(parts.problem, []);
}

function safetyNote(parts: ItemParts, verdict: Verdict): Node[] {
  const matters = parts.root.dataset["harm"] === "true" && verdict !== "right";
  return matters ? [make("p", "imr-safety", text("safety"))] : [];
}

/** Say kindly that being sure and being right were two things this time. */
function sureNote({ certainty }: Given, verdict: Verdict): Node[] {
  const wasWrong = verdict === "wrong" || verdict === "partly";
  return certainty === 3 && wasWrong ? [make("p", "imr-sure", text("sure_and_wrong"))] : [];
}

function explanation(parts: ItemParts): Node[] {
  const found = parts.answer.querySelector("[data-role=explanation]");
  return found ? [make("div", "imr-explanation", copyOf(found))] : [];
}

/** Change a button's words, keeping those of the page (which may be translated) to put them back. */
function replaceWords(button: HTMLButtonElement, key: "answer_shown" | "checked"): void {
  const words = need(button, "[data-role=words]");
  words.hidden = true;
  button.querySelector(".imr-done")?.remove();
  words.after(make("span", "imr-done", icon("right"), text(key)));
}

function restoreWords(button: HTMLButtonElement): void {
  need(button, "[data-role=words]").hidden = false;
  button.querySelector(".imr-done")?.remove();
}
