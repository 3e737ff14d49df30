import "fake-indexeddb/auto";
import assert from "node:assert/strict";
import test from "node:test";
import { beginAfresh } from "../learner/responses";
import { shownAnswers } from "../learner/shown_answers";
import type { RecordStore } from "../storage/record_store";
import { times } from "./faults";
import { answer, answered, COURSE, logIn, open } from "./record/answering";
import type { Fault } from "./record/faults";
import { FAULTS, failAt, failFrom } from "./record/faults";
import { assertSame, logJson } from "./record/made";

const WHOLE = { conflicts: [], voided: [], gaps: [], forks: [], breaks: [], unknownTypes: [], misdated: [] };
const DAY = 86_400_000;
const INTERLEAVINGS = times(20, 2_000);

function types({ contents }: RecordStore): string[] {
  return logIn(contents).events.map(({ type }) => type);
}

function newName(): string {
  return `imr-record/${crypto.randomUUID()}`;
}

test("the first answer begins the record and an attempt, the last one finishes it", async () => {
  const store = await open(newName());
  for (const item of ["one", "two", "three"]) await answer(store, item);
  const response = "item.response";
  assert.deepEqual(types(store), ["attempt.started", response, response, response, "attempt.finished"]);
  assertSame(logJson(logIn(store.contents)), WHOLE);
  store.close();
});

test("an answer is recalled by the next page", async () => {
  const name = newName();
  const first = await open(name);
  await answer(first, "one");
  first.close();
  const second = await open(name);
  assert.deepEqual(answered(second), ["one"]);
  second.close();
});

test("only the first answer is cold, until 21 days have passed", async () => {
  const store = await open(newName());
  for (const days of [0, 1, 20, 41, 42]) await answer(store, "one", days * DAY);
  const cold = logIn(store.contents).events.map((event) => event.type === "item.response" && event.body.cold);
  assert.deepEqual(cold.slice(1), [true, false, false, true, false]);
  store.close();
});

test("feedback that was shown again makes the next answer practice", async () => {
  const store = await open(newName());
  await answer(store, "one", 0);
  await store.note((contents) => ({ self: { ...contents.self!, seen: new Map([["one", 30 * DAY]]) } }));
  await answer(store, "one", 40 * DAY);
  const last = logIn(store.contents).events.slice(-1)[0]!;
  assert.equal(last.type === "item.response" && last.body.cold, false);
  store.close();
});

test("a unit begun afresh shows no answers and loses none", async () => {
  const store = await open(newName());
  await answer(store, "one", 1000);
  await store.change((contents) => beginAfresh(contents, ["one"], { now: 5000, locale: "en", course: COURSE }));
  assert.equal(shownAnswers(logIn(store.contents)).responses.size, 0);
  await answer(store, "two", 9000);
  assert.deepEqual([...shownAnswers(logIn(store.contents)).responses.keys()], ["two"]);
  assert.deepEqual(answered(store), ["one", "two"]);
  assert.deepEqual(types(store).filter((type) => type === "attempt.started").length, 2);
  store.close();
});

test("what is erased is gone, here and for the next page", async () => {
  const name = newName();
  const store = await open(name);
  await answer(store, "one");
  const pseudonym = store.contents.head!.learner.pseudonyms[0];
  await store.erase();
  assert.deepEqual(store.contents.events, []);
  await answer(store, "two");
  const next = await open(name);
  assert.deepEqual(answered(next), ["two"]);
  assert.notEqual(next.contents.head!.learner.pseudonyms[0], pseudonym);
  store.close();
  next.close();
});

test("what one tab erases does not come back from another that has not heard of it", async () => {
  const name = newName();
  const one = await open(name);
  for (const item of ["one", "two", "three"]) await answer(one, item);
  const other = await withoutChannels(() => open(name));
  assert.deepEqual(answered(other), ["one", "two", "three"]);
  const told: string[] = [];
  other.listen((what) => told.push(what), new AbortController().signal);
  await one.erase();

  await answer(other, "four");

  assert.deepEqual(told, ["erased"]);
  assert.deepEqual(answered(other), ["four"]);
  const next = await open(name);
  assert.deepEqual(answered(next), ["four"]);
  for (const store of [one, other, next]) store.close();
});

test("a note that another tab writes after an erasing brings nothing back", async () => {
  const name = newName();
  const one = await open(name);
  await answer(one, "one");
  const other = await withoutChannels(() => open(name));
  await one.erase();

  await other.note((contents) => ({ head: contents.head!, self: contents.self! }));

  assert.equal(other.contents.head, null);
  const next = await open(name);
  assert.equal(next.contents.head, null);
  for (const store of [one, other, next]) store.close();
});

/** Open something that hears nothing of other tabs. */
async function withoutChannels<T>(make: () => Promise<T>): Promise<T> {
  const { BroadcastChannel: channels } = globalThis;
  Object.assign(globalThis, { BroadcastChannel: undefined });
  try {
    return await make();
  } finally {
    Object.assign(globalThis, { BroadcastChannel: channels });
  }
}

for (const fault of Object.keys(FAULTS) as Fault[]) {
  test(`nothing acknowledged is lost when storage fails once: ${fault}`, async () => {
    for (let nth = 1; await failsOnce(nth, fault); nth++) assert.ok(nth < 500, "the run never comes to its end");
  });
}

/** Answer three items while the Nth call fails; say whether it came to that. */
async function failsOnce(nth: number, fault: Fault): Promise<boolean> {
  const name = newName();
  const failing = failAt(nth, fault);
  try {
    await answerAll(name, `${fault} at call ${nth}`);
  } finally {
    failing.restore();
  }
  return failing.hasFailed();
}

async function answerAll(name: string, fault: string): Promise<void> {
  const store = await open(name);
  let told = 0;
  for (const item of ["one", "two", "three"]) {
    // the learner is notified, and presses Check once more
    await answer(store, item).catch(async () => {
      told++;
      await answer(store, item);
    });
  }
  store.close();
  const next = await open(name);
  assert.deepEqual(answered(next), ["one", "two", "three"], fault);
  assertSame(logJson(logIn(next.contents)), WHOLE);
  assert.equal(store.trouble, null);
  assert.ok(told <= 1);
  next.close();
}

test("storage that fails for good is told of before the first question, and the page goes on", async () => {
  const failing = failFrom("blocked");
  const store = await open(newName());
  assert.equal(store.trouble, "blocked");
  await answer(store, "one");
  assert.deepEqual(answered(store), ["one"]);
  failing.restore();
  store.close();
});

test("storage that fails for good in the middle is told of once, then memory takes over with all there was", async () => {
  const store = await open(newName());
  await answer(store, "one");
  const failing = failFrom("full");
  const first = await answer(store, "two").then(
    () => "stored",
    () => "told",
  );
  assert.equal(first, "told");
  await answer(store, "two");
  assert.equal(store.trouble as string | null, "full");
  assert.deepEqual(answered(store), ["one", "two"]);
  assertSame(logJson(logIn(store.contents)), WHOLE);
  failing.restore();
  store.close();
});

test("storage cleared under an open page is told of, and the page still holds everything", async () => {
  const name = newName();
  const store = await open(name);
  await answer(store, "one");
  await clear(name);
  await answer(store, "two");
  assert.equal(store.trouble, "lost");
  assert.deepEqual(answered(store), ["one", "two"]);
  store.close();
});

/** Empty the database as a browser's settings do. */
async function clear(name: string): Promise<void> {
  await new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = resolve;
    request.onerror = reject;
  });
}

test("two tabs answer in any order: no event lost, none written twice, no fork", async () => {
  for (let seed = 1; seed <= INTERLEAVINGS; seed++) await interleaved(seed);
});

/** Have two tabs answer nine times each, some of it at the same moment. */
async function interleaved(seed: number): Promise<void> {
  const name = newName();
  const tabs = [await open(name), await open(name)];
  const draw = generator(seed);
  const items = ["one", "two", "three"];
  const waiting: Promise<void>[] = [];
  for (let turn = 0; turn < 18; turn++) {
    waiting.push(answer(tabs[draw(2)]!, items[draw(3)]!));
    if (draw(3) === 0) await Promise.all(waiting.splice(0));
  }
  await Promise.all(waiting);
  const next = await open(name);
  assert.equal(answered(next).length, 18, `seed ${seed}`);
  assertSame(logJson(logIn(next.contents)), WHOLE);
  assert.equal(new Set(next.contents.events.map(({ raw }) => raw.device)).size, 1);
  assert.equal(types(next).filter((type) => type === "attempt.started").length, 1);
  for (const store of [...tabs, next]) store.close();
}

function generator(seed: number): (ways: number) => number {
  let state = seed;
  return (ways) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return state % ways;
  };
}
