/** What a calendar is to remind of. */

import assert from "node:assert/strict";
import test from "node:test";
import { DAY } from "../learning/evidence";
import { calendarFile } from "../views/home/calendar";
import type { Reminder } from "../views/home/reminders";
import { reminders } from "../views/home/reminders";
import { courseOf, dateOf, Learner, START } from "./review/course";

const COURSE = courseOf({ one: ["A", "u"], two: ["A", "u"] });

function named(learner: Learner, day: number): string[] {
  // at noon, so that the day is the same in every time zone of Europe
  return reminders(learner.log, COURSE, START + (day + 0.5) * DAY).map(({ kind, date, module }) =>
    [kind, module, date].filter(Boolean).join(" "),
  );
}

test("a review day is the morning after something comes due", () => {
  const learner = new Learner(COURSE).answer("one", 0).answer("two", 3, { right: false });
  assert.deepEqual(named(learner, 3), [`review ${dateOf(4)}`]);
  learner.answer("two", 4);
  assert.deepEqual(named(learner, 4), [`review ${dateOf(8)}`]);
});

test("a group that has started is not reminded of, one that is ahead a week and a day before", () => {
  const learner = new Learner(COURSE).begins("module-6", 0, dateOf(5)).begins("module-7", 0, dateOf(20));
  assert.deepEqual(named(learner, 6), [`group module-7 ${dateOf(20)}`]);
  assert.deepEqual(reminders(learner.log, COURSE, START).find(({ kind }) => kind === "group")?.daysBefore, [7, 1]);
});

test("half a year after the last rating one is invited to rate once more", () => {
  const learner = new Learner(COURSE).rates(0).rates(10);
  assert.deepEqual(named(learner, 20), [`rating ${dateOf(10 + 182)}`]);
  assert.deepEqual(named(learner, 200), []);
});

test("two files name the same day alike, so that a calendar keeps one of them", () => {
  const day: Reminder = { kind: "review", date: "2026-03-12", daysBefore: [0], count: 3, module: null };
  const written = [1, 2].map((now) =>
    calendarFile([day], () => ({ title: "Review", text: "" }), { name: "n", course: "c", url: null, now }),
  );
  assert.deepEqual(
    written.map((text) => /UID:(.*)/.exec(text)?.[1]?.trim()),
    ["review-2026-03-12@c", "review-2026-03-12@c"],
  );
});
