import assert from "node:assert/strict";
import test from "node:test";
import type { Titles } from "../course/titles";
import type { NewEvent } from "../learner/append";
import { append } from "../learner/append";
import type { Contents } from "../learner/contents";
import { changed, EMPTY } from "../learner/contents";
import type { CourseData } from "../record/course_data";
import { DAY } from "../record/moments";
import type { SelfRatingBody } from "../record/schema";
import { atOnce } from "../ui/turns";
import type { Statement } from "../views/certificate/statement";
import { statementInParts } from "../views/certificate/statement";

const NOW = 1000 * DAY;
const HASH = `sha256:${"c".repeat(64)}`;
const COURSE: CourseData = {
  id: "made",
  version: "0.1.0",
  contentHash: HASH,
  cutMilli: 750,
  competencies: ["GOA2", "SAF1", "STR1"].map((id) => ({ id, observedBy: [] })),
  units: [{ id: "goals", minutes: 13 }],
  items: {
    one: { hash: HASH, competencies: ["GOA2"], level: "judge", unit: "goals", harm: false },
    two: { hash: HASH, competencies: ["SAF1"], level: "know", unit: "goals", harm: false },
  },
  dialogues: {},
};
const KEYS = { items: {}, dialogues: {} };
const TITLES: Titles = {
  competencies: [
    { id: "SAF1", title: "Safety", group: "safety", strand: "knowledge" },
    { id: "GOA2", title: "Following up goals", group: "goals", strand: "judgement" },
    { id: "STR1", title: "The model", group: "goals", strand: "knowledge" },
    { id: "GONE", title: "No longer in the course", group: "goals", strand: "knowledge" },
  ],
  groups: [],
  instrumentItems: {},
  units: [],
  modules: [],
  dialogues: [],
  year: [],
  safety: {},
};

test("there is nothing to state before the first entry", () => {
  assert.equal(statementOf(EMPTY, COURSE, KEYS, TITLES, NOW), null);
});

test("decisions are stated by strand, in the order of the framework, and only where something was answered", () => {
  const { decisions } = stated(answered("one", NOW), answered("two", NOW + 1));

  const named = (strand: "knowledge" | "judgement") => decisions[strand].map(({ competency }) => competency);
  assert.deepEqual(named("knowledge"), ["Safety"]);
  assert.deepEqual(named("judgement"), ["Following up goals"]);
  assert.equal(decisions.judgement[0]?.numbers.n, 1);
});

test("competencies of the course that no answer tells anything about are counted as waiting", () => {
  assert.equal(stated(answered("one", NOW)).waiting, 2);
  assert.equal(stated(answered("one", NOW), answered("two", NOW + 1)).waiting, 1);
});

test("of several levels that a learner gave a competency, the latest is stated", () => {
  const { confidence } = stated(
    rated({ level: 1, when: "before" }, NOW),
    rated({ level: 3 }, NOW + DAY),
    rated({ competencyId: "GONE" }, NOW + DAY),
  );

  assert.deepEqual(
    confidence.map(({ competency, rating }) => [competency, rating.level] as const),
    [["Following up goals", 3]],
  );
});

test("the statement names its moment, its course, the cut, and the learner by the first of the pseudonyms", () => {
  const contents = after(answered("one", NOW));
  const learner = { pseudonyms: ["z".repeat(26), "b".repeat(26)], alias: "Anna" };
  const found = statementOf({ ...contents, head: { ...contents.head!, learner } }, COURSE, KEYS, TITLES, NOW + DAY)!;

  assert.deepEqual([found.now, found.course.id, found.cutMilli], [NOW + DAY, "made", 750]);
  assert.deepEqual([found.code, found.alias], ["b".repeat(26), "Anna"]);
});

test("observations are stated as they were given, but for those that were voided", () => {
  const seen = observed(4000, NOW);
  const contents = after(seen, observed(2000, NOW + DAY));
  const [first] = contents.events;
  const voided = added(contents, [
    { type: "event.void", body: { target: first!.raw.id, reason: "not-me" } },
    NOW + 2 * DAY,
  ]);

  const values = (from: Contents) =>
    statementOf(from, COURSE, KEYS, TITLES, NOW + 3 * DAY)!.observations.map(({ valueMilli }) => valueMilli);
  assert.deepEqual(values(contents), [4000, 2000]);
  assert.deepEqual(values(voided), [2000]);
});

type Entry = readonly [NewEvent, number];

function stated(...entries: readonly Entry[]): NonNullable<ReturnType<typeof statementOf>> {
  return statementOf(after(...entries), COURSE, KEYS, TITLES, NOW + 10 * DAY)!;
}

function after(...entries: readonly Entry[]): Contents {
  return entries.reduce(added, EMPTY);
}

function added(contents: Contents, [event, now]: Entry): Contents {
  return changed(contents, append(contents, [event], { now, locale: "en", course: COURSE }));
}

function answered(itemId: string, now: number): Entry {
  const body = {
    attemptId: "019b78ff-f900-71c3-8e87-1f8a3d3fb449",
    itemId,
    itemHash: HASH,
    presented: ["a", "b"],
    response: ["a"],
    certainty: null,
    dontKnow: false,
    revealed: false,
    cold: true,
    scoreMilli: 1000,
    latencyMs: 1000,
  };
  return [{ type: "item.response", body }, now];
}

function rated(changes: Partial<SelfRatingBody>, now: number): Entry {
  const body = { competencyId: "GOA2", level: 2, when: "after", unitId: "goals", ...changes } as const;
  return [{ type: "self.rating", body }, now];
}

function observed(valueMilli: number, now: number): Entry {
  const body = { kind: "competency", subject: "GOA2", valueMilli, rater: "R1", date: "2026-03-12" } as const;
  return [{ type: "supervisor.observation", body }, now];
}

function statementOf(...of: Parameters<typeof statementInParts>): Statement | null {
  return atOnce(statementInParts(...of));
}
