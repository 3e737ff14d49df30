/** When items come due again. */

import assert from "node:assert/strict";
import test from "node:test";
import { DAY } from "../record/moments";
import { dueDays, nextDue } from "../review/ahead";
import { mistakes } from "../review/mistakes";
import type { Trace } from "../review/spacing";
import { traces } from "../review/spacing";
import { courseOf, Learner, START } from "./review/course";

const COURSE = courseOf({ one: ["A", "u"], two: ["A", "u"], safety: ["A", "u", { harm: true }], other: ["B", "u"] });

test("the gaps grow with every success: a week, then about one, three, six and twelve months, then stay", () => {
  const learner = new Learner(COURSE);
  const gaps: number[] = [];
  let day = 0;
  for (let times = 0; times < 7; times++) {
    learner.answer("one", day);
    const gap = daysUntilDue(learner, "one", day);
    gaps.push(gap);
    day += gap + 1;
  }
  assert.deepEqual(gaps, [7, 30, 91, 182, 365, 365, 365]);
});

test("a right answer before an item is due keeps its gap and counts it afresh", () => {
  const learner = new Learner(COURSE).answer("one", 0).answer("one", 3);
  assert.equal(traceOf(learner, "one").step, 0);
  assert.equal(daysUntilDue(learner, "one", 3), 7);
});

test("after a miss an item is due at once, and falls back to the first gap", () => {
  const learner = new Learner(COURSE).answer("one", 0).answer("one", 8).answer("one", 40, { right: false });
  assert.equal(daysUntilDue(learner, "one", 40), 0);
  learner.answer("one", 41);
  assert.equal(daysUntilDue(learner, "one", 41), 7);
});

test("what was missed is not put right by answering again on the same day", () => {
  const learner = new Learner(COURSE).answer("one", 0, { right: false, sure: true }).answer("one", 0);
  assert.equal(traceOf(learner, "one").missed, "sure");
  learner.answer("one", 1);
  assert.equal(traceOf(learner, "one").missed, null);
});

test("a right answer in a review speaks for the most urgent item that asks for the same, and for one only", () => {
  const learner = new Learner(courseOf({ ...items("A", 4), z: ["B", "u"] }));
  for (const item of ["A1", "A2"]) learner.answer(item, 0, { right: false });
  learner.answer("A3", 1, { bank: "review-1" });
  assert.deepEqual(missed(learner), ["A2"]);
  learner.answer("z", 1, { bank: "review-1" });
  assert.deepEqual(missed(learner), ["A2"]);
});

test("a right answer in a lesson speaks for its own item only", () => {
  const learner = new Learner(COURSE).answer("one", 0, { right: false }).answer("two", 1);
  assert.deepEqual(missed(learner), ["one"]);
});

test("a missed safety item is put right by itself only", () => {
  const learner = new Learner(COURSE).answer("safety", 0, { right: false }).answer("one", 1, { bank: "review-1" });
  assert.deepEqual(missed(learner), ["safety"]);
});

test("an answer to an earlier wording, or to an item no longer asked, is no answer to what is asked today", () => {
  const learner = new Learner(COURSE)
    .answer("one", 0, { hash: `sha256:${"b".repeat(64)}`, right: false })
    .answer("gone", 0, { right: false });
  assert.equal(traces(learner.log, COURSE).size, 0);
  assert.deepEqual(mistakes(learner.log, COURSE), []);
});

test("a mistake stays on the list until its own latest answer is right, the newest first", () => {
  const learner = new Learner(COURSE);
  for (const item of ["one", "two", "other"]) learner.answer(item, 0, { right: false });
  learner.answer("two", 1).answer("one", 2, { right: false });
  assert.deepEqual(
    mistakes(learner.log, COURSE).map(({ body }) => body.itemId),
    ["one", "other"],
  );
});

test("an answer that is only compared with a few experts is no mistake and comes up in no review", () => {
  const learner = new Learner(courseOf({ compared: ["A", "u", { competencies: [] }] }));
  learner.answer("compared", 0, { right: false });
  assert.equal(traces(learner.log, learner.course).size, 0);
  assert.deepEqual(mistakes(learner.log, learner.course), []);
});

test("the calendar names the first day with something due, then at most one day a week, with all that came due", () => {
  const learner = new Learner(courseOf(items("A", 3)));
  learner.answer("A1", 0).answer("A2", 2).answer("A3", 9);
  const found = traces(learner.log, learner.course);
  const days = dueDays(found, START + 3 * DAY, START + 30 * DAY).map(({ at, count }) => [
    Math.floor((at - START) / DAY),
    count,
  ]);
  assert.deepEqual(days, [
    [7, 2],
    [16, 1],
  ]);
  assert.equal(Math.floor(((nextDue(found, START + 8 * DAY) ?? 0) - START) / DAY), 9);
  assert.equal(nextDue(new Map(), 0), null);
});

test("what a day cannot hold is spread over the days after it", () => {
  const learner = new Learner(courseOf(items("A", 30)));
  for (let number = 1; number <= 30; number++) learner.answer(`A${number}`, 0, { right: false });
  const days = dueDays(traces(learner.log, learner.course), START + DAY, START + 30 * DAY).map(({ at, count }) => [
    (at - START) / DAY,
    count,
  ]);
  assert.deepEqual(days, [
    [1, 12],
    [2, 12],
    [3, 6],
  ]);
});

function items(competency: string, count: number): Record<string, readonly [string, string]> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, place) => [`${competency}${place + 1}`, [competency, "u"] as const]),
  );
}

function traceOf(learner: Learner, item: string): Trace {
  return traces(learner.log, learner.course).get(item)!;
}

function daysUntilDue(learner: Learner, item: string, day: number): number {
  return Math.round((traceOf(learner, item).dueAt - START - (day + 0.5) * DAY) / DAY);
}

function missed(learner: Learner): string[] {
  return [...traces(learner.log, learner.course)].flatMap(([item, trace]) => (trace.missed ? [item] : []));
}
