/** Bringing into view what Check has said, no further than needed. */

const MARGIN = 16;

/** Scroll until the end of an element is in view, but never its beginning out of it. */
export function bringIntoView(element: HTMLElement): void {
  const { top, bottom } = element.getBoundingClientRect();
  const covered = document.querySelector(".md-header")?.getBoundingClientRect().bottom ?? 0;
  const below = bottom + MARGIN - window.innerHeight;
  const room = top - MARGIN - Math.max(0, covered);
  if (below > 0 && room > 0) window.scrollBy(0, Math.min(below, room));
}
