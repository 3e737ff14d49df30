/** Finding and making elements. */

/** Find an element that must be there; what is missing is named. */
export function need<T extends Element = HTMLElement>(root: ParentNode, selector: string): T {
  const found = root.querySelector<T>(selector);
  if (!found) throw new Error(`missing ${selector}`);
  return found;
}

/** Return a `data-` value that must be there. */
export function needValue(element: HTMLElement, name: string): string {
  const value = element.dataset[name];
  if (value === undefined) throw new Error(`missing data-${name} on <${element.localName}>`);
  return value;
}

export function all<T extends Element = HTMLElement>(root: ParentNode, selector: string): T[] {
  return [...root.querySelectorAll<T>(selector)];
}

/** Make an element of a class with what is in it. */
export function make<K extends keyof HTMLElementTagNameMap>(
  name: K,
  className: string,
  ...inside: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  made.className = className;
  made.append(...inside);
  return made;
}

/** Copy what is in an element, without ids: an id must be unique in a page. */
export function copyOf(element: Element): DocumentFragment {
  const copy = document.createDocumentFragment();
  copy.append(...[...element.childNodes].map((node) => node.cloneNode(true)));
  for (const named of all(copy, "[id]")) named.removeAttribute("id");
  return copy;
}

/** Bring the children that carry `data-NAME` into the order of the ids, moving only when they are not. */
export function bringIntoOrder(parent: Element, name: string, ids: readonly string[]): void {
  const children = [...parent.children].filter((child) => child.hasAttribute(`data-${name}`));
  const placeOf = (child: Element): number => ids.indexOf(child.getAttribute(`data-${name}`) ?? "");
  const wanted = [...children].sort((a, b) => placeOf(a) - placeOf(b));
  if (wanted.some((child, place) => child !== children[place])) parent.append(...wanted);
}
