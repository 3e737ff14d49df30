/** The script of the cohort page, and of its workers. */

import { titlesOnPage } from "../course/titles";
import { report } from "../ui/mounting";
import { isWorker } from "../ui/own_worker";
import { whenReady } from "../ui/ready";
import { Cohort } from "../views/cohort/show";
import { serve } from "../views/cohort/worker";
import { deskPage } from "../views/desk/page";

function start(): void {
  const page = deskPage("cohort");
  page.desk.ready
    .then(() => {
      new Cohort(page, titlesOnPage());
      page.root.hidden = false;
    })
    .catch((problem: unknown) => report(page.root, problem));
}

if (isWorker()) serve();
else whenReady(start);
