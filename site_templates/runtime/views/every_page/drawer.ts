/** The button of the menu's drawer by keyboard: the theme has a label there, which only a finger or a mouse can reach. */

import { say } from "../../ui/saving_words";

/** Let the label be a button, as far as the page has a drawer. */
export function letOpenDrawer(signal: AbortSignal): void {
  const label = document.querySelector<HTMLElement>(".md-header__button[for=__drawer]");
  const toggle = document.querySelector<HTMLInputElement>("#__drawer");
  if (!label || !toggle) return;
  label.role = "button";
  label.tabIndex = 0;
  label.ariaLabel = say("menu");
  const tell = (): void => {
    label.ariaExpanded = String(toggle.checked);
  };
  const set = (isOpen: boolean): void => {
    if (toggle.checked !== isOpen) toggle.click();
  };
  label.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      set(!toggle.checked);
      if (toggle.checked) document.querySelector<HTMLElement>(".imr-menu summary")?.focus();
    },
    { signal },
  );
  document.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Escape" || !toggle.checked) return;
      set(false);
      label.focus();
    },
    { signal },
  );
  toggle.addEventListener("change", tell, { signal });
  tell();
}
