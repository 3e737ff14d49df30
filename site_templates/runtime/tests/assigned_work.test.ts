import assert from "node:assert/strict";
import test from "node:test";
import type { Unit } from "../course/page_data.gen";
import { assignedIn } from "../desk/assigned";
import type { Taken } from "../learner/assigned_work";
import { accept, complete, isAssigned, openWork } from "../learner/assigned_work";
import type { Contents } from "../learner/contents";
import { changed, EMPTY, recordIn } from "../learner/contents";
import { doneIn } from "../learner/progress";
import { pastIn } from "../learner/responses";
import { assignedUnits } from "../learning/assigned";
import { checkedLog } from "../learning/disagreements";
import type { CourseData } from "../record/course_data";
import type { KnownEvent } from "../record/record";
import { COURSE as NAMED } from "./record/answering";

const DAY = 86_400_000;
const NOW = 20_000 * DAY;
const UNIT: Unit = {
  id: "ce-action-plan",
  href: "continuing/ce-action-plan/index.html",
  title: "The action plan",
  minutes: 60,
  competencies: [],
  items: ["one"],
  hashes: [NAMED.contentHash],
  dialogues: [],
  ratings: [],
  lessons: [],
};
const COURSE: CourseData = {
  ...NAMED,
  cutMilli: 800,
  competencies: [],
  units: [{ id: UNIT.id, minutes: 60 }],
  items: {},
  dialogues: {},
};

function taken(dueDate: string | null, changes: Partial<Taken> = {}): Taken {
  return { unitId: UNIT.id, minutes: 60, dueDate, assigner: "Carla", reason: "planning 2.4", ...changes };
}

function accepted(contents: Contents, units: readonly Taken[], now = NOW): Contents {
  return changed(contents, accept(contents, units, { now, locale: "en", course: NAMED }));
}

function completed(contents: Contents, unit: Taken, now: number): Contents {
  const { reason: _, ...body } = unit;
  return changed(contents, complete(contents, body, ["talk"], "colleague", { now, locale: "en", course: NAMED }));
}

function open(contents: Contents): ReturnType<typeof openWork> {
  const past = pastIn(contents);
  return openWork(contents, past, [UNIT], doneIn(past, [UNIT]));
}

test("opening the same assignment twice assigns once, whoever handed it over", () => {
  const once = accepted(EMPTY, [taken("2026-12-01")]);
  const twice = accepted(once, [taken("2026-12-01")], NOW + DAY);
  const byCode = accepted(twice, [taken("2026-12-01", { assigner: null, minutes: 30 })], NOW + DAY);
  assert.equal(once.events.length, 1);
  assert.deepEqual(twice, once);
  assert.deepEqual(byCode, once);
});

test("another date is another assignment, and only the latest is open", () => {
  const first = accepted(EMPTY, [taken("2026-12-01")]);
  const later = accepted(first, [taken("2027-03-01")], NOW + DAY);
  assert.deepEqual(
    open(later).map(({ body }) => body.dueDate),
    ["2027-03-01"],
  );
  assert.deepEqual(accepted(later, [taken("2026-12-01")], NOW + 2 * DAY), later);
});

test("why a unit was assigned is noted beside the record, and is in no event", () => {
  const contents = accepted(EMPTY, [taken(null)]);
  assert.equal(open(contents)[0]?.why, "planning 2.4");
  assert.equal(JSON.stringify(contents.events).includes("planning 2.4"), false);
});

test("what is completed is no longer open, and may be assigned again", () => {
  const contents = completed(accepted(EMPTY, [taken(null)]), taken(null), NOW + DAY);
  assert.deepEqual(open(contents), []);
  assert.equal(contents.drafts.size, 0);
  const types = contents.events.map(({ raw }) => raw.type);
  assert.deepEqual(types, ["ce.assigned", "rehearsal.done", "ce.completed"]);
  assert.equal(isAssigned(pastIn(contents), taken(null)), false);
  assert.equal(open(accepted(contents, [taken(null)], NOW + 2 * DAY)).length, 1);
});

test("questions that are open are what is left", () => {
  assert.deepEqual(open(accepted(EMPTY, [taken(null)]))[0]?.left, { lessons: 0, questions: 1, exercises: 0 });
});

test("a supervisor sees in the record what is open, overdue and done", () => {
  const contents = accepted(EMPTY, [taken("2026-12-01"), taken(null, { unitId: "ce-planned" })]);
  const states = (of: Contents, today: string): string[] => {
    const log = checkedLog(recordIn(of)!, COURSE, { items: {}, dialogues: {} });
    return assignedIn(log, today).map(({ body, state }) => `${body.unitId} ${state}`);
  };
  assert.deepEqual(states(contents, "2026-12-01"), ["ce-action-plan open", "ce-planned open"]);
  assert.deepEqual(states(contents, "2026-12-02"), ["ce-action-plan overdue", "ce-planned open"]);
  const done = completed(contents, taken("2026-12-01"), NOW + DAY);
  assert.deepEqual(states(done, "2026-12-02"), ["ce-action-plan done", "ce-planned open"]);
});

test("a unit is completed after it was assigned, also where the clock was put back in between", () => {
  const assigned = accepted(EMPTY, [taken(null)]);
  const done = completed(assigned, taken(null), NOW - DAY);
  const again = accepted(done, [taken("2027-03-01")], NOW - 2 * DAY);
  const completions = (contents: Contents): boolean[] =>
    assignedUnits(pastIn(contents)).map(({ completedAt }) => completedAt !== null);
  assert.deepEqual([assigned, done, again].map(completions), [[false], [true], [false]]);
});

test("a file may assign thousands of units, and each is completed by what came after it", () => {
  const event = (number: number, type: "ce.assigned" | "ce.completed", unitId: string): KnownEvent =>
    ({ id: `${number}`, at: NOW + number, type, body: { ...taken(null), unitId } }) as unknown as KnownEvent;
  const names = Array.from({ length: 10_000 }, (_, number) => `unit-${number}`);
  const events = [
    event(0, "ce.completed", "unit-0"),
    ...names.map((name, number) => event(number + 1, "ce.assigned", name)),
    ...names.slice(1).map((name, number) => event(20_000 + number, "ce.completed", name)),
  ];

  const found = assignedUnits({ events, excluded: new Set(), misdated: [] });

  assert.equal(found.length, names.length);
  assert.deepEqual(
    found.slice(0, 2).map(({ body, completedAt }) => [body.unitId, completedAt]),
    [
      ["unit-0", null],
      ["unit-1", NOW + 20_000],
    ],
  );
});
