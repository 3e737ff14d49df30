/** A lesson opens where it was left, also after an edit. */

import assert from "node:assert/strict";
import test from "node:test";
import { leftAt, resume } from "../steps/resuming";

const place = (anchor: string, hash: string) => ({ anchor, hash });
const WAY = [place("why", "1"), place("how", "2"), place("how-2", "3"), place("check", "4")];
const LEFT = leftAt(WAY, WAY[2] ?? place("", ""));

function resumed(places: readonly { anchor: string; hash: string }[]): string {
  const found = resume(places, LEFT);
  return `${found?.place.anchor}${found?.isMoved ? " moved" : ""}`;
}

test("what was left is known by address, content and what came before it", () => {
  assert.deepEqual(LEFT, { anchor: "how-2", hash: "3", before: ["how", "why"] });
});

test("a step that was reworded is found by its address", () => {
  assert.equal(resumed([place("why", "1"), place("how-2", "9"), place("check", "4")]), "how-2");
});

test("a step that has another address now is found by its content", () => {
  assert.equal(resumed([place("why", "1"), place("how", "2"), place("how-2", "new"), place("how-3", "3")]), "how-3");
});

test("without the step, the nearest before it that is left is shown, and that is said", () => {
  assert.equal(resumed([place("why", "1"), place("new", "8"), place("check", "4")]), "why moved");
});

test("where nothing is left, the lesson begins at its beginning", () => {
  assert.equal(resumed([place("new", "8"), place("check", "4")]), "new moved");
  assert.equal(resume([], LEFT), undefined);
});

test("places without content of their own are not taken for each other", () => {
  const places = [place("why", "1"), place("end", "")] as const;
  const left = leftAt(places, places[1]);
  assert.equal(resume([place("other-end", ""), place("why", "1")], left)?.place.anchor, "why");
});
