/** The results as a list: what each is, where it is, and the words by which it was found. */

import type { Found } from "../../search/course_search";
import type { Piece } from "../../search/excerpt";
import { excerptOf, marked } from "../../search/excerpt";
import type { Stem } from "../../search/words";
import { make } from "../../ui/dom";
import { linkTo } from "../../ui/link";
import { say } from "./words";

/** Make the list entries of results; `first` is the place of the first of them in the whole list. */
export function resultsOf(found: readonly Found[], first: number, base: string, stem: Stem): HTMLLIElement[] {
  return found.map((one, place) => resultOf(one, `imr-found-${first + place}`, base, stem));
}

function resultOf({ document: found, terms, isFirst }: Found, id: string, base: string, stem: Stem): HTMLLIElement {
  const { href, title, kind = "", within = "", text = "" } = found;
  const link = linkTo(`${base}/${href}`, "");
  link.append(...shown(marked(title, terms, stem)));
  const place = make("p", "imr-found-place", [kind, within].filter(Boolean).join(" · "));
  if (isFirst) place.prepend(make("span", "imr-found-safety", say("safety")), " ");
  place.id = id;
  link.setAttribute("aria-describedby", id);
  const entry = make("li", "imr-found", make("p", "imr-found-title", link), place);
  if (text) entry.append(make("p", "imr-found-text", ...shown(excerptOf(text, terms, stem))));
  return entry;
}

function shown(pieces: readonly Piece[]): (Node | string)[] {
  return pieces.map(({ text, isFound }) => (isFound ? make("mark", "", text) : text));
}
