/** Letters of options and steps: A is always the first one shown. */

import { all, bringIntoOrder } from "./dom";

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** Give new letters, in the order shown, to everything in these places that carries an option's letter. */
export function letterAnew(places: readonly ParentNode[], shown: readonly string[]): void {
  for (const place of places) {
    for (const letter of all(place, "[data-letter-for]")) {
      const at = shown.indexOf(letter.dataset["letterFor"] ?? "");
      if (at >= 0) letter.textContent = LETTERS.charAt(at);
    }
  }
}

/** Return the letter of an option as the learner sees it. */
export function letterOf(id: string, shown: readonly string[]): string {
  return LETTERS.charAt(shown.indexOf(id));
}

/** Find where the printed key answers an item, and have its letters in the order of the alphabet. */
export function keyInOrder(places: readonly Element[], shown: readonly string[]): void {
  for (const place of places) bringIntoOrder(place, "letter-for", shown);
}
