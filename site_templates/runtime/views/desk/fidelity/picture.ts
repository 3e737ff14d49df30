/** The scores as a picture: for each item a bar from 1 to 5, with the limit of 3 and the score of the last time. */

import type { Rates, Values } from "../../../desk/fidelity";
import { bandOf, SUFFICIENT } from "../../../desk/fidelity";
import { make } from "../../../ui/dom";
import { drawn } from "../../../ui/svg";
import { say } from "../words";
import { bandWords } from "./band_words";
import { score } from "./score_words";
import type { Rated } from "./subjects";

/** Draw what is rated, each with its number and band in words beside it. */
export function picture(rows: readonly Rated[], rates: Rates, values: Values, before: Values): HTMLElement {
  const lines = rows.map(({ id, words }) => {
    const value = values[id];
    const shown = value === undefined ? say("not_rated") : `${score(value)} · ${bandWords(bandOf(value, rates))}`;
    const line = make("li", "imr-desk-bar", make("span", "imr-desk-bar-name", words), bar(value, before[id]));
    line.append(make("span", "imr-desk-bar-score", shown));
    if (value === undefined) line.dataset["state"] = "not-rated";
    else line.dataset["state"] = value < SUFFICIENT ? "weak" : "sufficient";
    return line;
  });
  const key = make("p", "imr-quiet", say("picture_key"));
  return make("div", "imr-desk-picture", make("ul", "imr-plain", ...lines), key);
}

function bar(value: number | undefined, before: number | undefined): SVGSVGElement {
  const svg = drawn("svg", { class: "imr-desk-bar-drawn", "aria-hidden": "true" });
  svg.append(drawn("rect", { class: "imr-band-track", x: "0", y: "30%", width: "100%", height: "40%", rx: "3" }));
  if (value !== undefined)
    svg.append(
      drawn("rect", { class: "imr-desk-bar-value", x: "0", y: "30%", width: share(value), height: "40%", rx: "3" }),
    );
  svg.append(
    drawn("line", { class: "imr-band-cut", x1: share(SUFFICIENT), x2: share(SUFFICIENT), y1: "0", y2: "100%" }),
  );
  if (before !== undefined)
    svg.append(drawn("circle", { class: "imr-band-own", cx: share(before), cy: "50%", r: "5" }));
  return svg;
}

/** The lowest score is no empty bar: a twentieth shows that it was given. */
function share(milli: number): string {
  return `${5 + ((milli - 1000) / 4000) * 95}%`;
}
