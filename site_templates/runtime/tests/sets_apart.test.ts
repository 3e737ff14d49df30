/** A review or a placement check asks items anew, whatever their lessons show. */

import "fake-indexeddb/auto";
import assert from "node:assert/strict";
import test from "node:test";
import { beginAfresh } from "../learner/responses";
import { screens } from "../learner/shown_answers";
import type { Keeper } from "../storage/record_store";
import { answer, BANK, COURSE, logIn, open } from "./record/answering";

const REVIEW = { ...BANK, id: "review-2026-01-12", mode: "review" } as const;
const PLACEMENT = { ...BANK, id: "placement", mode: "placement" } as const;
let databases = 0;

test("an answer in a lesson is not shown in a review, and the review's answer not in the lesson", async () => {
  const keeper = await opened();
  await answer(keeper, "one");
  assert.deepEqual(shown(keeper, REVIEW.id), []);
  await answer(keeper, "two", Date.now(), REVIEW);
  assert.deepEqual(shown(keeper, REVIEW.id), ["two"]);
  assert.deepEqual(shown(keeper), ["one"]);
  assert.deepEqual(shown(keeper, "review-2026-01-13"), []);
  keeper.close();
});

test("a placement check and a review do not show each other's answers", async () => {
  const keeper = await opened();
  await answer(keeper, "one", Date.now(), PLACEMENT);
  assert.deepEqual(shown(keeper, PLACEMENT.id), ["one"]);
  assert.deepEqual(shown(keeper, REVIEW.id), []);
  keeper.close();
});

test("a set that stands apart is finished when each of its items was answered in it, and its attempt says what it was", async () => {
  const keeper = await opened();
  for (const item of ["one", "two", "three"]) await answer(keeper, item);
  for (const item of ["one", "two"]) await answer(keeper, item, Date.now(), REVIEW);
  assert.equal(finished(keeper), 1);
  await answer(keeper, "three", Date.now(), REVIEW);
  assert.equal(finished(keeper), 2);
  assert.deepEqual(modes(keeper), ["practice", "review"]);
  keeper.close();
});

test("starting a lesson's set over leaves a review as it was", async () => {
  const keeper = await opened();
  await answer(keeper, "one");
  await answer(keeper, "one", Date.now(), REVIEW);
  await keeper.change((contents) => beginAfresh(contents, ["one"], { now: Date.now(), locale: "en", course: COURSE }));
  assert.deepEqual(shown(keeper), []);
  assert.deepEqual(shown(keeper, REVIEW.id), ["one"]);
  keeper.close();
});

async function opened(): Promise<Keeper> {
  return open(`imr-record/sets-apart-${databases++}`);
}

function shown(keeper: Keeper, apart?: string): string[] {
  return [...screens(logIn(keeper.contents), apart).responses.keys()];
}

function finished(keeper: Keeper): number {
  return logIn(keeper.contents).events.filter(({ type }) => type === "attempt.finished").length;
}

function modes(keeper: Keeper): string[] {
  return logIn(keeper.contents).events.flatMap((event) => (event.type === "attempt.started" ? [event.body.mode] : []));
}
