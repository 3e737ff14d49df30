/** The script of the page on which a trainer opens what a supervisor has assigned. */

import { report } from "../ui/mounting";
import { whenReady } from "../ui/ready";
import { letOpen } from "../views/assignment/opening";
import { learnerPage } from "../views/review/learner_page";

function start(): void {
  const page = learnerPage("assignment");
  page.store.ready
    .then(() => {
      letOpen(page);
      page.root.hidden = false;
    })
    .catch((problem: unknown) => report(page.root, problem));
}

whenReady(start);
