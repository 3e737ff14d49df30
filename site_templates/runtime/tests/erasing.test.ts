import assert from "node:assert/strict";
import test from "node:test";
import type { Contents } from "../learner/contents";
import { EMPTY } from "../learner/contents";
import type { ErasingMark } from "../storage/erasing";
import { isErased, newMark } from "../storage/erasing";

const ERASED_AT: ErasingMark = "5000/name";

function begun(createdAt: number): Contents {
  return { ...EMPTY, head: { identity: { createdAt } } as Contents["head"] };
}

test("where nothing was ever erased, what was left is taken up", () => {
  assert.equal(isErased(begun(1000), null, null), false);
});

test("what was left by a page that knew of the erasing is taken up", () => {
  assert.equal(isErased(begun(1000), ERASED_AT, ERASED_AT), false);
});

test("what was left by a page that knew another mark was erased", () => {
  assert.equal(isErased(begun(9000), "1000/older", ERASED_AT), true);
});

test("a page that could never read the device has its record's date decide", () => {
  assert.equal(isErased(begun(4999), null, ERASED_AT), true);
  assert.equal(isErased(begun(5001), null, ERASED_AT), false);
});

test("two erasings at one moment leave two marks", () => {
  assert.notEqual(newMark(5000), newMark(5000));
});
