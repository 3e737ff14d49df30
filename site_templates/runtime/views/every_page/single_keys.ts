/** Keep single characters from being commands of the page. */

/**
 * Let no listener of the window see a character typed by itself.
 *
 * The theme turns the page at `n` and `p`: someone who dictates, or types before the search has opened,
 * would leave the lesson. Such keys need a switch or must not be (WCAG 2.1.4).
 */
export function silenceSingleKeys(signal: AbortSignal): void {
  const onKey = (event: KeyboardEvent): void => {
    const isCharacter = event.key.length === 1 && event.key !== " ";
    if (isCharacter && !event.ctrlKey && !event.metaKey && !event.altKey) event.stopPropagation();
  };
  document.addEventListener("keydown", onKey, { signal });
}
