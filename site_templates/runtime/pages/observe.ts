/** The script of the page on which a supervisor observes a session. */

import { titlesOnPage } from "../course/titles";
import { report } from "../ui/mounting";
import { whenReady } from "../ui/ready";
import { showKept } from "../views/desk/kept_note";
import { deskPage } from "../views/desk/page";
import { showAgreeing } from "../views/observe/agreeing";
import { showColleague } from "../views/observe/colleague";
import { ObservationForm } from "../views/observe/form";
import { showHanding } from "../views/observe/handing";
import { showListed } from "../views/observe/listed";
import type { ObservePage } from "../views/observe/page";
import { showFace } from "../views/observe/page";
import { showStarting } from "../views/observe/starting";

const OVERVIEW = [showKept, showStarting, showListed, showColleague, showAgreeing];

function start(): void {
  const desk = deskPage("observe");
  desk.desk.ready
    .then(() => {
      const page: ObservePage = {
        ...desk,
        titles: titlesOnPage(),
        faces: {
          overview: () => form.leave(),
          observe: (observation) => form.open(observation),
          handOver: (observation) => showHanding(page, observation),
        },
      };
      const form = new ObservationForm(page);
      for (const part of OVERVIEW) part(page);
      showFace(page.root, "overview");
      page.root.hidden = false;
    })
    .catch((problem: unknown) => report(desk.root, problem));
}

whenReady(start);
