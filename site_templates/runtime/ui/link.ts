/** Links made by the script. */

import { make } from "./dom";

export function linkTo(href: string, words: string, className = ""): HTMLAnchorElement {
  const link = make("a", className, words);
  link.href = href;
  return link;
}
