/** The page that prints a unit: the choice follows the address, and a button prints. */

import { all, need } from "../../ui/dom";
import type { Stop } from "../../ui/mounting";

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
