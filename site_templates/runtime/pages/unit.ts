/** The script of a unit's page for someone with a record: what of the unit is due for review. */

import { report } from "../ui/mounting";
import { whenReady } from "../ui/ready";
import { learnerPage } from "../views/review/learner_page";
import { showDueInUnit } from "../views/unit/due";

function start(): void {
  const page = learnerPage("unit-start");
  const show = (): void => showDueInUnit(page, Date.now());
  page.store.ready
    .then(() => {
      show();
      page.store.listen(show, page.signal);
    })
    .catch((problem: unknown) => report(page.root, problem));
}

whenReady(start);
