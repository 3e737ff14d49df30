/** How far a demonstration is shown. */

import assert from "node:assert/strict";
import test from "node:test";

import { shownLines } from "../exercises/demonstration/place";

test("a scene is shown up to the line whose note is still closed", () => {
  assert.deepEqual(shownLines([false, false, true, false, true]), [true, true, true, false, false]);
});

test("a scene without closed notes is shown whole", () => {
  assert.deepEqual(shownLines([false, false]), [true, true]);
});

test("a closed note in the middle hides what comes after it, whatever is open there", () => {
  assert.deepEqual(shownLines([true, false, false]), [true, false, false]);
});
