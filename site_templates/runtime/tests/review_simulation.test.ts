/** What daily review is worth, by simulation. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { average, example, month } from "../../../bench/simulate_review";

test("the table in the docs is what the rule gives", () => {
  assert.ok(readFileSync("docs/review.md", "utf8").split("\n").includes(example(1)));
});

test("a month by the schedule gives more new evidence than chance, and leaves less that was missed", () => {
  const [schedule, random] = [month(2, "schedule"), month(2, "chance")];
  assert.ok(schedule.fresh > 1.5 * random.fresh, `${schedule.fresh} against ${random.fresh}`);
  assert.ok(schedule.missed < random.missed / 2, `${schedule.missed} against ${random.missed}`);
});

test("on average a month by the schedule gives more competencies enough for a decision than chance", () => {
  const [schedule, random] = [average("schedule", 5), average("chance", 5)];
  assert.ok(schedule.enough > random.enough, `${schedule.enough} against ${random.enough}`);
});
