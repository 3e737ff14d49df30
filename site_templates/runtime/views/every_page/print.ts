/** Printing: a lesson as it is, and the page that prints a unit, where the choice follows the address. */

import { all, need } from "../../ui/dom";
import type { Stop } from "../../ui/mounting";

/** Print the page as it is: of a lesson, all of its steps. */
export function mountPrintLesson(button: HTMLElement): Stop {
  const listening = new AbortController();
  button.addEventListener("click", () => window.print(), { signal: listening.signal });
  button.hidden = false;
  return () => listening.abort();
}

/** Bring the choice to life; without a script the style sheet alone follows it. */
export function mountPrint(root: HTMLElement): Stop {
  const listening = new AbortController();
  const choices = all<HTMLInputElement>(root, "input[name=sheets]");
  const follow = (): void => {
    const named = choices.find(({ id }) => `#${id}` === location.hash) ?? choices[0];
    if (named) named.checked = true;
  };
  window.addEventListener("hashchange", follow, { signal: listening.signal });
  follow();
  const stopPrinting = mountPrintLesson(need(root, "[data-role=print]"));
  return () => {
    listening.abort();
    stopPrinting();
  };
}
