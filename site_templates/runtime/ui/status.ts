/** The one live region of the page. */

/** Have a screen reader say something, without moving the learner. */
export function announce(words: string): void {
  const line = document.getElementById("imr-status");
  if (!line) throw new Error('the page has no "#imr-status" to announce in');
  line.textContent = words;
}
