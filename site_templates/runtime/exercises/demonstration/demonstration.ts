/** A demonstration: the scene up to a note, a question what one saw, then the note. Never scored. */

import { all, need, needValue } from "../../ui/dom";
import type { Stop } from "../../ui/mounting";
import { report } from "../../ui/mounting";
import { announce } from "../../ui/status";
import { ExerciseDrafts } from "../drafts";
import type { ExercisePage } from "../page";
import { say } from "../words";
import { NoteOnLine } from "./note_on_line";
import { shownLines } from "./place";

/** Bring a demonstration to life. */
export function mountDemonstration(root: HTMLElement, page: ExercisePage): Stop {
  return new Demonstration(root, page).start();
}

class Demonstration {
  private readonly listening = new AbortController();
  private readonly drafts: ExerciseDrafts;
  private readonly lines: readonly HTMLElement[];
  private readonly notes: ReadonlyMap<HTMLElement, NoteOnLine>;
  private readonly whole: HTMLButtonElement;
  private readonly again: HTMLButtonElement;

  constructor(
    private readonly root: HTMLElement,
    private readonly page: ExercisePage,
  ) {
    const { signal } = this.listening;
    const name = `demonstration/${needValue(root, "demonstration")}`;
    this.drafts = new ExerciseDrafts(page.store, name, signal);
    this.lines = all(root, ".imr-shown-line");
    this.notes = new Map(
      this.lines
        .filter((line) => line.hasAttribute("data-note"))
        .map((line) => [line, new NoteOnLine(line, this.drafts, signal, () => this.onOpened(line))]),
    );
    this.whole = need(root, "[data-role=whole]");
    this.again = need(root, "[data-role=again]");
  }

  start(): Stop {
    const { signal } = this.listening;
    this.root.dataset["state"] = "watching";
    this.whole.addEventListener("click", () => this.onWhole(), { signal });
    this.again.addEventListener("click", () => this.onAgain(), { signal });
    this.show();
    this.page.store.ready.then(() => this.recall()).catch((problem: unknown) => report(this.root, problem));
    return () => this.listening.abort();
  }

  private recall(): void {
    for (const note of this.notes.values()) note.recall();
    this.show();
  }

  private onOpened(line: HTMLElement): void {
    this.show();
    this.notes.get(line)?.focus();
    announce(say(this.isOver() ? "demonstration_ended" : "demonstration_opened"));
  }

  private onWhole(): void {
    for (const note of this.notes.values()) note.turn(true);
    this.show();
    this.again.focus();
    announce(say("demonstration_whole"));
  }

  private onAgain(): void {
    for (const note of this.notes.values()) note.turn(false);
    this.show();
    this.notes.values().next().value?.ask();
    announce(say("demonstration_again"));
  }

  private show(): void {
    const shown = shownLines(this.lines.map((line) => this.notes.get(line)?.isClosed ?? false));
    this.lines.forEach((line, place) => {
      line.hidden = !shown[place];
    });
    this.root.dataset["state"] = this.isOver() ? "whole" : "watching";
    this.whole.hidden = this.isOver();
    this.again.hidden = !this.isOver();
  }

  private isOver(): boolean {
    return [...this.notes.values()].every(({ isClosed }) => !isClosed);
  }
}
