/** Names of elements that are not shown, in the language in which they are said. */

/** Give an element a name; what is inside it and not said by scripts goes back to the language of the page. */
export function label(element: Element, words: string, ...inside: readonly Element[]): void {
  element.setAttribute("aria-label", words);
  const language = window.imr.wordsLanguage;
  if (!language) return;
  element.setAttribute("lang", language);
  for (const part of inside) part.setAttribute("lang", document.documentElement.lang);
}
