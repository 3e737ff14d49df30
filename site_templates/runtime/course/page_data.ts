/** What the site tells a page of the course: parts of `window.imr`, each brought by a script of its own. */

import type { PageData } from "./page_data.gen";

declare global {
  interface Imr extends PageData {}
}

/** Return a part that a script has brought. */
export function partOf<Name extends keyof PageData>(name: Name): NonNullable<PageData[Name]> {
  const found = window.imr[name];
  if (!found) throw new Error(`missing imr.${name}`);
  return found as NonNullable<PageData[Name]>;
}
