import assert from "node:assert/strict";
import test from "node:test";
import { DAY } from "../record/moments";
import { nextSteps } from "../views/profile/next_step";
import { NOW, numbersFor, poolOf, questions, status } from "./profile_made";

const YEAR = 365 * DAY;

test("with nothing answered the step is to begin where most questions wait", () => {
  const asked = [...questions("short", 0, 2), ...questions("long", 0, 5)];
  assert.deepEqual(nextSteps(status(numbersFor(0, 0), asked)), [{ kind: "begin", item: "long-1", count: 7 }]);
});

test("a unit of the path comes before one with more questions", () => {
  const asked = [...questions("organisation", 0, 5), ...questions("module", 0, 2), ...questions("goals", 0, 3)];
  const onPath = new Set(["module", "goals"]);
  assert.deepEqual(nextSteps(status(numbersFor(0, 0), asked, { onPath })), [
    { kind: "begin", item: "goals-1", count: 10 },
  ]);
});

test("below the floor the step says how many answers are lacking", () => {
  const asked = [...questions("first", 5, 0), ...questions("second", 4, 8)];
  assert.deepEqual(nextSteps(status(numbersFor(8, 9), asked)), [
    { kind: "more", item: "second-5", need: 3, elsewhere: false },
  ]);
});

test("with answers from one unit the step leads to another one, even if the first has more open questions", () => {
  const asked = [...questions("first", 9, 9), ...questions("second", 0, 4)];
  assert.deepEqual(nextSteps(status(numbersFor(8, 9, { units: 1 }), asked)), [
    { kind: "more", item: "second-1", need: 3, elsewhere: true },
  ]);
});

test("twelve answers from one unit need one more, from another", () => {
  const asked = [...questions("first", 12, 0), ...questions("second", 0, 4)];
  assert.deepEqual(nextSteps(status(numbersFor(12, 12, { units: 1 }), asked)), [
    { kind: "more", item: "second-1", need: 1, elsewhere: true },
  ]);
});

test("after a placement check alone the step says how many answers are lacking outside it", () => {
  const asked = [...questions("first", 10, 8), ...questions("second", 10, 0)];
  assert.deepEqual(nextSteps(status(numbersFor(20, 20), asked, { pool: poolOf(numbersFor(20, 20), { outside: 2 }) })), [
    { kind: "more", item: "first-11", need: 4, elsewhere: false },
  ]);
});

test("where the course has too few questions no decision is promised", () => {
  const asked = questions("first", 4, 2);
  assert.deepEqual(nextSteps(status(numbersFor(4, 4, { units: 1 }), asked)), [
    { kind: "few", item: "first-5", need: 8, count: 2 },
  ]);
});

test("enough questions in the same unit only are too few all the same", () => {
  const asked = questions("first", 4, 20);
  assert.equal(nextSteps(status(numbersFor(4, 4, { units: 1 }), asked))[0]?.kind, "few");
});

test("with everything answered the step says what the course lacks", () => {
  const asked = questions("first", 5, 0);
  assert.deepEqual(nextSteps(status(numbersFor(4, 5), asked)), [{ kind: "all-answered", need: 7 }]);
  assert.deepEqual(nextSteps(status(numbersFor(0, 0), [])), [{ kind: "unwritten" }]);
});

test("a revealed question opens again after 21 days", () => {
  const seen = (days: number) => questions("first", 0, 1, { shownAt: NOW - days * DAY });
  assert.equal(nextSteps(status(numbersFor(0, 0), seen(20)))[0]?.kind, "all-answered");
  assert.equal(nextSteps(status(numbersFor(0, 0), seen(21)))[0]?.kind, "begin");
});

test("questions of the other strand do not count as open", () => {
  const asked = questions("first", 0, 20, { strand: "knowledge" });
  assert.deepEqual(nextSteps(status(numbersFor(0, 0), asked)), [{ kind: "unwritten" }]);
});

test("an open decision asks for as many right answers as are needed to show it", () => {
  const asked = [...questions("first", 15, 0), ...questions("second", 0, 20)];
  assert.deepEqual(nextSteps(status(numbersFor(13, 15), asked)), [
    { kind: "widen", item: "second-1", count: 20, right: 11 },
  ]);
});

test("so soon after a decision as many answers are asked for as the next one needs", () => {
  const asked = [...questions("first", 15, 0), ...questions("second", 0, 20)];
  assert.deepEqual(nextSteps(status(numbersFor(13, 15), asked, { fresh: 0 })), [
    { kind: "widen", item: "second-1", count: 20, right: 12 },
  ]);
});

test("where older answers would no longer count nothing is said of right answers", () => {
  const asked = [...questions("first", 38, 0), ...questions("second", 0, 20)];
  assert.deepEqual(nextSteps(status(numbersFor(31, 38), asked)), [
    { kind: "widen", item: "second-1", count: 20, right: null },
  ]);
});

test("answers to questions that share a case count less towards the floor", () => {
  const asked = [...questions("first", 15, 8)];
  const pool = poolOf(numbersFor(15, 15), { effective: 10.7 });
  assert.deepEqual(nextSteps(status(numbersFor(15, 15), asked, { pool })), [
    { kind: "more", item: "first-16", need: 2, elsewhere: false },
  ]);
});

test("where the open questions cannot show it nothing is said of right answers", () => {
  const asked = [...questions("first", 15, 0), ...questions("second", 0, 2)];
  assert.deepEqual(nextSteps(status(numbersFor(8, 15, { state: "not-yet" }), asked)), [
    { kind: "widen", item: "second-1", count: 2, right: null },
  ]);
});

test("with all questions answered old ones can be answered afresh, from a named day on", () => {
  const resting = questions("first", 15, 0);
  const from = NOW + 16 * DAY;
  assert.deepEqual(nextSteps(status(numbersFor(8, 15, { state: "not-yet" }), resting)), [
    { kind: "renew", item: "first-1", count: 0, from },
  ]);
  assert.deepEqual(nextSteps(status(numbersFor(8, 15, { state: "not-yet" }), resting, { now: from })), [
    { kind: "renew", item: "first-1", count: 15, from: null },
  ]);
});

test("a decision that waits for the end of the set says so", () => {
  const asked = [...questions("first", 15, 3)];
  assert.deepEqual(nextSteps(status(numbersFor(15, 15), asked)), [{ kind: "finish" }]);
});

test("what is shown needs nothing for a year after the last answer", () => {
  const numbers = numbersFor(15, 15, { state: "shown" });
  assert.deepEqual(nextSteps(status(numbers, questions("first", 15, 3))), [
    { kind: "keep", until: NOW - 5 * DAY + YEAR },
  ]);
});

test("a missed safety question comes first and names the next day in UTC", () => {
  const numbers = numbersFor(15, 15, { missedHarmItems: ["first-1"] });
  const at = NOW - 1;
  const missed = status(numbers, questions("first", 15, 0), { missedAt: new Map([["first-1", at]]) });
  assert.deepEqual(nextSteps({ ...missed, now: at + 1000 }), [{ kind: "safety", items: ["first-1"], from: null }]);
  assert.deepEqual(nextSteps({ ...missed, now: at }), [{ kind: "safety", items: ["first-1"], from: NOW }]);
});

test("missed safety questions stand together when they can be put right on the same day", () => {
  const numbers = numbersFor(15, 15, { missedHarmItems: ["first-1", "first-2", "first-3"] });
  const missedAt = new Map([
    ["first-1", NOW - 3 * DAY],
    ["first-2", NOW],
    ["first-3", NOW - DAY],
  ]);
  assert.deepEqual(nextSteps(status(numbers, questions("first", 15, 0), { missedAt })), [
    { kind: "safety", items: ["first-1", "first-3"], from: null },
    { kind: "safety", items: ["first-2"], from: NOW + DAY },
  ]);
});

test("below the floor a missed safety question does not hide how many answers are lacking", () => {
  const numbers = numbersFor(8, 9, { missedHarmItems: ["first-1"] });
  const asked = [...questions("first", 5, 0), ...questions("second", 4, 8)];
  assert.deepEqual(
    nextSteps(status(numbers, asked)).map(({ kind }) => kind),
    ["safety", "more"],
  );
});
