/** Small marks beside words, never instead of them. */

import { drawn } from "./svg";

const CIRCLE = "M12 2.5a9.5 9.5 0 1 1 0 19 9.5 9.5 0 0 1 0-19z";

/** Strokes of each mark on a grid of 24; a path that starts with `!` is filled. */
const PATHS = {
  right: [CIRCLE, "M7.5 12.5l3 3 6-6.5"],
  partly: [CIRCLE, "!M12 2.5a9.5 9.5 0 0 1 0 19z"],
  wrong: [CIRCLE, "M8.5 8.5l7 7m0-7l-7 7"],
  compared: [CIRCLE, "M7.5 10h9m-9 4h9"],
  "dont-know": [CIRCLE, "M9.3 9.4a2.8 2.8 0 1 1 4.2 2.4c-.9.5-1.5 1.1-1.5 2.2m0 3v.1"],
} as const;

export type IconName = keyof typeof PATHS;

/** Draw a mark; the words beside it carry its meaning. */
export function icon(name: IconName): SVGSVGElement {
  const svg = drawn("svg", { viewBox: "0 0 24 24", class: `imr-icon imr-icon-${name}`, "aria-hidden": "true" });
  for (const path of PATHS[name]) {
    const filled = path.startsWith("!");
    svg.append(drawn("path", filled ? { d: path.slice(1), fill: "currentColor" } : { d: path }));
  }
  return svg;
}
