import assert from "node:assert/strict";
import test from "node:test";
import { add } from "../learner/adding";
import type { NewEvent } from "../learner/append";
import { append } from "../learner/append";
import type { Contents } from "../learner/contents";
import { changed, EMPTY, recordIn } from "../learner/contents";
import type { Record } from "../record/record";
import type { Judging } from "../views/record/news";
import { newsOf } from "../views/record/news";
import { COURSE } from "./record/answering";

const JUDGING: Judging = {
  course: { ...COURSE, cutMilli: 800, competencies: [], units: [], items: { a: item() }, dialogues: {} },
  keys: {
    items: { a: { key: { kind: "choose", keys: ["right"] }, ids: ["right", "wrong"], many: false } },
    dialogues: {},
  },
  now: 1000,
} as unknown as Judging;

function item(): object {
  return { hash: COURSE.contentHash, competencies: [], level: "judge", unit: "unit" };
}

function response(scoreMilli: number): NewEvent {
  const body = { attemptId: "1", itemId: "a", itemHash: COURSE.contentHash, presented: [], response: ["wrong"] };
  const said = { certainty: null, dontKnow: false, revealed: false, cold: true, latencyMs: 1 };
  return { type: "item.response", body: { ...body, ...said, scoreMilli } };
}

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
  const news = newsOf(both, theirs, JUDGING);
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
  assert.equal(newsOf(here, theirs, JUDGING).isOthers, true);
});

test("the news of a file are its new entries, the time they are from and how many are known", () => {
  const here = after(EMPTY, "one");
  const theirs = exported(after(here, "two", "three"));
  const { added, known, isNews } = newsOf(here, theirs, JUDGING);
  assert.deepEqual({ ...added }, { answers: 0, entries: 2, first: 1001, last: 1002 } as object);
  assert.equal(known, 1);
  assert.equal(isNews, true);
});

test("the news of a file name the first new entries, and say how many more there are", () => {
  const lessons = ["one", "two", "three", "four", "five", "six", "seven"];
  const { named } = newsOf(EMPTY, exported(after(EMPTY, ...lessons)), JUDGING);
  assert.deepEqual(
    named.added.first.map(({ of }) => of),
    lessons.slice(0, 5),
  );
  assert.equal(named.added.more, 2);
});

test("the news of a file name what the keys of the course contradict", () => {
  const circumstances = { now: 1000, locale: "en", course: COURSE };
  const forged = changed(EMPTY, append(EMPTY, [response(1000)], circumstances));
  const honest = changed(EMPTY, append(EMPTY, [response(0)], circumstances));
  const { named, odd } = newsOf(EMPTY, exported(forged), JUDGING);
  assert.deepEqual([odd.disagreeing, named.disagreeing.first.map(({ of }) => of)] as unknown[], [1, ["a"]]);
  assert.equal(newsOf(EMPTY, exported(honest), JUDGING).odd.disagreeing, 0);
});

test("the news of a file name what is odd about it by itself, whatever is here already", () => {
  const circumstances = { now: 1000, locale: "en", course: COURSE };
  const odd = changed(EMPTY, append(EMPTY, [response(0)], { ...circumstances, now: 90_000 }));
  const { notes } = newsOf(odd, exported(odd), JUDGING);
  assert.deepEqual(
    notes.map(({ code, count, named }) => [code, count, named.first.map(({ of }) => of)] as const),
    [
      ["ahead", 1, ["a"]],
      ["nothing-presented", 1, ["a"]],
      // only an export lists them
      ["no-devices", 1, []],
    ],
  );
});
