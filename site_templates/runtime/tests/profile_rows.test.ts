import assert from "node:assert/strict";
import test from "node:test";
import { firstStep } from "../views/profile/first_step";
import { gapOf } from "../views/profile/gap";
import type { NextStep } from "../views/profile/next_step";
import type { Group } from "../views/profile/rows";
import { countOutOfReach, countStates, groupsOf, hasAnything } from "../views/profile/rows";
import { competency, facts, NOW, numbersFor, questions } from "./profile_made";

test("competencies stand in their groups, in the order of the framework, and empty groups are left out", () => {
  const groups = groupsOf(facts({ GOA2: competency(), SAF1: competency(), STR1: competency() }));
  assert.deepEqual(
    groups.map(({ title, rows }) => [title, rows.map(({ id }) => id)] as const),
    [
      ["Goals", ["GOA2", "STR1"]],
      ["Safety", ["SAF1"]],
    ],
  );
});

test("the lead strand comes first and the other only where it holds answers", () => {
  const both = competency({ strands: { knowledge: numbersFor(1, 2), judgement: numbersFor(3, 4) } });
  const groups = groupsOf(facts({ GOA2: both, STR1: both, SAF1: competency() }));
  const strands = groups.flatMap(({ rows }) => rows.map((row) => row.strands.map(({ strand }) => strand)));
  assert.deepEqual(strands, [["judgement", "knowledge"], ["knowledge", "judgement"], ["judgement"]]);
});

test("states are counted once for each competency, by its lead strand", () => {
  const shown = numbersFor(15, 15, { state: "shown" });
  const low = numbersFor(3, 15, { state: "not-yet" });
  const known = {
    GOA2: competency({ strands: { knowledge: low, judgement: shown } }),
    STR1: competency({ strands: { knowledge: low, judgement: shown } }),
    SAF1: competency(),
  };
  assert.deepEqual(countStates(groupsOf(facts(known))), { shown: 1, "not-yet": 1, "not-enough-evidence": 1 });
});

test("the latest own rating is the one that is drawn", () => {
  const rating = { competencyId: "GOA2", unitId: "goals", when: "before", level: 1, at: NOW - 10 } as const;
  const known = { GOA2: competency({ ownRatings: [rating, { ...rating, when: "after", level: 2, at: NOW }] }) };
  assert.equal(groupsOf(facts(known))[0]?.rows[0]?.ownRating?.level, 2);
});

test("an own rating, an observation or a superseded answer alone is enough to show a profile", () => {
  const seen = { kind: "competency", subject: "GOA2", valueMilli: 3500, rater: "r", date: "2026-03-12" } as const;
  const rated = { competencyId: "GOA2", unitId: "goals", when: "after", level: 1, at: NOW } as const;
  const old = { knowledge: numbersFor(0, 0), judgement: numbersFor(0, 0, { superseded: 1 }) };
  const is = (known: Parameters<typeof competency>[0]) =>
    groupsOf(facts({ GOA2: competency(known) })).some(({ rows }) => rows.some(hasAnything));
  assert.deepEqual([{}, { observations: [seen] }, { ownRatings: [rated] }, { strands: old }].map(is), [
    false,
    true,
    true,
    true,
  ]);
});

test("the step offered first is the decision that is nearest", () => {
  const known = {
    GOA2: competency({ strands: { knowledge: numbersFor(0, 0), judgement: numbersFor(4, 4) } }),
    SAF1: competency({ strands: { knowledge: numbersFor(0, 0), judgement: numbersFor(9, 10) } }),
  };
  const asked = ["GOA2", "SAF1"].flatMap((id) => [
    ...questions(`${id}-a`, 2, 9, { competencies: [id] }),
    ...questions(`${id}-b`, 2, 9, { competencies: [id] }),
  ]);
  const first = firstStep(groupsOf(facts(known, asked)));
  assert.equal(first?.row.id, "SAF1");
  assert.deepEqual(first?.step, { kind: "more", item: "SAF1-a-3", need: 2, elsewhere: false });
});

test("a missed safety question that can be answered today is offered before anything else", () => {
  const blocked = numbersFor(2, 3, { missedHarmItems: ["b-1"] });
  const known = {
    GOA2: competency({ strands: { knowledge: numbersFor(0, 0), judgement: numbersFor(11, 11) } }),
    SAF1: competency({ strands: { knowledge: numbersFor(0, 0), judgement: blocked } }),
  };
  assert.equal(firstStep(groupsOf(facts(known, questions("a", 11, 9))))?.step.kind, "safety");
});

test("steps of other kinds are offered in this order", () => {
  const kinds: readonly NextStep[] = [
    { kind: "few", item: "a", need: 9, count: 1 },
    { kind: "begin", item: "a", count: 3 },
    { kind: "renew", item: "a", count: 3, from: null },
    { kind: "widen", item: "a", count: 3, right: null },
    { kind: "widen", item: "a", count: 3, right: 4 },
    { kind: "more", item: "a", need: 9, elsewhere: false },
    { kind: "finish" },
    { kind: "safety", items: ["a"], from: null },
  ];
  for (let last = 1; last <= kinds.length; last++) {
    const steps = kinds.slice(0, last);
    assert.equal(firstStep([groupWith(steps)])?.step, steps[last - 1]);
    assert.equal(firstStep([groupWith([...steps].reverse())])?.step, steps[last - 1]);
  }
});

test("a step that waits for another day is not offered", () => {
  const waiting: readonly NextStep[] = [
    { kind: "safety", items: ["a"], from: NOW },
    { kind: "renew", item: "a", count: 0, from: NOW },
    { kind: "all-answered", need: 2 },
    { kind: "unwritten" },
  ];
  assert.equal(firstStep([groupWith(waiting)]), undefined);
});

test("nothing is offered where nothing can be done now", () => {
  const known = {
    GOA2: competency({ strands: { knowledge: numbersFor(0, 0), judgement: numbersFor(15, 15, { state: "shown" }) } }),
  };
  assert.equal(firstStep(groupsOf(facts(known))), undefined);
});

test("what was said before a unit stands beside what was said after it", () => {
  const before = { competencyId: "GOA2", unitId: "goals", when: "before", level: 1, at: NOW - 10 } as const;
  const other = { ...before, unitId: "safety", level: 3 } as const;
  const known = { GOA2: competency({ ownRatings: [other, before, { ...before, when: "after", level: 2, at: NOW }] }) };
  assert.equal(groupsOf(facts(known))[0]?.rows[0]?.ownBefore?.level, 1);
});

test("a gap is named only when the stretch of a level and the plausible range do not meet", () => {
  const low = numbersFor(3, 12, { lowMilli: 100, highMilli: 400 });
  const high = numbersFor(12, 12, { lowMilli: 890, highMilli: 990 });
  const gaps = (numbers: typeof low) => [0, 1, 2, 3].map((level) => gapOf(level, numbers));
  assert.deepEqual(gaps(low), ["fits", "fits", "surer", "surer"]);
  assert.deepEqual(gaps(high), ["less_sure", "less_sure", "less_sure", "fits"]);
  assert.deepEqual(gaps(numbersFor(0, 0)), ["open", "open", "open", "open"]);
});

test("a decision is within reach with twelve questions from two units, and a dialogue's turns count for judgement", () => {
  const reach = (asked: ReturnType<typeof questions>, changes: Partial<ReturnType<typeof facts>> = {}): number =>
    countOutOfReach(groupsOf({ ...facts({ GOA2: competency() }, asked), ...changes }));
  const turns = [{ unit: "second", competencies: ["GOA2"], count: 4 }];
  assert.equal(reach([...questions("first", 0, 6), ...questions("second", 0, 6)]), 0);
  assert.equal(reach([...questions("first", 0, 6), ...questions("second", 0, 5)]), 1);
  assert.equal(reach(questions("first", 0, 30)), 1);
  assert.equal(reach(questions("first", 0, 8), { turns }), 0);
  assert.equal(reach(questions("first", 0, 8), { turns: [{ ...turns[0]!, competencies: ["STR1"] }] }), 1);
});

test("what was decided is shown, however few questions the course has now", () => {
  const known = {
    GOA2: competency({ strands: { knowledge: numbersFor(0, 0), judgement: numbersFor(15, 15, { state: "shown" }) } }),
  };
  assert.equal(countOutOfReach(groupsOf(facts(known))), 0);
});

/** A group of one row with these steps. */
function groupWith(steps: readonly NextStep[]): Group {
  const [group] = groupsOf(facts({ GOA2: competency() }));
  return { ...group!, rows: [{ ...group!.rows[0]!, steps }] };
}
