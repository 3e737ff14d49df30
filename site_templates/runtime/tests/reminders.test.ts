/** What a calendar is to remind of. */

import assert from "node:assert/strict";
import test from "node:test";
import type { YearEntry } from "../course/page_data.gen";
import { DAY } from "../record/moments";
import { nextDays, yearDays } from "../review/first_year";
import { calendarFile } from "../views/home/calendar";
import type { Reminder } from "../views/home/reminders";
import { reminders } from "../views/home/reminders";
import { courseOf, dateOf, Learner, START } from "./review/course";

const YEAR: readonly YearEntry[] = [
  { id: "before", title: "Before day 1", when: "study", week: -6 },
  { id: "day-1", title: "Day 1", when: "rehearsal", week: -3 },
  { id: "supervision", title: "Supervision", when: "with a rehearsal", week: 1, everyWeeks: 2 },
  { id: "booster", title: "Booster", when: "one skill", week: 26 },
];
const PLANNED = {
  year: YEAR,
  modules: [
    { unit: "module-2", number: 2 },
    { unit: "module-1", number: 1 },
  ],
};
const NO_PLAN = { year: [], modules: [] };
const COURSE = courseOf({ one: ["A", "u"], two: ["A", "u"] });

function named(learner: Learner, day: number): string[] {
  // at noon, so that the day is the same in every time zone of Europe
  return reminders(learner.log, COURSE, NO_PLAN, START + (day + 0.5) * DAY).map(({ kind, date, module }) =>
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
  assert.deepEqual(
    reminders(learner.log, COURSE, NO_PLAN, START).find(({ kind }) => kind === "group")?.daysBefore,
    [7, 1],
  );
});

test("half a year after the last rating one is invited to rate once more", () => {
  const learner = new Learner(COURSE).rates(0).rates(10);
  assert.deepEqual(named(learner, 20), [`rating ${dateOf(10 + 182)}`]);
  assert.deepEqual(named(learner, 200), []);
});

test("two files name the same day alike, so that a calendar keeps one of them", () => {
  const day: Reminder = { kind: "review", date: "2026-03-12", daysBefore: [0], count: 3, module: null, ofYear: null };
  const written = [1, 2].map((now) =>
    calendarFile([day], () => ({ title: "Review", text: "" }), { name: "n", course: "c", url: null, now }),
  );
  assert.deepEqual(
    written.map((text) => /UID:(.*)/.exec(text)?.[1]?.trim()),
    ["review-2026-03-12@c", "review-2026-03-12@c"],
  );
});

function yearOf(learner: Learner, day: number): string[] {
  return reminders(learner.log, COURSE, PLANNED, START + (day + 0.5) * DAY)
    .filter(({ kind }) => kind === "year")
    .map(({ date, ofYear }) => `${ofYear?.id} ${ofYear?.number} ${date}`);
}

test("the first year is counted from the first session, and what is over is not reminded of", () => {
  const learner = new Learner(COURSE).begins("module-1", 0, dateOf(28));
  const days = yearOf(learner, 0);
  assert.deepEqual(days.slice(0, 3), [
    `day-1 0 ${dateOf(7)}`,
    `supervision 0 ${dateOf(35)}`,
    `supervision 1 ${dateOf(49)}`,
  ]);
  assert.equal(days.filter((day) => day.startsWith("supervision")).length, 26);
  assert.ok(days.includes(`booster 0 ${dateOf(28 + 26 * 7)}`));
});

test("without a day for the first module there are no dates of the first year", () => {
  assert.deepEqual(yearOf(new Learner(COURSE).begins("module-2", 0, dateOf(28)), 0), []);
});

test("a first session that is moved moves every date of the year under the name that it had", () => {
  const learner = new Learner(COURSE).begins("module-1", 0, dateOf(28)).begins("module-1", 1, dateOf(35));
  const found = reminders(learner.log, COURSE, PLANNED, START + 2.5 * DAY);
  const text = calendarFile(found, () => ({ title: "x", text: "" }), { name: "n", course: "c", url: null, now: 1 });
  assert.match(text, /UID:year-day-1-0@c/);
  assert.ok(text.includes(`DTSTART;VALUE=DATE:${dateOf(14).split("-").join("")}`));
});

test("a year that crosses summer time stays on its weekday", () => {
  const days = yearDays(YEAR, "2027-01-05").map(({ date }) => new Date(date).getUTCDay());
  assert.deepEqual([...new Set(days)], [2]);
});

test("of what comes again, only the next time is named", () => {
  const next = nextDays(yearDays(YEAR, "2027-01-05"), "2027-03-01").map(({ id, date }) => `${id} ${date}`);
  assert.deepEqual(next, ["supervision 2027-03-09", "booster 2027-07-06"]);
});
