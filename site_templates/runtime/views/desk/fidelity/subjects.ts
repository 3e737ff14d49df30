/** Everything that is rated on an instrument: its items, and after an item the competency that it hides. */

import { partOf } from "../../../course/page_data";
import type { InstrumentData, InstrumentItemData } from "../../../course/page_data.gen";
import { titlesOnPage } from "../../../course/titles";
import type { Subject } from "../../../desk/item_names";
import { say } from "../words";

/** One row of the form and of the profile; `item` is null for what an item hides. */
export interface Rated {
  readonly id: string;
  readonly words: string;
  readonly item: InstrumentItemData | null;
}

export function instruments(): readonly InstrumentData[] {
  return partOf("deskData").instruments;
}

/** Return what is rated, in the order of the instrument. */
export function ratedOn({ items }: InstrumentData): Rated[] {
  return items.flatMap((item) => [
    { id: item.id, words: `${item.number}. ${item.name}`, item },
    ...(item.hides ? [{ id: item.hides, words: say("besides", { name: competency(item.hides) }), item: null }] : []),
  ]);
}

/** Return what a table may call them. */
export function subjectsOf({ items }: InstrumentData): Subject[] {
  return items.flatMap(({ id, number, name, hides }) => [
    { id, names: [`${number}`, name] },
    ...(hides ? [{ id: hides, names: [competency(hides)] }] : []),
  ]);
}

/** Name what was rated, without the instrument. */
export function nameOf(id: string): string {
  const item = instruments()
    .flatMap(({ items }) => items)
    .find((one) => one.id === id);
  return item?.name ?? competency(id);
}

function competency(id: string): string {
  return titlesOnPage().competencies.find((one) => one.id === id)?.title ?? id;
}
