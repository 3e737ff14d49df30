import assert from "node:assert/strict";
import test from "node:test";
import catalogue from "../../interface/dialogue.en.po";
import { say, sayCount } from "../exercises/dialogue/words";
import { giveCatalogues } from "./words_on_page";

test("places and counts in the words of a dialogue are filled", () => {
  giveCatalogues(catalogue);
  assert.equal(say("turn", { number: 3 }), "Turn 3");
  assert.equal(sayCount("went_of", 1, { full: 0 }), "0 of 1 turn");
  assert.equal(sayCount("went_of", 4, { full: 3 }), "3 of 4 turns");
});
