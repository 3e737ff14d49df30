import assert from "node:assert/strict";
import test from "node:test";
import catalogue from "../../interface/dialogue.en.po";
import { COUNTED, say, sayCount, WORDS } from "../exercises/dialogue/words";

const inCatalogue = [...catalogue.matchAll(/^msgid "run\.practice_dialogue_(.+)"\nmsgstr "(.+)"$/gm)];

test("the catalogue holds the words of a dialogue, no more and no fewer", () => {
  const wanted = [...WORDS, ...COUNTED.flatMap((word) => [`${word}.one`, `${word}.other`])];
  assert.deepEqual(inCatalogue.map(([, key]) => key).sort(), wanted.sort());
});

test("places and counts in the words of a dialogue are filled", () => {
  const imrStrings = Object.fromEntries(inCatalogue.map(([, key, words]) => [`practice_dialogue_${key}`, words]));
  Object.assign(globalThis, { window: { imrStrings }, document: { documentElement: { lang: "en" } } });
  assert.equal(say("turn", { number: 3 }), "Turn 3");
  assert.equal(sayCount("went_of", 1, { full: 0 }), "0 of 1 turn");
  assert.equal(sayCount("went_of", 4, { full: 3 }), "3 of 4 turns");
});
