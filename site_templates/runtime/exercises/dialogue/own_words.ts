/** The trainer's own reply, written before choosing: it stays on the device, and is compared with a good one afterwards. */

import type { NewEvent } from "../../learner/append";
import { append } from "../../learner/append";
import type { Contents } from "../../learner/contents";
import { pastIn } from "../../learner/responses";
import { validEventsOf } from "../../record/log";
import type { BodyOf } from "../../record/record";
import { circumstancesOn } from "../../storage/circumstances";
import { all, make, need } from "../../ui/dom";
import { report } from "../../ui/mounting";
import { announce } from "../../ui/status";
import type { ExercisePage } from "../page";
import { say } from "./words";

const LONGEST = 20_000;
const HOW_CLOSE = { close: "own_close", partly: "own_partly", different: "own_different" } as const;

/** A turn as one answers it in one's own words. */
export interface Prompt {
  readonly id: string;
  readonly number: number;
}

/** Return what was written, or an empty text. */
export function ownWords({ drafts }: Contents, { id }: Prompt): string {
  return drafts.get(draftOf(id)) ?? "";
}

/** Offer to write first; those who do not want to see one quiet line. */
export function ownReply(page: ExercisePage, prompt: Prompt): HTMLElement {
  const field = make("textarea", "imr-own-words");
  field.id = `own-${prompt.id}`;
  field.rows = 3;
  field.maxLength = LONGEST;
  field.value = ownWords(page.store.contents, prompt);
  field.addEventListener("change", () => noteWords(page, prompt, field));
  const label = make("label", "imr-own-label", say("own_label"));
  label.htmlFor = field.id;
  const help = make("p", "imr-own-help", say("own_help"));
  help.id = `${field.id}-help`;
  field.setAttribute("aria-describedby", help.id);
  const found = make("details", "imr-own", make("summary", "imr-summary", say("own")), label, field, help);
  found.open = field.value !== "";
  return found;
}

/** Words that cannot be stored are still in their field. */
function noteWords({ store }: ExercisePage, prompt: Prompt, field: HTMLTextAreaElement): void {
  void store.note(() => ({ drafts: new Map([[draftOf(prompt.id), field.value.trim()]]) }));
}

/** Show what the trainer wrote beside a good reply, and ask how close they were. */
export function comparison(page: ExercisePage, prompt: Prompt, words: string, model: DocumentFragment): HTMLElement {
  const before = lastGiven(page.store.contents, prompt);
  const form = make(
    "form",
    "imr-own-compared",
    ownBeside(words, model),
    howClose(prompt, before),
    exportsToo(before),
    keepButton(prompt),
  );
  form.noValidate = true;
  const outcome = make("p", "imr-own-outcome");
  form.append(outcome);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    keep(page, prompt, form, words)
      .then((words) => showOutcome(outcome, words))
      .catch((problem: unknown) => {
        showOutcome(outcome, say("not_saved"));
        report(form, problem);
      });
  });
  return form;
}

function showOutcome(outcome: HTMLElement, words: string): void {
  outcome.textContent = words;
  announce(words);
}

async function keep(page: ExercisePage, { id }: Prompt, form: HTMLFormElement, words: string): Promise<string> {
  const chosen = all<HTMLInputElement>(form, "input[type=radio]").find(({ checked }) => checked);
  if (!chosen) return say("own_lacking");
  const isForExports = need<HTMLInputElement>(form, "input[type=checkbox]").checked;
  const body = { promptId: id, ticked: [chosen.value], ...(isForExports ? { text: words } : {}) };
  const newEvent: NewEvent = { type: "written.reply", body };
  await page.store.change((contents) => append(contents, [newEvent], circumstancesOn(page.course)));
  return say("own_saved");
}

function ownBeside(words: string, model: DocumentFragment): HTMLElement {
  const own = make("dd", "imr-own-said", words);
  return make(
    "dl",
    "imr-own-beside",
    make("dt", "", say("own_yours")),
    own,
    make("dt", "", say("own_model")),
    make("dd", "", model),
  );
}

function howClose({ id }: Prompt, before: BodyOf<"written.reply"> | undefined): HTMLElement {
  const rows = Object.entries(HOW_CLOSE).map(([value, word]) => {
    const input = inputOf("radio", `close-${id}`, value, before?.ticked.includes(value) ?? false);
    return make("label", "imr-choice", input, make("span", "", say(word)));
  });
  const legend = make("legend", "imr-own-label", say("own_how"));
  return make("fieldset", "imr-fieldset", legend, make("div", "imr-choices", ...rows));
}

function exportsToo(before: BodyOf<"written.reply"> | undefined): HTMLElement {
  const input = inputOf("checkbox", "export", "yes", before?.text !== undefined);
  return make("label", "imr-choice imr-own-export", input, make("span", "", say("own_export")));
}

function keepButton({ number }: Prompt): HTMLElement {
  const hidden = make("span", "imr-visually-hidden", say("own_keep_of", { number }));
  return make("p", "imr-acts", make("button", "imr-act", say("own_keep"), hidden));
}

function inputOf(type: string, name: string, value: string, isChecked: boolean): HTMLInputElement {
  const input = make("input", "");
  Object.assign(input, { type, name, value, checked: isChecked });
  return input;
}

function lastGiven(contents: Contents, { id }: Prompt): BodyOf<"written.reply"> | undefined {
  return validEventsOf(pastIn(contents), "written.reply")
    .filter(({ body }) => body.promptId === id)
    .slice(-1)[0]?.body;
}

function draftOf(id: string): string {
  return `dialogue/${id}`;
}
