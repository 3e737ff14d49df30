/** The band from 0 to 1: the interval as a bar, the estimate as a tick, the cut as a line, the trainer's own rating as a circle. */

import type { StrandEstimate } from "../../record/schema";
import { drawn } from "../../ui/svg";

const HIGHEST_LEVEL = 3;

/** Draw a band; the numbers beside it say the same in words. `ownLevel` is 0 to 3. */
export function band(numbers: StrandEstimate, cutMilli: number, ownLevel: number | undefined): SVGSVGElement {
  const svg = drawn("svg", { class: "imr-band", "aria-hidden": "true" });
  svg.dataset["state"] = numbers.state;
  svg.append(bar("imr-band-track", 0, 1000), cutLine(cutMilli));
  // without answers there is only the assumption one begins with, and that is nothing to look at
  if (numbers.n > 0) svg.append(bar("imr-band-range", numbers.lowMilli, numbers.highMilli));
  if (ownLevel !== undefined) svg.append(...ownRating(ownLevel, numbers));
  if (numbers.n > 0) svg.append(tick(numbers.meanMilli));
  return svg;
}

function bar(name: string, from: number, to: number): SVGElement {
  const place = { x: share(from), width: share(to - from), y: "28%", height: "44%", rx: "3" };
  return drawn("rect", { class: name, ...place });
}

function cutLine(cutMilli: number): SVGElement {
  return drawn("line", { class: "imr-band-cut", x1: share(cutMilli), x2: share(cutMilli), y1: "0", y2: "100%" });
}

function tick(milli: number): SVGElement {
  const place = { x1: share(milli), x2: share(milli), y1: "10%", y2: "90%" };
  return drawn("line", { class: "imr-band-tick", ...place });
}

/** The circle, and to the estimate a thin line: the gap. */
function ownRating(level: number, numbers: StrandEstimate): SVGElement[] {
  const x = share((level / HIGHEST_LEVEL) * 1000);
  const circle = drawn("circle", { class: "imr-band-own", cx: x, cy: "50%", r: "6" });
  if (numbers.n === 0) return [circle];
  const ends = { x1: x, x2: share(numbers.meanMilli), y1: "50%", y2: "50%" };
  return [drawn("line", { class: "imr-band-gap", ...ends }), circle];
}

function share(milli: number): string {
  return `${milli / 10}%`;
}
