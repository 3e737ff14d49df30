/** The part of a text that is shown for a result, with what was found marked. */

import assert from "node:assert/strict";
import test from "node:test";
import type { Piece } from "../search/excerpt";
import { excerptOf, marked } from "../search/excerpt";
import { stemOf } from "../search/words";

const stem = stemOf("en");
const shown = (pieces: readonly Piece[]): string =>
  pieces.map(({ text, isFound }) => (isFound ? `[${text}]` : text)).join("");

test("every form of a word found is marked", () => {
  const terms = new Set(["praise", "prais"]);

  assert.equal(
    shown(marked("Praise first. Praising's easy; “praised”.", terms, stem)),
    "[Praise] first. [Praising's] easy; “[praised]”.",
  );
});

test("a part of a word is not marked", () => {
  assert.equal(shown(marked("Planting a plan", new Set(["plan"]), stem)), "Planting a [plan]");
});

test("the excerpt begins with the sentence in which the first word stands", () => {
  const text = `${"Something else is said here. ".repeat(10)}Then praise it. ${"More follows after that. ".repeat(20)}`;
  const found = shown(excerptOf(text, new Set(["praise"]), stem));

  assert.ok(found.startsWith("… Then [praise] it. More"), found);
  assert.ok(found.endsWith(" …"), found);
  assert.ok(found.length < 220, found);
});

test("a long sentence is cut between words", () => {
  const found = shown(excerptOf(`${"word ".repeat(60)}praise`, new Set(["praise"]), stem));

  assert.match(found, /^… word (word )+\[praise\]$/);
});

test("a short text is shown whole, and so is the beginning when only the title fits", () => {
  assert.equal(shown(excerptOf("Short.", new Set(["praise"]), stem)), "Short.");
  assert.equal(shown(excerptOf("", new Set(["praise"]), stem)), "");
});
