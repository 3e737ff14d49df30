/** Says so, before anything is entered, where the browser keeps nothing on the device. */

import { make, need } from "../../ui/dom";
import { lastExportWords } from "./last_export";
import type { DeskPage } from "./page";
import { say } from "./words";

export function showKept({ root, desk, signal }: DeskPage): void {
  const note = need(root, "[data-role=kept-note]");
  const show = (): void => {
    note.hidden = !desk.isOnlyForVisit;
    const words = say(desk.isOnlyForPage ? "only_page" : "only_visit");
    note.replaceChildren(make("p", "", words), make("p", "imr-facts", lastExportWords(desk)));
  };
  show();
  desk.listen(show, signal);
}
