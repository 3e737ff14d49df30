/** How sure the learner is, asked before Check and never required. */

import { all } from "../ui/dom";
import type { ItemParts } from "./item_parts";
import type { Certainty } from "./memory";

export function readCertainty(parts: ItemParts): Certainty | null {
  const chosen = inputs(parts).find((input) => input.checked);
  return chosen ? (Number(chosen.value) as Certainty) : null;
}

export function showCertainty(parts: ItemParts, certainty: Certainty | null): void {
  for (const input of inputs(parts)) input.checked = Number(input.value) === certainty;
}

function inputs(parts: ItemParts): HTMLInputElement[] {
  return all(parts.form, "input[name=certainty]");
}
