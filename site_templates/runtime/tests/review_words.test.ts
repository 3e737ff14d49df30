/** The words of the overview and of the page of review. */

import assert from "node:assert/strict";
import test from "node:test";
import catalogue from "../../interface/review.en.po";
import { COUNTED, WORDS } from "../views/review/words";

test("the catalogue holds the words of review, no more and no fewer", () => {
  const inCatalogue = [...catalogue.matchAll(/^msgid "run\.review_(.+)"$/gm)].map((match) => match[1] ?? "");
  const wanted = [...WORDS, ...COUNTED.flatMap((word) => [`${word}.one`, `${word}.other`])];
  assert.deepEqual([...inCatalogue].sort(), wanted.sort());
});
