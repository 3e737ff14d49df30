/** Printing one part of the desk alone. */

/** Print a part, which the style sheet knows by its name; the others stay out of the print. */
export function printOnly(root: HTMLElement, part: string): void {
  root.dataset["print"] = part;
  window.addEventListener("afterprint", () => delete root.dataset["print"], { once: true });
  window.print();
}
