/** A line that says how something went: in sight where someone acted, and to a screen reader. */

import { make } from "../ui/dom";
import { announce } from "../ui/status";

/** Says in words how something went. */
export type Tell = (words: string) => void;

/** `line` is placed where someone acts, outside of what a change shows anew; there is none until something is told. */
export interface Outcome {
  readonly line: HTMLElement;
  readonly tell: Tell;
}

export function outcomeLine(): Outcome {
  const line = make("p", "imr-record-outcome");
  line.hidden = true;
  // it can take the focus where what had it is gone
  line.tabIndex = -1;
  const tell = (words: string): void => {
    line.textContent = words;
    line.hidden = false;
    announce(words);
  };
  return { line, tell };
}
