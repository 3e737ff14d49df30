import assert from "node:assert/strict";
import test from "node:test";
import type { Lesson } from "../course/page_data.gen";
import type { NewEvent } from "../learner/append";
import { append } from "../learner/append";
import { changed, EMPTY } from "../learner/contents";
import { keepReply, lastReply } from "../learner/written_replies";
import { pastOf } from "../record/log";
import { metItems } from "../review/met";
import { COURSE } from "./record/answering";

const AT = { now: 1000, locale: "en", course: COURSE };
const UNITS = [{ lessons: [lesson("first", "one", "two"), lesson("second", "three"), lesson("without")] }];

function lesson(id: string, ...items: string[]): Lesson {
  return { id, href: `${id}.html`, title: id, reading: 5, practice: 0, questions: 2, items, exercises: [] };
}

function read(lessonId: string): NewEvent {
  return { type: "lesson.read", body: { lessonId, lessonHash: COURSE.contentHash } };
}

test("the items of a lesson that was read have been met, and no others", () => {
  const { events } = changed(EMPTY, append(EMPTY, [read("first"), read("without"), read("gone")], AT));
  assert.deepEqual([...metItems(UNITS, pastOf(events))], ["one", "two"]);
});

test("before the first lesson nothing has been met", () => {
  assert.equal(metItems(UNITS, pastOf([])).size, 0);
});

test("of a reply that was kept twice the later one is found, and of another none", () => {
  const once = changed(EMPTY, keepReply(EMPTY, { promptId: "empty-line", ticked: ["noticed"] }, AT));
  const twice = changed(once, keepReply(once, { promptId: "empty-line", ticked: ["choice"] }, AT));
  assert.deepEqual(lastReply(pastOf(twice.events), "empty-line")?.body.ticked, ["choice"]);
  assert.equal(lastReply(pastOf(twice.events), "another"), undefined);
});
