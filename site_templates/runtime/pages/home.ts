/** The script of the front page for someone with a record: safety, what is next, what is due, groups; drawn again whenever the record has changed. */

import { need } from "../ui/dom";
import { report } from "../ui/mounting";
import { whenReady } from "../ui/ready";
import { redrawn } from "../ui/redrawn";
import type { Parts } from "../ui/turns";
import { inTurns } from "../ui/turns";
import { showAbout } from "../views/home/about";
import { showAssigned } from "../views/home/assigned";
import { letNameDates } from "../views/home/dates_form";
import { showDue } from "../views/home/due";
import { showFirstYear } from "../views/home/first_year";
import { showGroups } from "../views/home/groups";
import { showLastTime } from "../views/home/last_time_view";
import { showNextStep } from "../views/home/next_step";
import { showPlacement } from "../views/home/placement";
import { showReminders } from "../views/home/reminders_section";
import { showSafety } from "../views/home/safety";
import { showUnits } from "../views/home/units";
import type { LearnerPage } from "../views/review/learner_page";
import { learnerPage, logIn } from "../views/review/learner_page";

const PARTS = [
  showSafety,
  showNextStep,
  showPlacement,
  showDue,
  showGroups,
  showFirstYear,
  showAssigned,
  showLastTime,
  showAbout,
  showReminders,
  showUnits,
];

/** Show part by part, the log first of all: a long record would hold up the page. */
function* showInParts(page: LearnerPage, now: number): Parts<true> {
  logIn(page.store.contents);
  yield;
  for (const part of PARTS) {
    part(page, now);
    yield;
  }
  return true;
}

async function show(page: LearnerPage, signal: AbortSignal): Promise<void> {
  const isShown = await inTurns(showInParts(page, Date.now()), signal);
  if (!isShown) return;
  page.root.hidden = false;
  need(document, "[data-role=newcomer]").hidden = true;
}

function start(): void {
  const page = learnerPage("home");
  const fail = (problem: unknown): void => report(page.root, problem);
  page.store.ready.then(() => letNameDates(page)).catch(fail);
  redrawn(page.store, (signal) => show(page, signal), fail, page.signal);
}

whenReady(start);
