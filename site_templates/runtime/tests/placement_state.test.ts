import assert from "node:assert/strict";
import test from "node:test";
import type { PlacementState } from "../placement/state";
import { isAtFirstSuggestion, stateOf } from "../placement/state";
import { FIRST_QUESTIONS, MOST_QUESTIONS, mostFor } from "../placement/suggestion";
import type { CourseData } from "../record/course_data";
import { DAY } from "../record/moments";
import type { KnownEvent } from "../record/record";

const NOW = 1000 * DAY;
const NAMES = ["ACT1", "CBT1", "CBT2", "GOA2", "SKL2", "SOC1"];
const ASKED = NAMES.map((id) => ({ id, strand: "judgement" as const }));
const EACH = 12;

const COURSE: CourseData = {
  id: "made",
  version: "0.1.0",
  contentHash: "",
  cutMilli: 800,
  competencies: NAMES.map((id) => ({ id, observedBy: [] })),
  units: [],
  items: Object.fromEntries(
    NAMES.flatMap((name) =>
      Array.from({ length: EACH }, (_, number) => {
        const id = `${name}-${number}`;
        return [id, { hash: id, competencies: [name], level: "judge", unit: "unit", harm: false }] as const;
      }),
    ),
  ),
  dialogues: {},
};

/** A record that grows event by event; what a check is asked depends on what it holds. */
class Sitting {
  readonly events: KnownEvent[] = [];
  seen: ReadonlyMap<string, number> = new Map();
  now = NOW;

  write(type: KnownEvent["type"], body: object): void {
    // only what evidence and checks look at
    this.events.push({ type, id: `${this.events.length}`, device: "d", at: ++this.now, body } as unknown as KnownEvent);
  }

  begin(attemptId = "first"): void {
    this.write("attempt.started", { attemptId, bankId: `placement-${attemptId}`, seed: 7, mode: "placement" });
  }

  answer(itemId: string, scoreMilli: number, attemptId = "first"): void {
    this.write("item.response", {
      attemptId,
      itemId,
      itemHash: itemId,
      cold: true,
      dontKnow: false,
      revealed: false,
      scoreMilli,
    });
  }

  state(): PlacementState {
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
    return stateOf(COURSE, ASKED, { log: { events: this.events, ...none }, seen: this.seen, now: this.now });
  }

  /** Answer what is asked, up to so many questions, with the credit that a competency gets. */
  sit(most: number, credit: (competency: string, count: number) => number): string[] {
    const asked: string[] = [];
    for (let next = this.state().next; next && asked.length < most; next = this.state().next) {
      asked.push(next.id);
      this.answer(next.id, credit(next.competencies[0]!, asked.length));
    }
    return asked;
  }
}

const alternately = (_: string, count: number): number => (count % 2) * 1000;

test("a check ends after its most questions, none of them twice", () => {
  const sitting = new Sitting();
  sitting.begin();
  const asked = sitting.sit(100, () => 500);
  assert.equal(asked.length, MOST_QUESTIONS);
  assert.equal(new Set(asked).size, MOST_QUESTIONS);
});

test("a check shows a first suggestion after its first questions, and only while it goes on", () => {
  const sitting = new Sitting();
  sitting.begin();
  sitting.sit(FIRST_QUESTIONS - 1, alternately);
  assert.equal(isAtFirstSuggestion(sitting.state()), false);
  sitting.sit(1, alternately);
  assert.equal(isAtFirstSuggestion(sitting.state()), true);
  sitting.sit(1, alternately);
  assert.equal(isAtFirstSuggestion(sitting.state()), false);
  const ended = new Sitting();
  ended.begin();
  ended.sit(FIRST_QUESTIONS, alternately);
  ended.write("attempt.finished", { attemptId: "first", reason: "left" });
  assert.equal(isAtFirstSuggestion(ended.state()), false);
});

test("a question is counted among the first ones, and after them among all", () => {
  assert.deepEqual([1, FIRST_QUESTIONS, FIRST_QUESTIONS + 1].map(mostFor), [12, 12, 48]);
});

test("the first questions are on every competency once", () => {
  const sitting = new Sitting();
  sitting.begin();
  assert.deepEqual(
    sitting
      .sit(6, alternately)
      .map((id) => id.split("-")[0])
      .sort(),
    NAMES,
  );
});

test("a check ends early when three are clearly weak and the others clearly not", () => {
  const sitting = new Sitting();
  sitting.begin();
  const asked = sitting.sit(100, (name) => (["CBT2", "SKL2", "SOC1"].includes(name) ? 0 : 1000));
  assert.ok(asked.length < 30, `${asked.length} questions`);
  assert.deepEqual(
    sitting
      .state()
      .suggested.map(({ competency }) => competency)
      .sort(),
    ["CBT2", "SKL2", "SOC1"],
  );
});

test("an interrupted check goes on with the same question", () => {
  const sitting = new Sitting();
  sitting.begin();
  sitting.sit(9, alternately);
  const { check, next } = sitting.state();
  assert.deepEqual(sitting.state().next, next);
  assert.equal(check?.answered.length, 9);
  assert.equal(check?.finishedAt, null);
});

test("only questions that are cold are asked", () => {
  const sitting = new Sitting();
  const warm = Object.keys(COURSE.items).filter((id) => !id.endsWith("-0"));
  for (const id of warm.slice(0, 30)) sitting.answer(id, 500, "lesson");
  sitting.seen = new Map(warm.slice(30).map((id) => [id, NOW - 20 * DAY]));
  sitting.begin();
  assert.deepEqual(
    sitting.sit(100, alternately).sort(),
    NAMES.map((name) => `${name}-0`),
  );
  sitting.now += 21 * DAY;
  assert.notEqual(sitting.state().next, null);
});

test("what was answered before the check counts, and need not be asked again", () => {
  const sitting = new Sitting();
  for (let number = 0; number < 4; number++) sitting.answer(`ACT1-${number}`, 0, "lesson");
  sitting.begin();
  assert.deepEqual(sitting.state().beliefs.get("ACT1"), { points: 0, answers: 4 });
  assert.notEqual(sitting.state().next?.competencies[0], "ACT1");
});

test("the check begun last is the one that goes on, and a finished one says when", () => {
  const sitting = new Sitting();
  sitting.begin();
  sitting.sit(2, alternately);
  sitting.write("attempt.finished", { attemptId: "first", reason: "left" });
  assert.equal(sitting.state().check?.finishedAt, sitting.now);
  sitting.begin("second");
  const { check } = sitting.state();
  assert.deepEqual([check?.attemptId, check?.answered, check?.finishedAt], ["second", [], null]);
});
