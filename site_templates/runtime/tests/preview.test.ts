import assert from "node:assert/strict";
import test from "node:test";
import catalogue from "../../interface/record.en.po";
import type { News } from "../views/record/news";
import { previewOf } from "../views/record/preview";
import { giveCatalogues } from "./words_on_page";

giveCatalogues(catalogue);

const NEWS: News = {
  whose: { pseudonyms: ["abc"] },
  added: null,
  known: 0,
  isNews: false,
  isOthers: false,
  isNewer: false,
  named: {
    added: { first: [], more: 0 },
    conflicts: { first: [], more: 0 },
    disagreeing: { first: [], more: 0 },
    voided: { first: [], more: 0 },
  },
  odd: { disagreeing: 0, breaks: 0, conflicts: 0, forks: 0, gaps: 0, voided: 0 },
  notes: [],
};

test("what is odd about a file is said after a line that says it is no verdict, with the entries it is about", () => {
  const named = { first: [{ of: "safe-1", at: 0 }], more: 2 };
  const [whose, , ...notes] = previewOf({ ...NEWS, notes: [{ code: "faster-than-reading", count: 3, named }] });
  assert.equal(whose, "The file has the code abc.");
  assert.match(notes[0]!, /None of this is a verdict/);
  assert.match(
    notes[1]!,
    /^Answers given faster than the question can be read \(600 words a minute\): 3\. These are: safe-1 .*; and 2 more\.$/,
  );
  assert.equal(notes.length, 2);
});

test("a file without anything odd gets no word about it", () => {
  assert.deepEqual(previewOf(NEWS), [
    "The file has the code abc.",
    "Everything in this file is in your record already.",
  ]);
});
