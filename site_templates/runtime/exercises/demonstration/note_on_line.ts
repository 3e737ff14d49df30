/** A note on a line of a demonstration: closed behind the question what one saw, and opened by an answer. */

import { all, need, needValue } from "../../ui/dom";
import { showProblem, updateProblem } from "../../ui/problem";
import type { ExerciseDrafts } from "../drafts";
import { say } from "../words";

const YES = "yes";

export class NoteOnLine {
  isClosed = true;
  private readonly name: string;
  private readonly number: string;
  private readonly form: HTMLFormElement;
  private readonly note: HTMLElement;
  private readonly problem: HTMLElement;
  private readonly choices: readonly HTMLInputElement[];
  private readonly field: HTMLTextAreaElement | null;

  /** `onOpened` is called when the reader opens it. */
  constructor(
    private readonly line: HTMLElement,
    private readonly drafts: ExerciseDrafts,
    signal: AbortSignal,
    private readonly onOpened: () => void,
  ) {
    this.name = needValue(line, "note");
    this.number = needValue(line, "number");
    this.form = need(line, "[data-role=ask]");
    this.note = need(line, "[data-role=note]");
    this.problem = need(line, "[data-role=problem]");
    this.choices = all(this.form, "input[name=saw]");
    this.field = this.form.querySelector("[data-role=saw]");
    this.form.addEventListener("input", () => this.onInput(), { signal });
    this.form.addEventListener("submit", (event) => this.onSubmit(event), { signal });
    need(this.form, "[data-role=open]").addEventListener("click", () => this.open(), { signal });
    this.face();
  }

  /** Show how it was left; what was written before the record was ready stays. */
  recall(): void {
    const draft = this.drafts.read(this.name);
    if (this.answer() === "") this.fill(draft);
    this.isClosed = this.drafts.read(`${this.name}/open`) !== YES;
    this.face();
  }

  /** Open or close it. */
  turn(isOpen: boolean): void {
    this.isClosed = !isOpen;
    this.drafts.write(`${this.name}/open`, isOpen ? YES : "");
    this.face();
  }

  focus(): void {
    this.note.focus();
  }

  /** Go to the question. */
  ask(): void {
    this.input().focus();
  }

  private open(): void {
    this.turn(true);
    this.onOpened();
  }

  private onInput(): void {
    this.drafts.write(this.name, this.answer());
    updateProblem(this.problem, [], "");
  }

  private onSubmit(event: Event): void {
    event.preventDefault();
    if (this.answer() === "") this.showEmpty();
    else this.open();
  }

  private showEmpty(): void {
    const lacking = { input: this.input(), words: say("demonstration_go", { number: this.number }) };
    showProblem(this.problem, [lacking], say("demonstration_empty"));
  }

  private face(): void {
    const answer = this.answer();
    this.form.hidden = !this.isClosed;
    this.note.hidden = this.isClosed;
    need(this.line, "[data-role=own]").hidden = answer === "";
    need(this.line, "[data-role=own-words]").textContent = answer;
    updateProblem(this.problem, [], "");
  }

  private answer(): string {
    return (this.field?.value ?? this.choices.find(({ checked }) => checked)?.value ?? "").trim();
  }

  private fill(words: string): void {
    if (this.field) this.field.value = words;
    for (const choice of this.choices) choice.checked = choice.value === words;
  }

  private input(): HTMLElement {
    const found = this.field ?? this.choices.find(({ checked }) => checked) ?? this.choices[0];
    if (!found) throw new Error(`missing a question before the note "${this.name}"`);
    return found;
  }
}
