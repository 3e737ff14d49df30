/** Which items stand in each bank on a page; a set is finished when all of them are answered. */

import type { ItemVersion } from "../learner/responses";
import type { Mode } from "../learning/attempt_mode";
import { all, needValue } from "../ui/dom";
import type { BanksOnPage } from "./memory";

/** Find the banks under a root, all answered for the same purpose. */
export function banksIn(root: ParentNode, mode: Mode): BanksOnPage {
  const found = new Map<string, { mode: Mode; items: ItemVersion[] }>();
  for (const part of all(root, "[data-bank]")) {
    const bank = needValue(part, "bank");
    const items = found.get(bank)?.items ?? [];
    // questions may be placed separately from their bank
    found.set(bank, { mode, items: [...items, ...all(part, "[data-item]").map(versionOf)] });
  }
  return found;
}

function versionOf(item: HTMLElement): ItemVersion {
  return { id: needValue(item, "item"), hash: needValue(item, "hash") };
}
