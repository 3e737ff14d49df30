/** Says so, before anything is entered, where the browser keeps nothing on the device. */

import { make, need } from "../../ui/dom";
import type { DeskPage } from "./page";
import { say } from "./words";

export function showKept({ root, desk, signal }: DeskPage): void {
  const note = need(root, "[data-role=kept-note]");
  const show = (): void => {
    note.hidden = !desk.isOnlyForVisit;
    note.replaceChildren(make("p", "", say(desk.isOnlyForPage ? "only_page" : "only_visit")));
  };
  show();
  desk.listen(show, signal);
}
