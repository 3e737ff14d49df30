/** The script of the placement check's page. */

import { courseOnPage } from "../course/course_on_page";
import { judgedOnPage } from "../course/judged";
import { planOnPage } from "../course/plan";
import { titlesOnPage } from "../course/titles";
import { pageStore } from "../storage/page_store";
import { need } from "../ui/dom";
import { whenReady } from "../ui/ready";
import { redrawn } from "../ui/redrawn";
import { PlacementShown } from "../views/placement/shown";

function start(): void {
  const titles = titlesOnPage();
  const store = pageStore();
  const around = { course: courseOnPage(), judged: judgedOnPage(), store };
  const shown = new PlacementShown(need(document, "[data-module=placement]"), planOnPage(titles), titles, around);
  redrawn(
    store,
    async () => shown.again(),
    (problem) => shown.fail(problem),
  );
}

whenReady(start);
