/** Printing: a lesson as it is, and the page that prints a unit, where the choice follows the address. */

import { all, need } from "../../ui/dom";
import type { Stop } from "../../ui/mounting";

/** Print the lesson that is on the page, all of its steps. */
export function mountPrintLesson(button: HTMLElement): Stop {
  const listening = new AbortController();
  button.addEventListener("click", () => window.print(), { signal: listening.signal });
  button.hidden = false;
  return () => listening.abort();
}

/** Bring the choice to life; without a script the style sheet alone follows it. */
export function mountPrint(root: HTMLElement): Stop {
  const listening = new AbortController();
  const { signal } = listening;
  const choices = all<HTMLInputElement>(root, "input[name=sheets]");
  const follow = (): void => {
    const named = choices.find(({ id }) => `#${id}` === location.hash) ?? choices[0];
    if (named) named.checked = true;
  };
  const button = need(root, "[data-role=print]");
  button.addEventListener("click", () => window.print(), { signal });
  window.addEventListener("hashchange", follow, { signal });
  follow();
  button.hidden = false;
  return () => listening.abort();
}
