import assert from "node:assert/strict";
import test from "node:test";
import { confidenceOn, keepLevels } from "../learner/confidence";
import type { Contents } from "../learner/contents";
import { changed, EMPTY } from "../learner/contents";
import { pastIn } from "../learner/responses";
import type { ExerciseVersion } from "../learner/rounds";
import { nextRound, rate, roundsOf } from "../learner/rounds";
import { DAY } from "../record/moments";
import { COURSE } from "./record/answering";

const HASH = `sha256:${"b".repeat(64)}`;
const OTHER = `sha256:${"c".repeat(64)}`;
const EXERCISE: ExerciseVersion = { id: "rx", hash: HASH, elements: ["agenda", "warmth"] };

function at(now: number): Parameters<typeof rate>[3] {
  return { now, locale: "en", course: COURSE };
}

function rated(contents: Contents, values: readonly [number, number], now: number, hash = HASH): Contents {
  const given = new Map(EXERCISE.elements.map((element, place) => [element, values[place]!]));
  return changed(contents, rate(contents, { ...EXERCISE, hash }, given, at(now)));
}

test("the newest round is shown, with its day", () => {
  const twice = rated(rated(EMPTY, [1, 2], 5 * DAY), [4, 5], 40 * DAY);
  const { last, supersededAt } = roundsOf(pastIn(twice), EXERCISE);
  assert.deepEqual(
    [...last!.values],
    [
      ["agenda", 4],
      ["warmth", 5],
    ],
  );
  assert.deepEqual([Math.floor(last!.at / DAY), supersededAt], [40, null]);
});

test("a round counts when it comes first or 21 days after the one before", () => {
  const first = rated(EMPTY, [1, 2], 5 * DAY);
  const early = rated(first, [4, 5], 25 * DAY);
  const late = rated(first, [4, 5], 26 * DAY);
  const isCold = [first, early, late].map((contents) => roundsOf(pastIn(contents), EXERCISE).last?.isCold);
  assert.deepEqual(isCold, [true, false, true]);
});

test("a round of a session that has changed is named and not shown", () => {
  const { last, supersededAt } = roundsOf(pastIn(rated(EMPTY, [1, 2], 5 * DAY, OTHER)), EXERCISE);
  assert.equal(last, null);
  assert.equal(Math.floor(supersededAt! / DAY), 5);
});

test("a round that lacks an element is none, and nothing of it is stored", () => {
  assert.throws(() => rate(EMPTY, EXERCISE, new Map([["agenda", 3]]), at(DAY)), /"warmth" is not rated/);
});

test("one is invited again after six months, and a rating counts after 21 days", () => {
  const may = new Date(2026, 4, 31).getTime();
  const { countsFrom, recheckAt } = nextRound({ at: may, values: new Map(), isCold: true });
  assert.equal(countsFrom - may, 21 * DAY);
  assert.deepEqual([new Date(recheckAt).getMonth(), new Date(recheckAt).getDate()], [10, 30]);
});

test("what was said of oneself is not said twice, and a change is a new entry", () => {
  const occasion = { unit: "goals", when: "before" } as const;
  const said = (contents: Contents, levels: readonly [string, number][]) =>
    changed(contents, keepLevels(contents, occasion, new Map(levels), at(DAY)));
  const once = said(EMPTY, [
    ["GOA1", 1],
    ["GOA2", 0],
  ]);
  const changedMind = said(
    said(once, [
      ["GOA1", 1],
      ["GOA2", 0],
    ]),
    [
      ["GOA1", 1],
      ["GOA2", 2],
    ],
  );
  assert.equal(changedMind.events.length, 3);
  const levels = [...confidenceOn(pastIn(changedMind), occasion)].map(([id, { body }]) => [id, body.level]);
  assert.deepEqual(levels, [
    ["GOA1", 1],
    ["GOA2", 2],
  ]);
});
