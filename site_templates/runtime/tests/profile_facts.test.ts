import assert from "node:assert/strict";
import test from "node:test";
import type { CourseData } from "../record/course_data";
import type { Log } from "../record/log";
import { DAY } from "../record/moments";
import type { KnownEvent } from "../record/record";
import { factsInParts, factsOf } from "../views/profile/facts";
import { groupsOf } from "../views/profile/rows";
import { facts, NOW } from "./profile_made";

const ITEMS = ["first", "second", "third"];
const COURSE: CourseData = {
  id: "made",
  version: "0.1.0",
  contentHash: "",
  cutMilli: 800,
  competencies: [{ id: "SAF1", observedBy: ["fidelity-7"] }],
  units: [{ id: "unit", minutes: 10 }],
  items: Object.fromEntries(
    ITEMS.map(
      (id) => [id, { hash: id, competencies: ["SAF1"], level: "judge", unit: "unit", harm: id === "first" }] as const,
    ),
  ),
  dialogues: {},
};

function answered(
  item: string,
  at: number,
  scoreMilli: number,
  changes: Readonly<Record<string, unknown>> = {},
): KnownEvent {
  const body = { itemId: item, itemHash: item, cold: true, dontKnow: false, revealed: false, scoreMilli, ...changes };
  const about = { id: `${at}-${item}`, device: "d", course: { version: "0.1.0" } };
  // only what evidence looks at
  return { type: "item.response", ...about, at, body } as unknown as KnownEvent;
}

function logWith(...events: KnownEvent[]): Log {
  const none = {
    misdated: [],
    conflicts: [],
    voided: [],
    gaps: [],
    forks: [],
    breaks: [],
    unknownTypes: [],
    disagreeing: [],
    excluded: new Set<string>(),
  };
  return { events, ...none };
}

test("answered questions count, revealed ones are seen, and the rest is open", () => {
  const log = logWith(answered("first", NOW - 3, 1000), answered("second", NOW - 2, 0, { revealed: true }));
  const found = factsOf(log, COURSE, facts({}).titles, NOW).questions;
  assert.deepEqual(
    found.map(({ id, counts, shownAt }) => [id, counts, shownAt] as const),
    [
      ["first", true, NOW - 3],
      ["second", false, NOW - 2],
      ["third", false, null],
    ],
  );
});

test("a safety question missed in the morning and answered rightly in the evening waits for tomorrow", () => {
  const today = Math.floor(NOW / DAY) * DAY;
  const log = logWith(answered("first", today + 1, 0), answered("first", today + 2, 1000));
  const row = groupsOf(factsOf(log, COURSE, facts({}).titles, today + 3))[0]?.rows[0];
  assert.deepEqual(row?.steps[0], { kind: "safety", items: ["first"], from: today + DAY });
});

test("a safety question answered rightly on a later day is put right", () => {
  const log = logWith(answered("first", NOW - 2 * DAY, 0), answered("first", NOW - DAY, 1000));
  const row = groupsOf(factsOf(log, COURSE, facts({}).titles, NOW))[0]?.rows[0];
  assert.deepEqual(
    row?.steps.map(({ kind }) => kind),
    ["few"],
  );
});

const MANY: CourseData = {
  ...COURSE,
  items: Object.fromEntries(
    Array.from({ length: 20 }, (_, number) => {
      const unit = number % 2 === 0 ? "unit" : "other";
      return [`q${number}`, { hash: `q${number}`, competencies: ["SAF1"], level: "judge", unit, harm: false }] as const;
    }),
  ),
};

function setEnded(at: number): KnownEvent {
  const about = { id: `${at}-end`, device: "d", course: { version: "0.1.0" } };
  return {
    type: "attempt.finished",
    ...about,
    at,
    body: { attemptId: "a", reason: "completed" },
  } as unknown as KnownEvent;
}

test("what was practised is counted in all and on the last day, and a state that changed on it is named", () => {
  const right = (from: number, count: number, at: number): KnownEvent[] =>
    Array.from({ length: count }, (_, place) => answered(`q${from + place}`, at + place, 1000));
  const events = [...right(0, 8, NOW - 3 * DAY), setEnded(NOW - 3 * DAY + 100), answered("q8", NOW, 0)];
  const { practised } = factsOf(logWith(...events), MANY, facts({}).titles, NOW + 200);
  assert.deepEqual(practised?.all, { answered: 9, right: 8, lessons: 0, exercises: 0 });
  assert.deepEqual([practised?.last.answered, practised?.last.right], [1, 0]);
  assert.deepEqual([practised?.changed, practised?.mistakes], [[], 1]);

  const more = [
    ...right(0, 8, NOW - 3 * DAY),
    setEnded(NOW - 3 * DAY + 100),
    ...right(8, 12, NOW),
    setEnded(NOW + 100),
  ];
  assert.deepEqual(factsOf(logWith(...more), MANY, facts({}).titles, NOW + 200).practised?.changed, [
    { competency: "SAF1", before: "not-enough-evidence", after: "shown" },
  ]);
});

test("a record without entries has practised nothing", () => {
  assert.equal(factsOf(logWith(), COURSE, facts({}).titles, NOW).practised, null);
});

test("a missed safety question is not counted once more among the mistakes", () => {
  const log = logWith(answered("first", NOW - 2, 0), answered("second", NOW - 1, 0));
  assert.equal(factsOf(log, COURSE, facts({}).titles, NOW).practised?.mistakes, 1);
});

test("the profile of a long record is worked out in several parts, with the same result", () => {
  const log = logWith(answered("first", NOW - 3, 1000));
  const work = factsInParts(log, COURSE, facts({}).titles, NOW);
  let parts = 1;
  let part = work.next();
  for (; !part.done; part = work.next()) parts += 1;
  assert.equal(parts, 4);
  const { likely: _, ...found } = part.value;
  const { likely: __, ...expected } = factsOf(log, COURSE, facts({}).titles, NOW);
  assert.deepEqual(found, expected);
});
