/** Starting when the page is there. */

/** Start now, or as soon as the whole page has been read. */
export function whenReady(start: () => void): void {
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start, { once: true });
  else start();
}
