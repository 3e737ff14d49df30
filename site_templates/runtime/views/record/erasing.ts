/** Erasing everything, in two steps, so that no one does it by mistake. */

import { need } from "../../ui/dom";
import { report } from "../../ui/mounting";
import type { RecordPage } from "./page";
import { showOutcome } from "./page";
import { say } from "./words";

export function letErase(page: RecordPage): void {
  const { root, signal } = page;
  const begin = need(root, "[data-role=erase-begin]");
  const form = need<HTMLFormElement>(root, "[data-role=erase]");
  const show = (isOpen: boolean): void => {
    form.hidden = !isOpen;
    begin.setAttribute("aria-expanded", `${isOpen}`);
    need<HTMLInputElement>(form, "[data-role=erase-sure]").checked = false;
  };
  begin.addEventListener("click", () => show(form.hidden !== false), { signal });
  need(form, "[data-role=erase-not]").addEventListener(
    "click",
    () => {
      show(false);
      begin.focus();
    },
    { signal },
  );
  form.addEventListener(
    "submit",
    (event) => {
      event.preventDefault();
      erase(page)
        .then(() => show(false))
        .catch((problem: unknown) => report(root, problem));
    },
    { signal },
  );
}

async function erase(page: RecordPage): Promise<void> {
  try {
    await page.store.erase();
    showOutcome(page, "erase", say("erase_done")).focus();
  } catch (problem) {
    showOutcome(page, "erase", say("erase_failed")).focus();
    throw problem;
  }
}
