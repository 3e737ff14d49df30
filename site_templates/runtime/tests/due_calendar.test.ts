import assert from "node:assert/strict";
import test from "node:test";
import { dueCalendar } from "../views/calendar/due";
import { homeAddress } from "../views/calendar/home_address";

const UNITS = [
  { unitId: "ce-action-plan", dueDate: "2027-02-01", reason: "Weekly action planning 2.4: needs improvement" },
  { unitId: "ce-rating", dueDate: null, reason: "" },
];
const ABOUT = {
  name: "Assigned units",
  course: "imr-trainer-course",
  url: "https://training.example.org/index.html",
  now: Date.UTC(2026, 10, 28),
  titleOf: (unitId: string) => `Due: ${unitId}`,
};

test("a calendar file holds the day on which a unit is due, with alarms a week and a day before", () => {
  const { name, text } = dueCalendar({ date: "2026-11-28", units: UNITS }, ABOUT);
  const lines = text.replace(/\r\n[ \t]/g, "").split("\r\n");
  assert.equal(name, "imr-due-2026-11-28.ics");
  assert.equal(lines.filter((line) => line === "BEGIN:VEVENT").length, 1);
  assert.equal(lines.filter((line) => line === "BEGIN:VALARM").length, 2);
  assert.ok(lines.includes("DTSTART;VALUE=DATE:20270201"));
  assert.ok(lines.includes("SUMMARY:Due: ce-action-plan"));
  assert.ok(lines.includes("UID:assigned-ce-action-plan-2027-02-01@imr-trainer-course"));
});

test("a calendar, which others may see, does not say why a unit was assigned", () => {
  const { text } = dueCalendar({ date: null, units: UNITS }, ABOUT);
  assert.equal(text.includes("2.4"), false);
  assert.equal(/^DESCRIPTION:(?!Due: ce-action-plan)/m.test(text), false);
});

test("a calendar leads to the front page, without what is in the address of an assignment", () => {
  const at = (href: string): string | null => {
    Object.assign(globalThis, { window: { location: { href } } });
    return homeAddress(".");
  };

  assert.equal(at("https://example.org/imr/assignment.html?a=b#assignment=1.x"), "https://example.org/imr/index.html");
  assert.equal(at("file:///home/anna/imr/desk.html"), null);
});

test("saving the dates again gives the same file, so that a calendar replaces what it has", () => {
  const [one, other] = [1, 2].map(() => dueCalendar({ date: null, units: UNITS }, ABOUT).text);
  assert.equal(one, other);
});
