/** The button of the menu's drawer: the theme has a label there, which only a finger or a mouse can reach. */

import { makeButton } from "../../ui/button";
import { label as nameIt } from "../../ui/labels";
import { say } from "../../ui/saving_words";

/** Put a button in the label's place, as far as the page has a drawer. */
export function letOpenDrawer(signal: AbortSignal): void {
  const label = document.querySelector<HTMLElement>(".md-header__button[for=__drawer]");
  const toggle = document.querySelector<HTMLInputElement>("#__drawer");
  if (!label || !toggle) return;
  const set = (isOpen: boolean): void => {
    if (toggle.checked !== isOpen) toggle.click();
  };
  const press = (): void => {
    set(!toggle.checked);
    if (toggle.checked) document.querySelector<HTMLElement>(".imr-menu summary")?.focus();
  };
  const button = makeButton(`${label.className} imr-drawer-button`, press, ...label.childNodes);
  nameIt(button, say("menu"));
  const tell = (): void => {
    button.ariaExpanded = String(toggle.checked);
  };
  document.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Escape" || !toggle.checked) return;
      set(false);
      button.focus();
    },
    { signal },
  );
  toggle.addEventListener("change", tell, { signal });
  tell();
  label.replaceWith(button);
}
