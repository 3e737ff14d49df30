/** The script of the profile's page. */

import { judgedOnPage } from "../course/judged";
import { titlesOnPage } from "../course/titles";
import { pageStore } from "../storage/page_store";
import { need } from "../ui/dom";
import { whenReady } from "../ui/ready";
import { redrawn } from "../ui/redrawn";
import { ProfileShown } from "../views/profile/shown";

function start(): void {
  const store = pageStore();
  const shown = new ProfileShown(need(document, "[data-module=profile]"), judgedOnPage(), titlesOnPage(), store);
  redrawn(
    store,
    (signal) => shown.draw(signal),
    (problem) => shown.fail(problem),
  );
}

whenReady(start);
