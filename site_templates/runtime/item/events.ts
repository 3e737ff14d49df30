/** What items and their bank tell each other, as events on the page: either works without the other. */

import type { Verdict } from "./verdict";

/** An item tells its verdict, or null while it is open. */
export const JUDGED = "imr-judged";

/** A bank asks an item to be answered again. */
export const REOPEN = "imr-reopen";

/** A lesson in steps has opened a place, such as a question or the end of a set. */
export const OPENED = "imr-opened";

export function announceVerdict(item: HTMLElement, verdict: Verdict | null): void {
  item.dispatchEvent(new CustomEvent(JUDGED, { bubbles: true, detail: verdict }));
}

export function verdictOf(event: Event): Verdict | null {
  return (event as CustomEvent<Verdict | null>).detail;
}

export function askToReopen(item: HTMLElement): void {
  item.dispatchEvent(new CustomEvent(REOPEN));
}
