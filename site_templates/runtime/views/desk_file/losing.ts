/** Warns before a window is left that alone holds a desk, as long as no file has all of it. */

import type { Desk } from "../../storage/desk";
import { pageStore } from "../../storage/page_store";

export function warnOfLoss(desk: Desk, signal: AbortSignal): void {
  window.addEventListener("beforeunload", (event) => willLose(desk) && event.preventDefault(), { signal });
  document.addEventListener("click", stayOn, { signal });
}

/** A link to another place on the page does not leave it, so the visit does not go on elsewhere. */
function stayOn({ target }: Event): void {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>("a[href*='#']") : null;
  if (link?.pathname === location.pathname) pageStore().goesOn = false;
}

/** Say whether leaving the page loses what no file has; another page of this site goes on with the visit. */
function willLose({ hasUnexported, isOnlyForPage, isOnlyForVisit }: Desk): boolean {
  return hasUnexported && (isOnlyForPage || (isOnlyForVisit && !pageStore().goesOn));
}
