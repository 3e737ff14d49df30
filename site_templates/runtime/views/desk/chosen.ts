/** The one trainer or group that the parts of the desk show, and who hears of another. */

import type { Trainer } from "../../desk/contents";
import type { Desk } from "../../storage/desk";

export class Chosen {
  private id = "";
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly desk: Desk,
    signal: AbortSignal,
  ) {
    desk.listen(() => this.notify(), signal);
  }

  /** Who is chosen; the first on the desk until someone is, and no one while it is empty. */
  get trainer(): Trainer | undefined {
    const { trainers } = this.desk.contents;
    const chosen = trainers.find(({ id }) => id === this.id) ?? trainers[0];
    // whoever was shown once stays, whoever else is put on the desk
    this.id = chosen?.id ?? "";
    return chosen;
  }

  choose(id: string): void {
    this.id = id;
    this.notify();
  }

  /** Call a listener now, and whenever someone else is chosen or the desk changes. */
  show(listener: () => void): void {
    this.listeners.add(listener);
    listener();
  }

  private notify(): void {
    for (const listener of this.listeners) listener();
  }
}
