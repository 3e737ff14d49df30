import assert from "node:assert/strict";
import test from "node:test";
import { add } from "../learner/adding";
import type { NewEvent } from "../learner/append";
import { append } from "../learner/append";
import type { Contents } from "../learner/contents";
import { changed, EMPTY, recordIn } from "../learner/contents";
import type { Record } from "../record/record";
import { newsOf } from "../views/record/news";
import { COURSE } from "./record/answering";

function reading(lessonId: string): NewEvent {
  return { type: "lesson.read", body: { lessonId, lessonHash: COURSE.contentHash } };
}

function after(contents: Contents, ...lessons: readonly string[]): Contents {
  const circumstances = { now: 1000, locale: "en", course: COURSE };
  return changed(contents, append(contents, lessons.map(reading), circumstances));
}

function exported(contents: Contents): Record {
  return recordIn(contents)!;
}

test("a file of another device adds its entries, and this browser keeps its own name and entries", () => {
  const here = after(EMPTY, "one");
  const theirs = exported(after(EMPTY, "two", "three"));
  const change = add(here, theirs, true);
  assert.equal(change.add?.length, 2);
  assert.equal(change.self?.device, here.self!.device);
  assert.equal(changed(here, change).events.length, 3);
});

test("the same file a second time adds nothing and is no news", () => {
  const here = after(EMPTY, "one");
  const theirs = exported(after(EMPTY, "two"));
  const both = changed(here, add(here, theirs, true));
  assert.deepEqual(add(both, theirs, true).add, []);
  const news = newsOf(both, theirs);
  assert.deepEqual([news.added, news.known, news.isNews] as unknown[], [null, 1, false]);
});

test("a browser whose name someone else writes under takes another name", () => {
  const before = after(EMPTY, "one");
  const theirs = exported(after(before, "two"));
  assert.notEqual(add(before, theirs, true).self?.device, before.self!.device);
});

test("a file of another pseudonym is added only when the learner says that it is theirs", () => {
  const here = after(EMPTY, "one");
  const theirs = exported(after(EMPTY, "two"));
  assert.throws(() => add(here, theirs, false), /different-people/);
  assert.equal(newsOf(here, theirs).isOthers, true);
});

test("the news of a file are its new entries, the time they are from and how many are known", () => {
  const here = after(EMPTY, "one");
  const theirs = exported(after(here, "two", "three"));
  const { added, known, isNews } = newsOf(here, theirs);
  assert.deepEqual({ ...added }, { answers: 0, entries: 2, first: 1001, last: 1002 } as object);
  assert.equal(known, 1);
  assert.equal(isNews, true);
});
