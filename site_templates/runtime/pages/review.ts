/** The script of the page on which today's list is practised, and what was missed can be looked at again. */

import { report } from "../ui/mounting";
import { whenReady } from "../ui/ready";
import type { Parts } from "../ui/turns";
import { inTurns } from "../ui/turns";
import { learnerPage, logIn } from "../views/review/learner_page";
import { showMistakes } from "../views/review/mistakes";
import { showToday } from "../views/review/todays_set";

function start(): void {
  const page = learnerPage("review");
  page.store.ready
    .then(async () => {
      page.root.hidden = false;
      // the log is made before what is shown of it, each in a turn of its own
      await inTurns(
        (function* (): Parts<void> {
          logIn(page.store.contents);
          yield;
          showMistakes(page);
          yield;
        })(),
        page.signal,
      );
      await showToday(page);
    })
    .catch((problem: unknown) => report(page.root, problem));
}

whenReady(start);
