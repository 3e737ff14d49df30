/** The script of the overview: what is due, groups, units, reminders; drawn anew whenever the record has changed. */

import { unitsOf } from "./loading";
import { report } from "./mounting";
import { learnerPage } from "./review/learner_page";
import { letNameDates } from "./today_page/dates_form";
import { showDue } from "./today_page/due";
import { showGroups } from "./today_page/groups";
import { showReminders } from "./today_page/reminders_section";
import { showStanding } from "./today_page/standing";
import { showUnits } from "./today_page/units";

const PARTS = [showDue, showGroups, showStanding, showReminders];

function start(): void {
  const page = learnerPage("today");
  page.keeper.ready
    .then(() => unitsOf(page.course.base))
    .then((units) => {
      const show = (): void => {
        PARTS.forEach((part) => part(page, Date.now()));
        showUnits(page, units);
      };
      letNameDates(page);
      show();
      page.root.hidden = false;
      page.keeper.listen(show, page.signal);
    })
    .catch((problem: unknown) => report(page.root, problem));
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start, { once: true });
else start();
