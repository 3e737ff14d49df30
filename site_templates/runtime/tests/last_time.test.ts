import assert from "node:assert/strict";
import test from "node:test";
import type { NewEvent } from "../learner/append";
import { append } from "../learner/append";
import { changed, EMPTY } from "../learner/contents";
import { lastTime } from "../learner/last_time";
import { logOf } from "../record/log";
import { COURSE } from "./record/answering";

const DAY = 86_400_000;
const dateOf = (moment: number): string => new Date(moment).toISOString().slice(0, 10);

function read(lessonId: string): NewEvent {
  return { type: "lesson.read", body: { lessonId, lessonHash: COURSE.contentHash } };
}

test("last time is the last day before today on which anything was done", () => {
  let contents = EMPTY;
  for (const [now, lesson] of [
    [1 * DAY, "a"],
    [3 * DAY, "b"],
    [3 * DAY + 1, "b"],
    [5 * DAY, "c"],
  ] as const) {
    contents = changed(contents, append(contents, [read(lesson)], { now, locale: "en", course: COURSE }));
  }
  const log = logOf({ events: contents.events, devices: contents.head?.devices ?? [] });
  const found = lastTime(log, dateOf(5 * DAY), dateOf);
  assert.deepEqual(found, {
    date: dateOf(3 * DAY),
    version: COURSE.version,
    answered: 0,
    right: 0,
    lessons: 1,
    exercises: 0,
  });
  assert.equal(lastTime(log, dateOf(1 * DAY), dateOf), null);
});
