/** What is shown anew when the desk changes: details that someone has opened stay open. */

import { all } from "../../ui/dom";

/** Name details, so that they are known again. */
export function named(name: string, details: HTMLDetailsElement): HTMLDetailsElement {
  details.dataset["opened"] = name;
  return details;
}

/** Replace what is in a place; named details that were open are open again. */
export function showAnew(place: HTMLElement, ...inside: HTMLElement[]): void {
  const open = new Set(namedIn(place).flatMap((one) => (one.open ? [one.dataset["opened"]] : [])));
  place.replaceChildren(...inside);
  for (const one of namedIn(place)) one.open = open.has(one.dataset["opened"]);
}

function namedIn(place: HTMLElement): HTMLDetailsElement[] {
  return all<HTMLDetailsElement>(place, "details[data-opened]");
}
