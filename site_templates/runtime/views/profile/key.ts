/** How to read a row: each sign beside its meaning. */

import { make } from "../../ui/dom";
import { label } from "../../ui/labels";
import { level } from "../../ui/numbers";
import { drawn } from "../../ui/svg";
import { say } from "./words";

/** Return the key to the picture. */
export function key(cutMilli: number): HTMLElement {
  const entries = [
    entry(
      say("key_range"),
      drawn("rect", { class: "imr-band-range", x: "2", width: "32", y: "28%", height: "44%", rx: "3" }),
    ),
    entry(say("key_mean"), drawn("line", { class: "imr-band-tick", x1: "18", x2: "18", y1: "10%", y2: "90%" })),
    entry(
      say("key_cut", { cut: level(cutMilli) }),
      drawn("line", { class: "imr-band-cut", x1: "18", x2: "18", y1: "0", y2: "100%" }),
    ),
    entry(say("key_own"), drawn("circle", { class: "imr-band-own", cx: "18", cy: "50%", r: "6" })),
  ];
  const list = make("ul", "imr-plain imr-key", ...entries);
  label(list, say("key"));
  return list;
}

function entry(words: string, sign: SVGElement): HTMLElement {
  const svg = drawn("svg", { "aria-hidden": "true", class: "imr-band-key" });
  svg.append(sign);
  return make("li", "", svg, make("span", "", words));
}
