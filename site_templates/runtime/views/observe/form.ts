/** The form of one observation: a card for each competency, saved as it is filled. */

import type { Written } from "../../desk/contents";
import type { Observation } from "../../desk/schema";
import { language } from "../../ui/days";
import { all, need, needValue } from "../../ui/dom";
import { report } from "../../ui/mounting";
import { announce } from "../../ui/status";
import { outcomeLine } from "../outcome";
import type { ObservePage } from "./page";
import { nameOf, showFace, valueWords } from "./page";
import { say } from "./words";

const HALF = 500;
const HIGHEST = 5000;
// a note is saved when its writer pauses
const PAUSE = 400;

/** Let the form be filled; what it shows is the observation that was opened last. */
export class ObservationForm {
  private observation: Written<Observation> | undefined;
  private waiting: ReturnType<typeof setTimeout> | undefined;
  private readonly form: HTMLFormElement;
  private readonly cards: readonly HTMLElement[];
  /** Beside the buttons; above the cards, `saved` says how it stands while they are filled. */
  private readonly outcome = outcomeLine();

  constructor(private readonly page: ObservePage) {
    this.form = need<HTMLFormElement>(page.root, "[data-role=form]");
    this.cards = all(this.form, "[data-competency]");
    need(this.form, ".imr-observe-end").after(this.outcome.line);
    const { signal } = page;
    this.form.addEventListener("change", () => void this.keep(), { signal });
    this.form.addEventListener("input", () => this.keepSoon(), { signal });
    this.form.addEventListener("submit", (event) => this.finish(event), { signal });
    need(this.form, "[data-role=pause]").addEventListener("click", () => void this.leave(), { signal });
    // a tablet that is put aside may never come back to the page
    document.addEventListener("visibilitychange", () => document.hidden && void this.keep(), { signal });
  }

  /** Show an observation, to be gone on with. */
  open(observation: Written<Observation>): void {
    this.observation = observation;
    for (const card of this.cards) this.fill(card, observation);
    const title = need(this.form, "[data-role=observing]");
    title.textContent = nameOf(this.page, observation);
    need(this.form, "[data-role=saved]").textContent = say("saves_itself");
    this.outcome.line.hidden = true;
    showFace(this.page.root, "form");
    title.focus();
  }

  /** Show the overview, once what is in the form is stored. */
  async leave(): Promise<void> {
    if (!(await this.keep())) return this.tellNotSaved();
    showFace(this.page.root, "overview");
    need(this.page.root, "#begin").focus();
  }

  private fill(card: HTMLElement, { values, notes }: Written<Observation>): void {
    const id = needValue(card, "competency");
    const value = values[id];
    const band = value === undefined ? "" : `${Math.floor(value / 1000) * 1000}`;
    for (const radio of all<HTMLInputElement>(card, "[type=radio]")) radio.checked = radio.value === band;
    half(card).checked = value !== undefined && value % 1000 >= HALF;
    note(card).value = notes[id] ?? "";
    (card as HTMLDetailsElement).open = false;
    this.sayChosen(card);
  }

  /** Say in the summary what was given, and offer half a step only where there is one. */
  private sayChosen(card: HTMLElement): void {
    const value = valueGiven(card);
    half(card).disabled = value === undefined || value - (half(card).checked ? HALF : 0) >= HIGHEST;
    need(card, "[data-role=chosen]").textContent = value === undefined ? "" : valueWords(value);
  }

  private keepSoon(): void {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => void this.keep(), PAUSE);
  }

  /** Store what is in the form. */
  private async keep(): Promise<boolean> {
    clearTimeout(this.waiting);
    if (!this.observation || this.form.hidden) return true;
    for (const card of this.cards) this.sayChosen(card);
    this.observation = { ...this.observation, ...this.given() };
    return this.store(this.observation);
  }

  private async store(observation: Written<Observation>): Promise<boolean> {
    const saved = need(this.form, "[data-role=saved]");
    try {
      await this.page.desk.put("observations", observation);
      saved.textContent = say("saved_at", { time: timeOf(new Date()) });
      return true;
    } catch (problem) {
      saved.textContent = say("not_saved");
      announce(say("not_saved"));
      report(this.page.root, problem);
      return false;
    }
  }

  /** Return the values and notes of the form; those of competencies that it does not show stay as they were. */
  private given(): Pick<Observation, "values" | "notes"> {
    const values: Record<string, number> = { ...this.observation?.values };
    const notes: Record<string, string> = { ...this.observation?.notes };
    for (const card of this.cards) {
      const id = needValue(card, "competency");
      const value = valueGiven(card);
      const written = note(card).value.trim();
      delete values[id];
      delete notes[id];
      if (value !== undefined) values[id] = value;
      if (written !== "") notes[id] = written;
    }
    return { values, notes };
  }

  private finish(event: SubmitEvent): void {
    event.preventDefault();
    void this.keep().then(async (isKept) => {
      if (!isKept || !this.observation) return this.tellNotSaved();
      if (Object.keys(this.observation.values).length === 0) return announce(this.nothingGiven());
      const finished = { ...this.observation, isDraft: false };
      if (await this.store(finished)) this.page.faces.handOver(finished);
      else this.tellNotSaved();
    });
  }

  private tellNotSaved(): void {
    this.outcome.tell(say("not_saved"));
  }

  private nothingGiven(): string {
    const words = say("nothing_given");
    need(this.form, "[data-role=saved]").textContent = words;
    need(this.form, "[data-role=observing]").focus();
    return words;
  }
}

function timeOf(moment: Date): string {
  return new Intl.DateTimeFormat(language(), { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(moment);
}

function valueGiven(card: HTMLElement): number | undefined {
  const band = card.querySelector<HTMLInputElement>("[type=radio]:checked")?.value ?? "";
  if (band === "") return undefined;
  return Math.min(HIGHEST, Number(band) + (half(card).checked ? HALF : 0));
}

function half(card: HTMLElement): HTMLInputElement {
  return need<HTMLInputElement>(card, "[data-role=half]");
}

function note(card: HTMLElement): HTMLTextAreaElement {
  return need<HTMLTextAreaElement>(card, "[data-role=note]");
}
