/** Whether the lesson on the page is shown one step at a time. */

/** The mark on the root element while it is; the style sheet goes by it, too. */
export const STEPS = "steps";

export function isInSteps(): boolean {
  return STEPS in document.documentElement.dataset;
}
