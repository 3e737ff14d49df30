/** A written reply: write, compare with a model, tick what the reply had. Never scored. */

import { pastIn } from "../learner/responses";
import { keepReply, lastReply } from "../learner/written_replies";
import { circumstancesOn } from "../storage/circumstances";
import { day } from "../ui/days";
import { all, need, needValue } from "../ui/dom";
import type { Stop } from "../ui/mounting";
import { report } from "../ui/mounting";
import { showProblem, showTrouble, updateProblem } from "../ui/problem";
import { announce } from "../ui/status";
import { ExerciseDrafts } from "./drafts";
import type { ExercisePage } from "./page";
import { say } from "./words";

const YES = "yes";

/** Bring a written reply to life. */
export function mountWrittenReply(root: HTMLElement, page: ExercisePage): Stop {
  return new WrittenReply(root, page).start();
}

class WrittenReply {
  private readonly listening = new AbortController();
  private readonly id: string;
  private readonly drafts: ExerciseDrafts;
  private readonly form: HTMLFormElement;
  private readonly text: HTMLTextAreaElement;
  private readonly problem: HTMLElement;
  private readonly model: HTMLDetailsElement;
  private readonly marking: HTMLFormElement;
  private readonly points: readonly HTMLInputElement[];
  private readonly share: HTMLInputElement;

  constructor(
    private readonly root: HTMLElement,
    private readonly page: ExercisePage,
  ) {
    this.id = needValue(root, "prompt");
    this.drafts = new ExerciseDrafts(page.store, `written/${this.id}`, this.listening.signal);
    this.form = need(root, "[data-role=form]");
    this.text = need(root, "[data-role=text]");
    this.problem = need(root, "[data-role=problem]");
    this.model = need(root, "[data-role=model]");
    this.marking = need(root, "[data-role=marking]");
    this.points = all(this.marking, "input[name=point]");
    this.share = need(this.marking, "[data-role=share]");
  }

  start(): Stop {
    const { signal } = this.listening;
    this.root.dataset["state"] = "open";
    this.model.hidden = true;
    this.text.addEventListener("input", () => this.onInput(), { signal });
    this.form.addEventListener("submit", (event) => this.on(event, this.compare()), { signal });
    this.marking.addEventListener("change", () => this.draftTicks(), { signal });
    this.marking.addEventListener("submit", (event) => this.on(event, this.keep()), { signal });
    need(this.marking, "[data-role=again]").addEventListener("click", (event) => this.on(event, this.again()), {
      signal,
    });
    this.run(this.page.store.ready.then(() => this.recall()));
    return () => this.listening.abort();
  }

  private recall(): void {
    this.text.value ||= this.drafts.read("text");
    const ticked = this.drafts.read("ticked").split(" ");
    for (const point of this.points) point.checked = ticked.includes(point.value);
    this.share.checked = this.drafts.read("share") === YES;
    this.face(this.drafts.read("compared") === YES);
  }

  private onInput(): void {
    this.drafts.write("text", this.text.value);
    updateProblem(this.problem, [], "");
  }

  /** Keep the words first; only then the model is shown. */
  private async compare(): Promise<void> {
    await this.page.store.ready;
    if (this.text.value.trim() === "") {
      return showProblem(this.problem, [{ input: this.text, words: say("written_go") }], say("written_empty"));
    }
    const drafts = this.drafts.take({ text: this.text.value, compared: YES });
    await this.stored(
      this.problem,
      this.page.store.change(() => ({ drafts })),
    );
    this.face(true);
    need(this.marking, "[data-role=beside]").focus();
    announce(say("written_opened"));
  }

  private async keep(): Promise<void> {
    const ticked = this.points.filter(({ checked }) => checked).map(({ value }) => value);
    const text = this.share.checked ? { text: this.text.value } : {};
    const body = { promptId: this.id, ticked, ...text };
    const drafts = this.drafts.take({});
    const trouble = need(this.marking, "[data-role=trouble]");
    await this.stored(
      trouble,
      this.page.store.change((contents) => ({
        ...keepReply(contents, body, circumstancesOn(this.page.course)),
        drafts,
      })),
    );
    trouble.hidden = true;
    this.page.store.askToPersist();
    announce(this.showSaved());
  }

  /** Begin again; what was written stays to look at afterwards. */
  private async again(): Promise<void> {
    const emptied = { text: "", compared: "", ticked: "", share: "", before: this.text.value };
    const drafts = this.drafts.take(emptied);
    await this.page.store.note(() => ({ drafts }));
    this.text.value = "";
    this.recall();
    this.text.focus();
    announce(say("written_reopened"));
  }

  private draftTicks(): void {
    const ticked = this.points.filter(({ checked }) => checked).map(({ value }) => value);
    this.drafts.write("ticked", ticked.join(" "));
    this.drafts.write("share", this.share.checked ? YES : "");
    // what has just been ticked is not kept yet
    need(this.marking, "[data-role=kept]").hidden = true;
  }

  /** Turn the exercise to one of its two faces. */
  private face(isCompared: boolean): void {
    const before = this.drafts.read("before");
    this.root.dataset["state"] = isCompared ? "compared" : "open";
    need(this.form, "[data-role=writing]").hidden = isCompared;
    this.model.hidden = !isCompared;
    this.model.open = isCompared;
    need(this.marking, "[data-role=own]").textContent = this.text.value;
    need(this.marking, "[data-role=before-text]").textContent = before;
    need(this.marking, "[data-role=before]").hidden = before === "";
    this.showSaved();
  }

  /** Say what is kept in the record, and when it was. */
  private showSaved(): string {
    const saved = need(this.marking, "[data-role=kept]");
    const last = lastReply(pastIn(this.page.store.contents), this.id);
    saved.hidden = !last;
    if (!last) return "";
    const values = { date: day(last.at), count: last.body.ticked.length, total: this.points.length };
    saved.textContent = say(last.body.text === undefined ? "written_saved" : "written_saved_shared", values);
    return saved.textContent;
  }

  private async stored(problem: HTMLElement, work: Promise<unknown>): Promise<void> {
    try {
      await work;
    } catch (reason) {
      showTrouble(problem);
      throw reason;
    }
  }

  private on(event: Event, work: Promise<void>): void {
    event.preventDefault();
    this.run(work);
  }

  private run(work: Promise<void>): void {
    work.catch((problem: unknown) => report(this.root, problem));
  }
}
