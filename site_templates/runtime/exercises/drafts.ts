/** What a learner is writing in an exercise, kept on the device while they write. */

import type { Drafts } from "../learner/contents";
import type { RecordStore } from "../storage/record_store";

/** The drafts of one exercise; their names begin with its own. */
export class ExerciseDrafts {
  private readonly waiting = new Map<string, string>();
  private isSaving = false;

  constructor(
    private readonly store: RecordStore,
    private readonly exercise: string,
    signal: AbortSignal,
  ) {
    store.listen((notice) => notice === "erased" && this.waiting.clear(), signal);
  }

  /** Return what is written under a name, or an empty text. */
  read(name: string): string {
    const full = this.full(name);
    return this.waiting.get(full) ?? this.store.contents.drafts.get(full) ?? "";
  }

  /** Keep a text; an empty one takes away what was there. */
  write(name: string, text: string): void {
    if (this.read(name) === text) return;
    this.waiting.set(this.full(name), text);
    void this.save();
  }

  /** Take what waits, together with what more there is to keep, to be stored with a change of the record. */
  take(more: Readonly<Record<string, string>>): Drafts {
    for (const [name, text] of Object.entries(more)) this.waiting.set(this.full(name), text);
    const drafts = new Map(this.waiting);
    this.waiting.clear();
    return drafts;
  }

  /** Save at once, and what is written meanwhile right after: a tab that is closed waits for no one. */
  private async save(): Promise<void> {
    if (this.isSaving) return;
    this.isSaving = true;
    while (this.waiting.size > 0) {
      const drafts = new Map(this.waiting);
      await this.store.note(() => ({ drafts }));
      for (const [name, text] of drafts) if (this.waiting.get(name) === text) this.waiting.delete(name);
    }
    this.isSaving = false;
  }

  private full(name: string): string {
    return `${this.exercise}/${name}`;
  }
}
