/** The interactions a learner can have with an item. */

import type { Key } from "../learning/key";
import { needValue } from "../ui/dom";
import { BestWorst } from "./best_worst";
import { Choosing } from "./choose";
import { FromList } from "./from_list";
import type { Interaction } from "./interaction";
import type { ItemParts } from "./item_parts";
import { Matching } from "./match";
import { Ordering } from "./order";

/** Read an item's key from the page. */
export function readKey(parts: ItemParts): Key {
  return JSON.parse(needValue(parts.root, "key")) as Key;
}

export function interactionFor(parts: ItemParts, key: Key): Interaction {
  switch (key.kind) {
    case "choose":
      return isFromList(parts) ? new FromList(parts, key) : new Choosing(parts, key);
    case "order":
      return new Ordering(parts, key);
    case "match":
      return new Matching(parts, key);
    case "best-worst":
      return new BestWorst(parts, key);
    default:
      throw new Error(`unknown kind in data-key: ${(key satisfies never as Key).kind}`);
  }
}

/** The answers to choose from stand once above several questions, and not in each. */
function isFromList({ fieldset }: ItemParts): boolean {
  return fieldset.querySelector(".imr-from-list, .imr-pick") !== null;
}
