/** Who gets an assignment: everyone on the desk, each with a box; ticks stay when the desk changes. */

import type { Trainer } from "../../../desk/contents";
import { make } from "../../../ui/dom";
import { byName } from "../trainers";
import { say } from "../words";

interface Row {
  readonly line: HTMLElement;
  readonly box: HTMLInputElement;
  readonly name: HTMLElement;
}

export class People {
  readonly view = make("fieldset", "imr-desk-ticks", make("legend", "", say("who_gets")));
  private readonly rows = new Map<string, Row>();

  /** `first` is ticked, as long as no one unticks it. */
  constructor(private readonly first: string) {}

  /** Show whoever is on the desk. */
  follow(trainers: readonly Trainer[]): void {
    const shown = byName(trainers);
    for (const [id, { line }] of this.rows) {
      if (shown.some((one) => one.id === id)) continue;
      line.remove();
      this.rows.delete(id);
    }
    let before: Element = this.view.firstElementChild!;
    for (const trainer of shown) {
      const { line } = this.rowOf(trainer);
      // moved only where it has to be, because moving a box takes the focus from it
      if (before.nextElementSibling !== line) before.after(line);
      before = line;
    }
  }

  chosenOf(trainers: readonly Trainer[]): Trainer[] {
    return trainers.filter(({ id }) => this.rows.get(id)?.box.checked);
  }

  private rowOf({ id, name }: Trainer): Row {
    const row = this.rows.get(id) ?? this.newRow(id);
    row.name.textContent = name;
    return row;
  }

  private newRow(id: string): Row {
    const box = make("input", "");
    Object.assign(box, { type: "checkbox", value: id, checked: id === this.first });
    const name = make("span", "");
    const row = { line: make("label", "imr-desk-tick", box, name), box, name };
    this.rows.set(id, row);
    return row;
  }
}
