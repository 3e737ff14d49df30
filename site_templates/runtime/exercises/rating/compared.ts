/** The trainer's own rating beside the authors': both, the difference, why, and the trainer's note. */

import { copyOf, make } from "../../ui/dom";
import { say, sayCount } from "../words";
import type { ElementParts } from "./parts";

/** How many bands a rating lies above the authors' (or below, when negative). */
export function difference(value: number, reference: number): string {
  if (value === reference) return say("rating_same");
  return sayCount(value > reference ? "rating_higher" : "rating_lower", Math.abs(value - reference));
}

/** Show the comparison of one element. */
export function showCompared(parts: ElementParts, value: number, saw: string): void {
  const { names, reference } = parts;
  const line = make("p", "imr-difference", difference(value, reference));
  line.dataset["difference"] = `${Math.min(2, Math.abs(value - reference))}`;
  const both = make(
    "dl",
    "imr-both",
    ...rated(say("rating_you"), value, names),
    ...rated(say("rating_authors"), reference, names),
  );
  const why = make("p", "imr-reason", copyOf(parts.reason));
  const note = saw
    ? [make("p", "imr-saw-own", make("strong", "", say("rating_saw")), " ", make("span", "imr-own-reply", saw))]
    : [];
  parts.compared.replaceChildren(line, scale(value, reference, [...names.keys()]), both, why, ...note);
}

function rated(whose: string, value: number, names: ElementParts["names"]): HTMLElement[] {
  return [make("dt", "", whose), make("dd", "", make("strong", "", `${value}`), ` ${names.get(value) ?? ""}`)];
}

/** The five bands with both marks on them; the words beside it say the same. */
function scale(value: number, reference: number, bands: readonly number[]): HTMLElement {
  const steps = bands.map((band) => {
    const step = make("span", "imr-step-band", make("span", "imr-step-number", `${band}`));
    if (band === value) step.append(make("span", "imr-step-mine", say("rating_you")));
    if (band === reference) step.append(make("span", "imr-step-theirs", say("rating_authors")));
    step.classList.toggle("is-mine", band === value);
    step.classList.toggle("is-theirs", band === reference);
    return step;
  });
  const drawing = make("div", "imr-band-scale", ...steps);
  drawing.setAttribute("aria-hidden", "true");
  return drawing;
}
