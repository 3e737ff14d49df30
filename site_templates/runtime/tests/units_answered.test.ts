import assert from "node:assert/strict";
import test from "node:test";
import type { CourseData } from "../record/course_data";
import type { Envelope, StoredEvent } from "../record/record";
import { unitsAnswered } from "../record/units_answered";

const COURSE = {
  items: { "a-single": { unit: "asking" } },
  dialogues: { "goal-dialogue": { unit: "goals" } },
} as unknown as CourseData;

function event(body: object): StoredEvent {
  return { raw: { body } as unknown as Envelope, hash: "", event: null };
}

test("a unit counts as answered by one of its items or by a dialogue that was begun", () => {
  const events = [event({ itemId: "a-single" }), event({ dialogueId: "goal-dialogue" }), event({ lessonId: "x" })];

  assert.deepEqual([...unitsAnswered(events, COURSE)].sort(), ["asking", "goals"]);
});

test("what the course does not know, and the name of a property that every object has, belong to no unit", () => {
  const events = [event({ itemId: "gone" }), event({ dialogueId: "constructor" }), event({ itemId: 7 })];

  assert.deepEqual([...unitsAnswered(events, COURSE)], []);
});
