import assert from "node:assert/strict";
import test from "node:test";
import type { Lesson, Unit } from "../course/page_data.gen";
import type { NewEvent } from "../learner/append";
import { append } from "../learner/append";
import { changed, EMPTY } from "../learner/contents";
import { doneIn, lessonProgress, minutesOf, placeToContinue, progressOf, timeLeft } from "../learner/progress";
import { units } from "../learning/units";
import type { CourseData, ItemData } from "../record/course_data";
import type { Past } from "../record/log";
import { pastOf } from "../record/log";
import { COURSE } from "./record/answering";

const HASH = COURSE.contentHash;
const OTHER_HASH = HASH.replace(/a/g, "b");
const VERSION = HASH.slice(0, 19);
const ATTEMPT = "019b78ff-f900-73f8-914f-f3713f13404f";

const NOTHING = { competencies: [], dialogues: [], ratings: [] };

/** Make a lesson whose questions take two minutes each, and its exercises ten. */
function lesson(id: string, reading: number, { items = [], exercises = [] }: Partial<Lesson> = {}): Lesson {
  const asked = { items, questions: 2 * items.length, exercises, practice: 10 * exercises.length };
  return { id, href: `${id}.html`, title: id, reading, ...asked };
}

const UNITS: readonly Unit[] = [
  {
    ...NOTHING,
    id: "asking",
    title: "Asking",
    href: "a.html",
    minutes: 19,
    items: ["a1", "a2"],
    hashes: [VERSION, VERSION],
    lessons: [lesson("asking", 3), lesson("first", 5, { items: ["a1"] }), lesson("second", 7, { items: ["a2"] })],
  },
  {
    ...NOTHING,
    id: "planning",
    title: "Planning",
    href: "p.html",
    minutes: 6,
    items: ["p1"],
    hashes: [VERSION],
    lessons: [lesson("planning", 4, { items: ["p1"] })],
  },
];

function past(...drafts: readonly NewEvent[]): Past {
  const change = append(EMPTY, drafts, { now: 1000, locale: "en", course: COURSE });
  return pastOf(changed(EMPTY, change).events);
}

function read(lessonId: string): NewEvent {
  return { type: "lesson.read", body: { lessonId, lessonHash: COURSE.contentHash } };
}

function answer(itemId: string, itemHash = HASH): NewEvent {
  const body = {
    attemptId: ATTEMPT,
    itemId,
    itemHash,
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

function states(...drafts: readonly NewEvent[]): string[] {
  return statesOf(UNITS, ...drafts);
}

function statesOf(units: readonly Unit[], ...drafts: readonly NewEvent[]): string[] {
  const done = doneIn(past(...drafts), units);
  return units
    .map((unit) => progressOf(unit, done))
    .map(({ state, done: count, total }) => `${state} ${count}/${total}`);
}

test("a unit is begun by its first answer or lesson, and done with its last answer", () => {
  assert.deepEqual(states(), ["not-started 0/2", "not-started 0/1"]);
  assert.deepEqual(states(read("asking")), ["in-progress 0/2", "not-started 0/1"]);
  assert.deepEqual(states(answer("a1"), answer("p1")), ["in-progress 1/2", "done 1/1"]);
  assert.deepEqual(states(answer("a1"), answer("a2")), ["done 2/2", "not-started 0/1"]);
});

const PRACTISED: Unit = {
  ...NOTHING,
  id: "talking",
  title: "Talking",
  href: "t.html",
  minutes: 30,
  items: ["t1"],
  hashes: [VERSION],
  dialogues: ["first-talk"],
  // of a rating exercise, too, the site says only how its hash begins
  ratings: [{ id: "first-look", hash: HASH.slice(0, "sha256:".length + 8), elements: ["agenda", "home"] }],
  lessons: [lesson("talking", 3, { items: ["t1"] }), lesson("trying", 5, { exercises: ["first-talk", "first-look"] })],
};

/** The second question, its lesson and the talk are for those with more time. */
const WAITING: Unit = {
  ...PRACTISED,
  id: "waiting",
  items: ["w1", "w2"],
  hashes: [VERSION, VERSION],
  ratings: [],
  lessons: [
    {
      ...lesson("waiting", 3, { items: ["w1"], exercises: ["first-talk"] }),
      practice: 0,
      more: 10,
      waits: ["first-talk"],
    },
    { ...lesson("extra", 0, { items: ["w2"] }), questions: 0, more: 7, waits: ["w2"] },
  ],
};

test("a unit is done without what is for those with more time, which is counted separately", () => {
  const progress = (...drafts: readonly NewEvent[]) => progressOf(WAITING, doneIn(past(...drafts), [WAITING]));
  assert.deepEqual(progress(), { state: "not-started", done: 0, total: 1, more: 2 });
  assert.deepEqual(progress(answer("w2")), { state: "in-progress", done: 0, total: 1, more: 1 });
  assert.deepEqual(progress(answer("w1")), { state: "done", done: 1, total: 1, more: 2 });
  assert.deepEqual(progress(answer("w1"), answer("w2")), { state: "done", done: 1, total: 1, more: 1 });
});

test("no minutes are left, and nowhere to go on, when only that is left which may wait", () => {
  const left = (...drafts: readonly NewEvent[]): number => timeLeft(WAITING, doneIn(past(...drafts), [WAITING]));
  assert.deepEqual([left(), left(read("waiting")), left(answer("w1"))], [5, 2, 0]);
  assert.equal(placeToContinue([WAITING], past(answer("w1"))), null);
});

test("a lesson in which everything may wait is done when that is done, and is named by its minutes", () => {
  const [, extra] = WAITING.lessons;
  const state = (...drafts: readonly NewEvent[]): string =>
    lessonProgress(extra!, doneIn(past(...drafts), [WAITING])).state;
  assert.deepEqual([state(), state(read("extra")), state(answer("w2"))], ["not-started", "in-progress", "done"]);
  assert.equal(minutesOf(extra!), 7);
});

function talk(type: "dialogue.started" | "dialogue.finished", run = 1): NewEvent {
  return { type, body: { dialogueId: "first-talk", dialogueHash: HASH, run } };
}

function reply(run = 1): NewEvent {
  const body = {
    dialogueId: "first-talk",
    dialogueHash: HASH,
    run,
    step: 1,
    node: "a",
    nodeHash: HASH,
    reply: "b",
    scoreMilli: {},
  };
  return { type: "dialogue.choice", body };
}

function rate(element: string, exerciseHash = HASH): NewEvent {
  return { type: "rating.given", body: { exerciseId: "first-look", exerciseHash, element, value: 3 } };
}

test("dialogues and rating exercises are parts of a unit as its questions are", () => {
  const state = (...drafts: readonly NewEvent[]): string | undefined => statesOf([PRACTISED], ...drafts)[0];
  const whole = [talk("dialogue.started"), reply(), talk("dialogue.finished")];
  assert.equal(state(), "not-started 0/3");
  assert.equal(state(talk("dialogue.started"), reply()), "in-progress 0/3");
  assert.equal(state(...whole), "in-progress 1/3");
  assert.equal(state(...whole, talk("dialogue.started", 2), reply(2)), "in-progress 1/3");
  assert.equal(state(...whole, rate("agenda")), "in-progress 1/3");
  assert.equal(state(...whole, rate("agenda"), rate("home", OTHER_HASH)), "in-progress 1/3");
  assert.equal(state(...whole, rate("agenda"), rate("home")), "in-progress 2/3");
  assert.equal(state(...whole, rate("agenda"), rate("home"), answer("t1")), "done 3/3");
});

test("a dialogue that was begun afresh is to be finished again", () => {
  const drafts = [talk("dialogue.started"), reply(), talk("dialogue.finished"), talk("dialogue.started", 2)];
  assert.deepEqual(statesOf([PRACTISED], ...drafts), ["in-progress 0/3"]);
});

const AFRESH: NewEvent = { type: "attempt.finished", body: { attemptId: ATTEMPT, reason: "reset" } };

test("a unit that was done stays done when it is begun afresh, and one goes on in it", () => {
  const done = [answer("p1"), answer("a1"), answer("a2")];
  const readAll = [read("asking"), read("first"), read("second")];
  assert.deepEqual(states(...done, AFRESH), ["done 0/2", "done 0/1"]);
  assert.deepEqual(states(...done, AFRESH, answer("a2")), ["done 1/2", "done 0/1"]);
  assert.equal(next(...readAll, ...done, AFRESH), "second, 2 minutes");
  assert.equal(next(...readAll, ...done, AFRESH, answer("a2")), "planning, 6 minutes");
});

test("an answer to a question as it is asked no more is not done", () => {
  assert.deepEqual(states(answer("a1", OTHER_HASH), answer("a2")), ["in-progress 1/2", "not-started 0/1"]);
  assert.deepEqual(states(answer("p1", OTHER_HASH)), ["not-started 0/2", "not-started 0/1"]);
  assert.equal(next(answer("a1"), answer("p1"), answer("a2", OTHER_HASH)), "second, 9 minutes");
});

test("answers in a review or a placement check do no unit's work", () => {
  for (const mode of ["review", "placement"] as const) {
    const began: NewEvent = { type: "attempt.started", body: { attemptId: ATTEMPT, bankId: mode, seed: 1, mode } };
    assert.deepEqual(states(began, answer("a1"), answer("p1")), ["not-started 0/2", "not-started 0/1"]);
  }
});

test("one goes on where one was in the lessons, not where a review or a placement check took a question from", () => {
  for (const mode of ["review", "placement"] as const) {
    const began: NewEvent = { type: "attempt.started", body: { attemptId: ATTEMPT, bankId: mode, seed: 1, mode } };
    assert.equal(next(began, answer("p1"), answer("a2")), undefined);
    assert.equal(next(read("first"), began, answer("p1")), "first, 2 minutes");
  }
});

const CREDIT = { unitId: "planning", minutes: 30, dueDate: null, assigner: "R" };
const PASTS: readonly (readonly NewEvent[])[] = [
  [],
  [answer("a1"), answer("p1", OTHER_HASH)],
  [answer("a1"), answer("a2"), AFRESH],
  [{ type: "ce.completed", body: CREDIT }],
  [rate("agenda"), answer("a1", OTHER_HASH)],
  [talk("dialogue.started"), reply(), answer("a1")],
  [talk("dialogue.finished"), rate("agenda"), rate("home"), answer("t1"), talk("dialogue.started", 2)],
];

test("map and export tell one story", () => {
  const all = [...UNITS, PRACTISED];
  const elements = { agenda: 3, home: 4 };
  const course: CourseData = {
    ...COURSE,
    cutMilli: 800,
    competencies: [],
    units: all,
    items: Object.fromEntries(all.flatMap(({ id, items }) => items.map((item) => [item, itemIn(id)]))),
    dialogues: { "first-talk": { unit: "talking", nodes: {} } },
    ratings: { "first-look": { unit: "talking", hash: HASH, elements } },
  };
  for (const drafts of PASTS) {
    const exported = units(past(...drafts), course).map(({ status }) => status);
    assert.deepEqual(
      statesOf(all, ...drafts).map((state) => state.split(" ")[0]),
      exported,
    );
  }
});

function itemIn(unit: string): ItemData {
  return { hash: HASH, competencies: [], level: "know", unit, harm: false };
}

test("one goes on in the lesson of the talk one is in the middle of", () => {
  const place = placeToContinue([...UNITS, PRACTISED], past(talk("dialogue.started"), reply()));
  assert.equal(place?.lesson.id, "trying");
});

function next(...drafts: readonly NewEvent[]): string | undefined {
  const place = placeToContinue(UNITS, past(...drafts));
  return place ? `${place.lesson.id}, ${place.minutes} minutes` : undefined;
}

test("who has done nothing begins", () => {
  assert.equal(next(), undefined);
});

test("one goes on where something is left to do, after the last place", () => {
  assert.equal(next(read("asking")), "first, 7 minutes");
  assert.equal(next(read("asking"), answer("a1")), "second, 9 minutes");
  assert.equal(next(answer("a1"), answer("a2")), "planning, 6 minutes");
});

test("what was passed over comes after the rest", () => {
  assert.equal(next(read("asking"), answer("a2")), "planning, 6 minutes");
  assert.equal(next(read("asking"), answer("p1"), answer("a2")), "first, 7 minutes");
});

test("the minutes that are left are those of the reading, questions and exercises that are not yet done", () => {
  const left = (...drafts: readonly NewEvent[]): number => timeLeft(UNITS[0]!, doneIn(past(...drafts), UNITS));
  assert.deepEqual(
    [left(), left(read("first")), left(read("first"), answer("a1")), left(answer("a1"), answer("a2"), read("asking"))],
    [19, 14, 12, 0],
  );
  const whole = [talk("dialogue.started"), reply(), talk("dialogue.finished")];
  assert.equal(timeLeft(PRACTISED, doneIn(past(...whole), [PRACTISED])), 20);
});

test("who has done everything has nowhere to go on", () => {
  assert.equal(next(answer("a1"), answer("p1"), answer("a2")), undefined);
});
