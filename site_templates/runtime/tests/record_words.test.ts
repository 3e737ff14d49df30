import assert from "node:assert/strict";
import test from "node:test";
import catalogue from "../../interface/record.en.po";
import type { RefusalCode } from "../record/refusals";
import { refusedWords } from "../views/record/refused";
import { giveCatalogues } from "./words_on_page";

const REFUSED: readonly RefusalCode[] = [
  "too-large",
  "not-utf8",
  "empty",
  "truncated",
  "not-json",
  "too-deep",
  "duplicate-key",
  "bad-number",
  "half-character",
  "not-a-record",
  "unknown-version",
  "other-course",
  "wrong-shape",
  "unknown-key",
  "changed",
];

giveCatalogues(catalogue);

test("a refusal says what is wrong, where, and what to do next", () => {
  assert.deepEqual(refusedWords({ code: "wrong-shape", values: { event: 3, path: "body.itemId" } }), [
    "This file was not taken in: entry 3 of this file, at “body.itemId” is not as a record has it. Nothing in your record has changed.",
    "Export the record again in the browser that holds it, and choose that file.",
  ]);
});

test("no refusal leaves a place unfilled", () => {
  const values = {
    limit: 50,
    line: 1,
    column: 2,
    key: "k",
    number: "1.5",
    version: "2.0.0",
    course: "other",
    event: 0,
    path: "",
  };
  for (const code of REFUSED) {
    for (const line of refusedWords({ code, values })) assert.equal(line.includes("{"), false, line);
  }
});
