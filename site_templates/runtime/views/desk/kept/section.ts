/** What is kept on the desk: how much, and when it was exported; exporting, importing and erasing it. */

import { make, need } from "../../../ui/dom";
import { lastExportWords } from "../last_export";
import type { DeskPage } from "../page";
import { countWords } from "./counts";
import { erasing } from "./erasing";
import { exporting } from "./exporting";
import { importing } from "./importing";

export function showData(page: DeskPage): void {
  const facts = make("p", "imr-facts");
  const exported = make("p", "");
  const show = (): void => {
    facts.textContent = countWords(page.desk.contents);
    exported.textContent = lastExportWords(page.desk);
  };
  need(page.root, "[data-role=data]").replaceChildren(facts, exported, exporting(page), importing(page), erasing(page));
  show();
  page.desk.listen(show, page.signal);
}
