/** Says in the page which words of scripts are in another language than the course. */

/** Mark what scripts say, from now on; does nothing where the course has an interface in its language. */
export function markForeignWords(root: HTMLElement): void {
  const language = window.imr.wordsLanguage;
  if (!language) return;
  window.imr.said ??= new Set();
  const observer = new MutationObserver((changes) => {
    for (const { addedNodes } of changes) for (const node of addedNodes) markIn(node, language);
  });
  observer.observe(root, { childList: true, subtree: true });
}

function markIn(node: Node, language: string): void {
  if (node instanceof Text) mark(node, language);
  else for (const child of [...node.childNodes]) markIn(child, language);
}

/** Give words their language: on the element that holds nothing else, or on one around them. */
function mark(words: Text, language: string): void {
  const parent = words.parentElement;
  if (!parent) return;
  if (!window.imr.said?.has(words.data.trim())) {
    unmark(parent);
    return;
  }
  if (parent.closest("option, script") || parent.closest("[lang]")?.getAttribute("lang") === language) return;
  const holder = parent.childNodes.length === 1 ? parent : document.createElement("span");
  if (holder !== parent) {
    words.replaceWith(holder);
    holder.append(words);
  }
  holder.lang = language;
  holder.dir = "ltr";
  marked.add(holder);
}

/** Take the language away from an element that now holds words of the course. */
function unmark(element: HTMLElement): void {
  if (!marked.delete(element)) return;
  element.removeAttribute("lang");
  element.removeAttribute("dir");
}

const marked = new WeakSet<HTMLElement>();
