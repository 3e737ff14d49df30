import assert from "node:assert/strict";
import test from "node:test";
import agreement from "../../interface/agreement.en.po";
import exercises from "../../interface/exercises.en.po";
import * as exerciseWords from "../exercises/words";
import * as agreementWords from "../views/profile/agreement_words";

function inCatalogue(catalogue: string): string[] {
  return [...catalogue.matchAll(/^msgid "run\.(.+)"$/gm)].map((match) => match[1] ?? "").sort();
}

function wanted(
  prefix: string,
  { WORDS, COUNTED }: { WORDS: readonly string[]; COUNTED: readonly string[] },
): string[] {
  const names = [...WORDS, ...COUNTED.flatMap((word) => [`${word}.one`, `${word}.other`])];
  return names.map((name) => `${prefix}_${name}`).sort();
}

test("the catalogues hold the words of exercises and of agreement, no more and no fewer", () => {
  assert.deepEqual(inCatalogue(exercises), wanted("practice", exerciseWords));
  assert.deepEqual(inCatalogue(agreement), wanted("agreement", agreementWords));
});

test("a number below zero has a minus one can see, and nothing is ever minus zero", () => {
  Object.assign(globalThis, { window: {}, document: { documentElement: { lang: "en" } } });
  assert.deepEqual([-0.314, -0.001, 0, 0.625].map(agreementWords.number), ["\u22120.31", "0.00", "0.00", "0.63"]);
});
