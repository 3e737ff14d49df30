/** The doors of the search: links until the script makes buttons of them, and Ctrl+K. */

import { courseOnPage } from "../../course/course_on_page";
import { load, loadStyle } from "../../course/loading";
import { all } from "../../ui/dom";
import type { Stop } from "../../ui/mounting";

/** Put a button in the place of a link that says how to do without the search. */
export function mountSearchDoor(link: HTMLElement): Stop {
  const button = document.createElement("button");
  button.type = "button";
  button.className = link.className;
  button.append(...link.childNodes);
  button.setAttribute("aria-haspopup", "dialog");
  button.setAttribute("aria-keyshortcuts", "Control+K");
  button.addEventListener("click", () => open(link));
  link.replaceWith(button);
  for (const text of all(document, "[data-role=with-search]")) text.hidden = false;
  for (const text of all(document, "[data-role=without-search]")) text.hidden = true;
  return () => button.replaceWith(link);
}

/** Open the search by Ctrl+K, which no screen reader and no control of a page uses; one letter alone would be. */
export function openSearchByKeys(signal: AbortSignal): void {
  const onKey = (event: KeyboardEvent): void => {
    if (event.key.toLowerCase() !== "k" || event.ctrlKey === event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    open();
  };
  document.addEventListener("keydown", onKey, { signal });
}

function open(otherwise?: HTMLElement): void {
  const { base } = courseOnPage();
  const instead = otherwise instanceof HTMLAnchorElement ? otherwise.href : `${base}/look-up.html#search`;
  fetched(base).then(
    () => window.imr.openSearch?.(base),
    () => location.assign(instead),
  );
}

async function fetched(base: string): Promise<void> {
  if (window.imr.openSearch) return;
  await Promise.all([load(`${base}/assets/search.js`), loadStyle(`${base}/assets/search.css`)]);
}
