/** The mark and the word of a state: each tells it without the other, and without colour. */

import type { State } from "../../learning/decision";
import { make } from "../../ui/dom";
import { drawn } from "../../ui/svg";
import type { StrandRow } from "./rows";
import { isOutOfReach } from "./rows";
import { say, sayCount } from "./words";

export const STATE_WORDS = {
  shown: "shown",
  "not-yet": "not_yet",
  "not-enough-evidence": "not_enough",
} as const satisfies Record<State, string>;

/** Return the mark of a state with its word. */
export function stateMark(state: State): HTMLElement {
  const mark = make("span", "imr-state", stateSign(state), make("span", "imr-state-word", say(STATE_WORDS[state])));
  mark.dataset["state"] = state;
  return mark;
}

/** Return the mark of a strand's state or, where no decision is within reach, how many questions there are. */
export function strandMark(row: StrandRow): HTMLElement {
  if (!isOutOfReach(row)) return stateMark(row.numbers.state);
  return make("span", "imr-out-of-reach", row.asked > 0 ? sayCount("out_of_reach", row.asked) : say("no_questions"));
}

/** Draw the sign of a state: a filled disc with a tick, an upright square half way up, an open dashed ring. */
function stateSign(state: State): SVGSVGElement {
  const sign = drawn("svg", { viewBox: "0 0 24 24", class: "imr-state-sign", "aria-hidden": "true" });
  sign.dataset["state"] = state;
  sign.append(...SHAPES[state]());
  return sign;
}

const SHAPES: Readonly<Record<State, () => SVGElement[]>> = {
  shown: () => [
    drawn("circle", { cx: "12", cy: "12", r: "11", class: "imr-sign-filled" }),
    drawn("path", { d: "M6.8 12.4l3.6 3.6 6.8-7.4", class: "imr-sign-cut" }),
  ],
  "not-yet": () => [
    drawn("rect", { x: "2.2", y: "2.2", width: "19.6", height: "19.6", rx: "2", class: "imr-sign-open" }),
    drawn("path", { d: "M3 13h18v8H3z", class: "imr-sign-filled" }),
  ],
  "not-enough-evidence": () => [
    drawn("circle", { cx: "12", cy: "12", r: "9.8", class: "imr-sign-dashed" }),
    drawn("path", { d: "M12 7.6v8.8M7.6 12h8.8", class: "imr-sign-open" }),
  ],
};
