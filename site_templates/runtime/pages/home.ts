/** The script of the front page for someone with a record: safety, what is next, what is due, groups; drawn again whenever the record has changed. */

import { need } from "../ui/dom";
import { report } from "../ui/mounting";
import { whenReady } from "../ui/ready";
import { showAbout } from "../views/home/about";
import { showAssigned } from "../views/home/assigned";
import { letNameDates } from "../views/home/dates_form";
import { showDue } from "../views/home/due";
import { showGroups } from "../views/home/groups";
import { showLastTime } from "../views/home/last_time_view";
import { showNextStep } from "../views/home/next_step";
import { showPlacement } from "../views/home/placement";
import { showReminders } from "../views/home/reminders_section";
import { showSafety } from "../views/home/safety";
import { showUnits } from "../views/home/units";
import { learnerPage } from "../views/review/learner_page";

const PARTS = [
  showSafety,
  showNextStep,
  showPlacement,
  showDue,
  showGroups,
  showAssigned,
  showLastTime,
  showAbout,
  showReminders,
];

function start(): void {
  const page = learnerPage("home");
  page.store.ready
    .then(() => {
      const show = (): void => {
        for (const part of PARTS) part(page, Date.now());
        showUnits(page);
      };
      letNameDates(page);
      show();
      page.root.hidden = false;
      need(document, "[data-role=newcomer]").hidden = true;
      page.store.listen(show, page.signal);
    })
    .catch((problem: unknown) => report(page.root, problem));
}

whenReady(start);
