import assert from "node:assert/strict";
import test from "node:test";
import type { UnitOnPage } from "../course_on_page";
import { append } from "../record/append";
import type { Draft } from "../record/append";
import { changed, EMPTY } from "../record/contents";
import { pastOf } from "../record/log";
import type { Past } from "../record/log";
import { doneIn, placeToContinue, progressOf } from "../record/progress";
import { COURSE } from "./record/answering";

const UNITS: readonly UnitOnPage[] = [
  {
    id: "asking",
    title: "Asking",
    href: "a.html",
    items: ["a1", "a2"],
    lessons: [
      { id: "asking", href: "a.html", title: "Asking", minutes: 3 },
      { id: "first", href: "a1.html", title: "First", minutes: 5, items: ["a1"] },
      { id: "second", href: "a2.html", title: "Second", minutes: 7, items: ["a2"] },
    ],
  },
  {
    id: "planning",
    title: "Planning",
    href: "p.html",
    items: ["p1"],
    lessons: [{ id: "planning", href: "p.html", title: "Planning", minutes: 4, items: ["p1"] }],
  },
];

function past(...drafts: readonly Draft[]): Past {
  const change = append(EMPTY, drafts, { now: 1000, locale: "en", course: COURSE });
  return pastOf(changed(EMPTY, change).events);
}

function read(lessonId: string): Draft {
  return { type: "lesson.read", body: { lessonId, lessonHash: COURSE.contentHash } };
}

function answer(itemId: string): Draft {
  const body = {
    attemptId: "019b78ff-f900-73f8-914f-f3713f13404f",
    itemId,
    itemHash: COURSE.contentHash,
    presented: ["a"],
    response: ["a"],
    certainty: null,
    dontKnow: false,
    revealed: false,
    cold: true,
    scoreMilli: 0,
    latencyMs: 1,
  };
  return { type: "item.response", body };
}

function states(...drafts: readonly Draft[]): string[] {
  const done = doneIn(past(...drafts));
  return UNITS.map((unit) => progressOf(unit, done)).map(({ state, done: count, total }) => `${state} ${count}/${total}`);
}

test("a unit is begun by its first answer or lesson, and done with its last answer", () => {
  assert.deepEqual(states(), ["not-started 0/2", "not-started 0/1"]);
  assert.deepEqual(states(read("asking")), ["in-progress 0/2", "not-started 0/1"]);
  assert.deepEqual(states(answer("a1"), answer("p1")), ["in-progress 1/2", "done 1/1"]);
  assert.deepEqual(states(answer("a1"), answer("a2")), ["done 2/2", "not-started 0/1"]);
});

function next(...drafts: readonly Draft[]): string | undefined {
  const place = placeToContinue(UNITS, past(...drafts));
  return place ? `${place.lesson.id}, ${place.minutes} minutes` : undefined;
}

test("who has done nothing begins", () => {
  assert.equal(next(), undefined);
});

test("one goes on where something is left to do, after the last place", () => {
  assert.equal(next(read("asking")), "first, 12 minutes");
  assert.equal(next(read("asking"), answer("a1")), "second, 7 minutes");
  assert.equal(next(answer("a1"), answer("a2")), "planning, 4 minutes");
});

test("what was passed over comes after the rest", () => {
  assert.equal(next(read("asking"), answer("a2")), "planning, 4 minutes");
  assert.equal(next(read("asking"), answer("p1"), answer("a2")), "first, 5 minutes");
});

test("who has done everything has nowhere to go on", () => {
  assert.equal(next(answer("a1"), answer("p1"), answer("a2")), undefined);
});
