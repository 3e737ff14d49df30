/** What a learner is writing in an exercise, kept on the device while they write. */

import type { Papers } from "../record/contents";
import type { Keeper } from "../record/keeper";

const PAUSE = 300;

/** The drafts of one exercise; their names begin with its own. */
export class Drafts {
  private readonly waiting = new Map<string, string>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly keeper: Keeper,
    private readonly exercise: string,
    signal: AbortSignal,
  ) {
    const save = (): void => void this.save();
    // a tab that is closed, or put away on a phone, may never run again
    addEventListener("pagehide", save, { signal });
    document.addEventListener("visibilitychange", save, { signal });
    keeper.listen((told) => told === "erased" && this.drop(), signal);
  }

  /** Give what is written under a name, or an empty text. */
  read(name: string): string {
    const full = this.full(name);
    return this.waiting.get(full) ?? this.keeper.contents.papers.get(full) ?? "";
  }

  /** Keep a text soon; an empty one takes away what was there. */
  write(name: string, text: string): void {
    this.waiting.set(this.full(name), text);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.save(), PAUSE);
  }

  /** Take what waits, together with what more there is to keep, to be stored with a change of the record. */
  take(more: Readonly<Record<string, string>>): Papers {
    for (const [name, text] of Object.entries(more)) this.waiting.set(this.full(name), text);
    const papers = new Map(this.waiting);
    this.drop();
    return papers;
  }

  private async save(): Promise<void> {
    if (this.waiting.size === 0) return;
    const papers = this.take({});
    await this.keeper.note(() => ({ papers }));
  }

  private drop(): void {
    clearTimeout(this.timer);
    this.waiting.clear();
  }

  private full(name: string): string {
    return `${this.exercise}/${name}`;
  }
}
