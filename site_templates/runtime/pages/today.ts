/** The script of the overview: what is due, groups, units, reminders; drawn anew whenever the record has changed. */

import { report } from "../ui/mounting";
import { whenReady } from "../ui/ready";
import { learnerPage } from "../views/review/learner_page";
import { letNameDates } from "../views/today/dates_form";
import { showDue } from "../views/today/due";
import { showGroups } from "../views/today/groups";
import { showReminders } from "../views/today/reminders_section";
import { showStanding } from "../views/today/states";
import { showUnits } from "../views/today/units";

const PARTS = [showDue, showGroups, showStanding, showReminders];

function start(): void {
  const page = learnerPage("today");
  page.store.ready
    .then(() => {
      const show = (): void => {
        for (const part of PARTS) part(page, Date.now());
        showUnits(page);
      };
      letNameDates(page);
      show();
      page.root.hidden = false;
      page.store.listen(show, page.signal);
    })
    .catch((problem: unknown) => report(page.root, problem));
}

whenReady(start);
