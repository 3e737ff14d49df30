/** The script of the page on which today's list is practised, and what was missed can be looked at again. */

import { report } from "../ui/mounting";
import { whenReady } from "../ui/ready";
import { learnerPage } from "../views/review/learner_page";
import { showMistakes } from "../views/review/mistakes";
import { showToday } from "../views/review/todays_set";

function start(): void {
  const page = learnerPage("review");
  page.store.ready
    .then(async () => {
      page.root.hidden = false;
      showMistakes(page);
      await showToday(page);
    })
    .catch((problem: unknown) => report(page.root, problem));
}

whenReady(start);
