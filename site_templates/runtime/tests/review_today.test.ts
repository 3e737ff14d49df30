/** What to practise today, and why. */

import assert from "node:assert/strict";
import test from "node:test";
import type { ItemData } from "../record/course_data";
import { DAY } from "../record/moments";
import { dialogueFor } from "../review/group_dates";
import type { Asked } from "../review/today";
import { bankOf, DAILY, FOR_GROUPS } from "../review/today";
import { courseOf, dateOf, Learner, START } from "./review/course";

test("sure but wrong comes first, then wrong, then what has been due longest", () => {
  const learner = new Learner(
    courseOf({ late: ["A", "u"], due: ["B", "u"], wrong: ["C", "u"], sure: ["D", "u"], resting: ["E", "u"] }),
  );
  learner.answer("late", 0).answer("due", 1).answer("resting", 5);
  learner.answer("wrong", 8, { right: false }).answer("sure", 8, { right: false, sure: true });
  assert.deepEqual(reasons(learner.list(9)), ["sure: sure-but-wrong", "wrong: wrong", "late: due", "due: due"]);
});

test("what was missed today comes back tomorrow, not at once", () => {
  const learner = new Learner(courseOf({ one: ["A", "u"] })).answer("one", 3, { right: false });
  assert.deepEqual(learner.list(3), []);
  assert.deepEqual(reasons(learner.list(4)), ["one: wrong"]);
});

test("memory is tried on another item of the same competency where one would be cold", () => {
  const learner = new Learner(
    courseOf({ one: ["A", "u"], fresh: ["A", "u"], elsewhere: ["B", "u"], known: ["A", "u", { level: "know" }] }),
  );
  learner.answer("one", 0);
  assert.deepEqual(pairs(learner.list(8)).slice(0, 1), ["fresh instead of one"]);
});

test("an item seen in the last three weeks does not stand in for another", () => {
  const learner = new Learner(courseOf({ one: ["A", "u"], two: ["A", "u"], three: ["A", "u"] }));
  learner.answer("one", 0).answer("two", 5).answer("three", 6);
  assert.deepEqual(pairs(learner.list(8)), ["one"]);
  const seen = new Map([["two", START + 25 * DAY]]);
  learner.answer("two", 14).answer("three", 14).answer("one", 9, { right: false });
  assert.deepEqual(pairs(learner.list(40, { seen, met: new Set(["one", "two"]) })).slice(0, 1), ["one"]);
});

test("a missed safety item is asked again itself", () => {
  const learner = new Learner(courseOf({ safety: ["A", "u", { harm: true }], fresh: ["A", "u"] })).answer("safety", 0, {
    right: false,
  });
  assert.deepEqual(pairs(learner.list(1)).slice(0, 1), ["safety"]);
});

test("of what is due, the competency that lacks evidence comes first, asked by an item that adds to it", () => {
  const learner = new Learner(courseOf({ ...some("A", "u", 13), ...some("A", "v", 2, "more"), ...some("B", "u", 3) }));
  for (let number = 1; number <= 12; number++) learner.answer(`A-u-${number}`, 0);
  learner.answer("A-v-more1", 0).answer("B-u-1", 1);
  assert.deepEqual(pairs(learner.list(9, {}, 1)), ["B-u-2 instead of B-u-1"]);
});

test("the room that is left goes to what was read and never answered, spread over what lacks evidence", () => {
  const learner = new Learner(courseOf({ ...some("A", "u", 8), ...some("B", "u", 8) }));
  learner.answer("A-u-1", 0);
  const list = learner.list(1, {}, 4);
  assert.deepEqual(
    list.map(({ reason }) => reason),
    Array(4).fill("evidence"),
  );
  assert.deepEqual(list.map(({ item }) => item[0]).sort(), ["A", "A", "B", "B"]);
});

test("nothing is asked out of a lesson the learner has not been in", () => {
  const learner = new Learner(courseOf({ ...some("A", "u", 3), ...some("A", "v", 3) })).answer("A-u-1", 0, {
    right: false,
  });
  const met = new Set(["A-u-1", "A-u-2", "A-u-3"]);
  assert.ok(learner.list(1, { met }).every(({ item }) => met.has(item)));
});

test("a day holds no more than its measure, and no item twice", () => {
  const learner = new Learner(courseOf({ ...some("A", "u", 30), ...some("B", "u", 30) }));
  for (let number = 1; number <= 30; number++)
    learner.answer(`A-u-${number}`, 0, { right: false }).answer(`B-u-${number}`, 0);
  const list = learner.list(9).map(({ item }) => item);
  assert.equal(list.length, DAILY);
  assert.equal(new Set(list).size, DAILY);
});

test("the list stays the same while it is worked through, whatever is answered in it", () => {
  const learner = new Learner(courseOf({ ...some("A", "u", 20), ...some("B", "u", 20) }));
  for (let number = 1; number <= 15; number++) learner.answer(`A-u-${number}`, 0, { right: number % 3 > 0 });
  const morning = learner.list(8);
  for (const { item } of morning.slice(0, 5)) learner.answer(item, 8, { bank: bankOf(dateOf(8)), right: false });
  assert.deepEqual(learner.list(8), morning);
});

test("four weeks after a unit was worked through, the list brings its questions again", () => {
  const learner = new Learner(courseOf(some("A", "u", 4)));
  for (let number = 1; number <= 4; number++) learner.answer(`A-u-${number}`, 0);
  assert.deepEqual(
    reasons(learner.list(28)),
    [1, 2, 3, 4].map((number) => `A-u-${number}: due`),
  );
  // one that was right after a week rests until its month is over
  learner.answer("A-u-1", 8);
  assert.deepEqual(
    reasons(learner.list(28)),
    [2, 3, 4].map((number) => `A-u-${number}: due`),
  );
});

test("what was answered elsewhere today is not asked again today", () => {
  const learner = new Learner(courseOf({ one: ["A", "u"], two: ["B", "u"] }))
    .answer("one", 0, { right: false })
    .answer("two", 0, { right: false });
  learner.answer("one", 1);
  assert.deepEqual(pairs(learner.list(1)), ["two"]);
});

test("an item whose wording changed since, or that is gone, does not come back as what it was", () => {
  const learner = new Learner(courseOf({ one: ["A", "u"] }));
  learner.answer("one", 0, { right: false, hash: `sha256:${"b".repeat(64)}` }).answer("gone", 0, { right: false });
  assert.ok(learner.list(1, { met: new Set(["one", "gone"]) }).every(({ reason }) => reason === "evidence"));
  assert.deepEqual(learner.list(1, { met: new Set(["gone"]) }), []);
});

test("in the week before a group the items of its module come after what was missed, then those of its competencies", () => {
  const learner = new Learner(
    courseOf({ own: ["A", "module-6"], akin: ["A", "u"], due: ["B", "u"], missed: ["C", "u"], far: ["D", "u"] }),
  );
  learner.begins("module-6", 0, dateOf(20)).answer("due", 1).answer("missed", 12, { right: false });
  assert.ok(learner.list(12).every(({ reason }) => reason !== "group"));
  assert.deepEqual(reasons(learner.list(13)).slice(0, 4), ["missed: wrong", "own: group", "akin: group", "due: due"]);
  assert.ok(learner.list(21).every(({ reason }) => reason !== "group"));
});

test("however much was missed, a group has its share of the week before it", () => {
  const learner = new Learner(courseOf({ ...some("A", "u", 20), ...some("B", "module-6", 9) })).begins(
    "module-6",
    0,
    dateOf(6),
  );
  for (let number = 1; number <= 20; number++) learner.answer(`A-u-${number}`, 0, { right: false });
  const counted = learner.list(1).map(({ reason }) => reason);
  assert.deepEqual([counted.length, counted.filter((reason) => reason === "group").length], [DAILY, FOR_GROUPS]);
});

test("a module that is moved to another date counts there only, and an item asked for it rests for the week", () => {
  const learner = new Learner(courseOf({ own: ["A", "module-6"], more: ["A", "module-6"] }));
  learner.begins("module-6", 0, dateOf(10)).begins("module-6", 1, dateOf(30));
  assert.ok(learner.list(5).every(({ reason }) => reason !== "group"));
  learner.answer("own", 24, { bank: bankOf(dateOf(24)) });
  assert.deepEqual(reasons(learner.list(25)), ["more: group"]);
});

test("one dialogue is offered before a group: of its module, then of what it trains, and one not yet held first", () => {
  const dialogues = [
    ["a", "u", "A"],
    ["b", "module-6", "B"],
    ["c", "v", "C"],
  ].map(([id, unit, competency]) => ({ id: id!, unit: unit!, competencies: [competency!] }));
  const learner = new Learner(courseOf({}));
  const chosen = (module: string): string | undefined => dialogueFor(module, ["A", "B"], dialogues, learner.log)?.id;
  assert.equal(chosen("module-6"), "b");
  learner.holds("b", 1);
  assert.equal(chosen("module-6"), "a");
  learner.holds("a", 2);
  assert.equal(chosen("module-6"), "b");
  assert.equal(dialogueFor("module-7", [], dialogues, learner.log), undefined);
});

test("without answers there is nothing to review", () => {
  assert.deepEqual(new Learner(courseOf({ one: ["A", "u"] })).list(0, { met: new Set() }), []);
});

function some(
  competency: string,
  unit: string,
  count: number,
  name = "",
): Record<string, readonly [string, string, Partial<ItemData>?]> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, place) => [
      `${competency}-${unit}-${name}${place + 1}`,
      [competency, unit] as const,
    ]),
  );
}

function reasons(list: readonly Asked[]): string[] {
  return list.map(({ item, insteadOf, reason }) => `${insteadOf ?? item}: ${reason}`);
}

function pairs(list: readonly Asked[]): string[] {
  return list
    .filter(({ reason }) => reason !== "evidence")
    .map(({ item, insteadOf }) => (insteadOf ? `${item} instead of ${insteadOf}` : item));
}
