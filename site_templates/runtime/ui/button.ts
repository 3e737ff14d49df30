/** Buttons made by the script. */

import { make } from "./dom";

/** Make a button of a class that does something; what is in it names it. */
export function makeButton(
  className: string,
  act: () => void,
  ...inside: readonly (Node | string)[]
): HTMLButtonElement {
  const made = make("button", className, ...inside);
  made.type = "button";
  made.addEventListener("click", act);
  return made;
}
