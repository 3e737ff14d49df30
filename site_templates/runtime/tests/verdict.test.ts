import assert from "node:assert/strict";
import test from "node:test";
import type { Verdict } from "../item/verdict";
import { isMissed, verdictOn } from "../item/verdict";
import type { BestWorstKey } from "../learning/key";

const PANEL: BestWorstKey = {
  kind: "best-worst",
  best: { a: 5, b: 4, c: 0, d: 0 },
  worst: { a: 0, b: 0, c: 1, d: 8 },
  experts: 9,
  isJudged: true,
};
const FEW: BestWorstKey = { ...PANEL, isJudged: false };

function verdictOf(key: BestWorstKey, best: string, worst: string): Verdict {
  return verdictOn(key, { answer: { best, worst }, certainty: null });
}

test("what fewer experts chose is partly right", () => {
  assert.equal(verdictOf(PANEL, "a", "d"), "right");
  assert.equal(verdictOf(PANEL, "b", "d"), "partly");
  assert.equal(verdictOf(PANEL, "d", "a"), "wrong");
});

test("beside a few experts an answer is compared, and nothing to look at again", () => {
  const verdicts = [verdictOf(FEW, "a", "d"), verdictOf(FEW, "d", "a")];
  assert.deepEqual(verdicts, ["compared", "compared"]);
  assert.deepEqual(verdicts.map(isMissed), [false, false]);
  assert.equal(verdictOn(FEW, { answer: null, certainty: null }), "dont-know");
});
