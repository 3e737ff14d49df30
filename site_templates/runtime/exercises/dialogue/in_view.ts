/** Bringing the newest part of a dialogue into view, at the bottom, as messages are read. */

const ROOM = 16;

/** Scroll until the end of a part can be seen, but never past its beginning. */
export function bringIntoView(first: Element, last: Element): void {
  const below = last.getBoundingClientRect().bottom - (window.innerHeight - ROOM);
  const above = first.getBoundingClientRect().top - headerHeight() - ROOM;
  window.scrollBy({ top: Math.min(above, Math.max(below, Math.min(above, 0))), behavior: pace() });
}

/** The header of the theme stays at the top and covers what is there. */
function headerHeight(): number {
  return document.querySelector(".md-header")?.getBoundingClientRect().bottom ?? 0;
}

function pace(): ScrollBehavior {
  return matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
}
