/** A review or a placement check asks items again, whatever their lessons show. */

import "fake-indexeddb/auto";
import assert from "node:assert/strict";
import test from "node:test";
import { beginAfresh } from "../learner/responses";
import { shownAnswers } from "../learner/shown_answers";
import type { RecordStore } from "../storage/record_store";
import { answer, BANK, COURSE, logIn, open } from "./record/answering";

const REVIEW = { ...BANK, id: "review-2026-01-12", mode: "review" } as const;
const PLACEMENT = { ...BANK, id: "placement", mode: "placement" } as const;
let databases = 0;

test("an answer in a lesson is not shown in a review, and the review's answer not in the lesson", async () => {
  const store = await opened();
  await answer(store, "one");
  assert.deepEqual(shown(store, REVIEW.id), []);
  await answer(store, "two", Date.now(), REVIEW);
  assert.deepEqual(shown(store, REVIEW.id), ["two"]);
  assert.deepEqual(shown(store), ["one"]);
  assert.deepEqual(shown(store, "review-2026-01-13"), []);
  store.close();
});

test("a placement check and a review do not show each other's answers", async () => {
  const store = await opened();
  await answer(store, "one", Date.now(), PLACEMENT);
  assert.deepEqual(shown(store, PLACEMENT.id), ["one"]);
  assert.deepEqual(shown(store, REVIEW.id), []);
  store.close();
});

test("a set that is separate is finished when each of its items was answered in it, and its attempt says what it was", async () => {
  const store = await opened();
  for (const item of ["one", "two", "three"]) await answer(store, item);
  for (const item of ["one", "two"]) await answer(store, item, Date.now(), REVIEW);
  assert.equal(finished(store), 1);
  await answer(store, "three", Date.now(), REVIEW);
  assert.equal(finished(store), 2);
  assert.deepEqual(modes(store), ["practice", "review"]);
  store.close();
});

test("starting a lesson's set over leaves a review as it was", async () => {
  const store = await opened();
  await answer(store, "one");
  await answer(store, "one", Date.now(), REVIEW);
  await store.change((contents) => beginAfresh(contents, ["one"], { now: Date.now(), locale: "en", course: COURSE }));
  assert.deepEqual(shown(store), []);
  assert.deepEqual(shown(store, REVIEW.id), ["one"]);
  store.close();
});

async function opened(): Promise<RecordStore> {
  return open(`imr-record/separate-sets-${databases++}`);
}

function shown(store: RecordStore, separateSet?: string): string[] {
  return [...shownAnswers(logIn(store.contents), separateSet).responses.keys()];
}

function finished(store: RecordStore): number {
  return logIn(store.contents).events.filter(({ type }) => type === "attempt.finished").length;
}

function modes(store: RecordStore): string[] {
  return logIn(store.contents).events.flatMap((event) => (event.type === "attempt.started" ? [event.body.mode] : []));
}
