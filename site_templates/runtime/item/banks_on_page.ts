/** Which items stand in each bank on a page; a set is finished when all of them are answered. */

import type { ItemVersion } from "../learner/responses";
import type { Mode } from "../learning/attempt_mode";
import { all, needValue } from "../ui/dom";
import type { BanksOnPage } from "./memory";

/** Find the banks under a root, all answered for the same purpose. */
export function banksIn(root: ParentNode, mode: Mode): BanksOnPage {
  return new Map(
    all(root, "[data-bank]").map((bank) => [
      needValue(bank, "bank"),
      { mode, items: all(bank, "[data-item]").map(versionOf) },
    ]),
  );
}

function versionOf(item: HTMLElement): ItemVersion {
  return { id: needValue(item, "item"), hash: needValue(item, "hash") };
}
