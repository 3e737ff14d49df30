/** The page that explains the method. A host's own course may have none, so it is looked for in the footer. */

import { make } from "../../ui/dom";
import { say } from "./words";

const PAGE = "pages/how-scores-work.html";

/** Return a link to a section of that page, or nothing where there is no such page. */
export function explained(section: string, words: "how_more" | "how_states" = "how_more"): HTMLElement[] {
  const door = document.querySelector<HTMLAnchorElement>(`footer a[href$="${PAGE}"]`);
  if (!door) return [];
  const link = make("a", "", say(words));
  link.href = `${door.getAttribute("href")}#${section}`;
  return [make("p", "imr-how-more", link)];
}
