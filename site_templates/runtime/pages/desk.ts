/** The script of the supervisor's desk. */

import { report } from "../ui/mounting";
import { isWorker } from "../ui/own_worker";
import { whenReady } from "../ui/ready";
import { showAgenda } from "../views/desk/agenda/section";
import { showAssigned } from "../views/desk/assigning/assigned_section";
import { showSuggested } from "../views/desk/assigning/suggested_section";
import { showFidelity } from "../views/desk/fidelity/section";
import { showFile } from "../views/desk/file/file_section";
import { serve } from "../views/desk/file/worker";
import { showData } from "../views/desk/kept/section";
import { showKept } from "../views/desk/kept_note";
import { deskPage } from "../views/desk/page";
import { showTrainers } from "../views/desk/trainers";

const PARTS = [showKept, showTrainers, showFile, showFidelity, showSuggested, showAssigned, showAgenda, showData];

function start(): void {
  const page = deskPage("desk");
  page.desk.ready
    .then(() => {
      for (const part of PARTS) part(page);
      page.root.hidden = false;
    })
    .catch((problem: unknown) => report(page.root, problem));
}

if (isWorker()) serve();
else whenReady(start);
