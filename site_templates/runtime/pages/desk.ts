/** The script of the supervisor's desk. */

import { report } from "../ui/mounting";
import { whenReady } from "../ui/ready";
import { showKept } from "../views/desk/kept_note";
import { deskPage } from "../views/desk/page";
import { showTrainers } from "../views/desk/trainers";

const PARTS = [showKept, showTrainers];

function start(): void {
  const page = deskPage("desk");
  page.desk.ready
    .then(() => {
      for (const part of PARTS) part(page);
      page.root.hidden = false;
    })
    .catch((problem: unknown) => report(page.root, problem));
}

whenReady(start);
