/** Marks on rows after Check: what was chosen and what is right, in words beside a sign. */

import { all, make } from "../ui/dom";
import type { IconName } from "../ui/icons";
import { icon } from "../ui/icons";

/** Mark a row; the words become part of its label, so that a screen reader hears them with it. */
export function markRow(row: Element, sign: IconName, words: string): void {
  row.append(make("span", "imr-mark", icon(sign), make("span", "imr-mark-words", words)));
  row.setAttribute("data-mark", sign);
}

/** Take all marks off again. */
export function unmarkRows(root: ParentNode): void {
  for (const mark of all(root, "[data-mark] > .imr-mark")) mark.remove();
  for (const row of all(root, "[data-mark]")) row.removeAttribute("data-mark");
}
