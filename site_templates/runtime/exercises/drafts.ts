/** What a learner is writing in an exercise, kept on the device while they write. */

import type { Papers } from "../learner/contents";
import type { Keeper } from "../storage/record_store";

/** The drafts of one exercise; their names begin with its own. */
export class Drafts {
  private readonly waiting = new Map<string, string>();
  private isSaving = false;

  constructor(
    private readonly keeper: Keeper,
    private readonly exercise: string,
    signal: AbortSignal,
  ) {
    keeper.listen((told) => told === "erased" && this.waiting.clear(), signal);
  }

  /** Give what is written under a name, or an empty text. */
  read(name: string): string {
    const full = this.full(name);
    return this.waiting.get(full) ?? this.keeper.contents.papers.get(full) ?? "";
  }

  /** Keep a text; an empty one takes away what was there. */
  write(name: string, text: string): void {
    if (this.read(name) === text) return;
    this.waiting.set(this.full(name), text);
    void this.save();
  }

  /** Take what waits, together with what more there is to keep, to be stored with a change of the record. */
  take(more: Readonly<Record<string, string>>): Papers {
    for (const [name, text] of Object.entries(more)) this.waiting.set(this.full(name), text);
    const papers = new Map(this.waiting);
    this.waiting.clear();
    return papers;
  }

  /** Save at once, and what is written meanwhile right after: a tab that is closed waits for nobody. */
  private async save(): Promise<void> {
    if (this.isSaving) return;
    this.isSaving = true;
    while (this.waiting.size > 0) {
      const papers = new Map(this.waiting);
      await this.keeper.note(() => ({ papers }));
      for (const [name, text] of papers) if (this.waiting.get(name) === text) this.waiting.delete(name);
    }
    this.isSaving = false;
  }

  private full(name: string): string {
    return `${this.exercise}/${name}`;
  }
}
