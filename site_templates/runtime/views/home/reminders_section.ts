/** What a calendar file would hold, and the button that saves it. */

import { makeButton } from "../../ui/button";
import { dateOf, dawnOf, weekday } from "../../ui/days";
import { make, need } from "../../ui/dom";
import { download } from "../../ui/downloading";
import { announce } from "../../ui/status";
import { homeAddress } from "../calendar/home_address";
import type { LearnerPage } from "../review/learner_page";
import { logIn } from "../review/learner_page";
import { moduleName } from "../review/reasons";
import { say, sayCount } from "../review/words";
import type { ReminderWords } from "./calendar";
import { calendarFile } from "./calendar";
import type { Reminder } from "./reminders";
import { reminders } from "./reminders";

const SHOWN = 4;

export function showReminders(page: LearnerPage, now: number): void {
  const place = need(page.root, "[data-role=reminders]");
  const found = reminders(logIn(page.store.contents), page.judged, page.titles, now);
  if (found.length === 0) {
    place.replaceChildren(make("p", "", say("reminders_none")));
    return;
  }
  const inOrder = [...found].sort((one, other) => one.date.localeCompare(other.date));
  const lines = inOrder
    .slice(0, SHOWN)
    .map((reminder) => make("li", "", `${weekday(dawnOf(reminder.date))}: ${wordsOf(reminder, page).title}`));
  const more = found.length - SHOWN;
  if (more > 0) lines.push(make("li", "", sayCount("reminders_more", more)));
  place.replaceChildren(make("ul", "", ...lines), make("p", "", saveButton(inOrder, page, now)));
}

function saveButton(found: readonly Reminder[], page: LearnerPage, now: number): HTMLButtonElement {
  return makeButton(
    "imr-record-button",
    () => {
      const url = homeAddress(page.course.base, "#home");
      const about = { name: say("calendar_name"), course: page.course.id, url, now };
      const text = calendarFile(found, (reminder) => wordsOf(reminder, page), about);
      download({ name: `imr-reminders-${dateOf(now)}.ics`, type: "text/calendar", text });
      announce(say("reminders_saved"));
    },
    say("reminders_save"),
  );
}

function wordsOf({ kind, count, module, ofYear }: Reminder, { titles }: LearnerPage): ReminderWords {
  switch (kind) {
    case "review":
      return { title: sayCount("remind_review", count), text: say("remind_review_text") };
    case "group":
      return {
        title: say("remind_group", { module: moduleName(module ?? "", titles) }),
        text: say("remind_group_text"),
      };
    case "year": {
      const { title = "", when = "" } = ofYear ?? {};
      return { title: say("remind_year", { title }), text: say("remind_year_text", { when }) };
    }
    case "rating":
      return { title: say("remind_rating"), text: say("remind_rating_text") };
  }
}
