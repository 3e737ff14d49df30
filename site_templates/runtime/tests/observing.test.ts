/** Observations on a desk: what a colleague hands over stands beside what was observed here. */

import assert from "node:assert/strict";
import test from "node:test";
import type { Handed } from "../desk/handed_observation";
import { isToken } from "../desk/handed_values";
import { fromColleague, hasNamesake, isHere, isSameObserver, newObservation } from "../desk/observing";
import type { Observation } from "../desk/schema";

const SESSION = "abcdefghijklmnopqrstuvwxyz";
const HANDED: Handed = {
  session: SESSION,
  occasion: "session",
  rater: "Anna",
  date: "2026-11-27",
  values: { ACT1: 2000 },
  notes: { ACT1: "One try." },
};
const OWN: Observation = {
  ...newObservation({ trainer: "t", session: SESSION, occasion: "session", rater: "Anna", date: "2026-11-27" }),
  values: { ACT1: 4000 },
  isDraft: false,
  changedAt: 1,
};

test("what a supervisor has observed is not replaced by a colleague with the same name", () => {
  const theirs = fromColleague("t", HANDED, [OWN]);

  assert.ok(isToken(theirs.id));
  assert.notEqual(theirs.id, OWN.id);
  assert.ok(hasNamesake(HANDED, [OWN]));
  assert.equal(isHere(HANDED, [OWN]), false);
  assert.ok(isHere({ ...HANDED, values: OWN.values, notes: {} }, [OWN]));
});

test("what the same colleague corrects replaces what they handed over before", () => {
  const before = { ...fromColleague("t", HANDED, []), changedAt: 1 };
  const corrected = { ...HANDED, values: { ACT1: 2500 } };

  assert.equal(isHere(corrected, [before]), false);
  assert.equal(hasNamesake(corrected, [before]), false);
  assert.deepEqual(fromColleague("other", corrected, [before]), {
    ...fromColleague("t", HANDED, []),
    values: { ACT1: 2500 },
  });
});

test("a code, which holds no notes, leaves those that came with the link", () => {
  const before = { ...fromColleague("t", HANDED, []), changedAt: 1 };
  const scanned = { ...HANDED, values: { ACT1: 3000 }, notes: {} };

  assert.ok(isHere({ ...HANDED, notes: {} }, [before]));
  assert.deepEqual(fromColleague("t", scanned, [before]).notes, HANDED.notes);
});

test("two observers whom a record would take for one are the same, and in two sessions no one is", () => {
  assert.ok(isSameObserver({ session: SESSION, rater: "Zoë" }, { session: SESSION, rater: "Zoe " }));
  assert.equal(isSameObserver(OWN, { session: SESSION, rater: "Bo" }), false);
  assert.equal(isSameObserver(OWN, { session: "other", rater: "Anna" }), false);
});
