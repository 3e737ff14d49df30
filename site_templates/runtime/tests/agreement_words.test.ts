import assert from "node:assert/strict";
import test from "node:test";
import { number } from "../views/profile/agreement_words";
import { giveWords } from "./words_on_page";

test("a number below zero has a minus one can see, and nothing is ever minus zero", () => {
  giveWords({});
  assert.deepEqual([-0.314, -0.001, 0, 0.625].map(number), ["\u22120.31", "0.00", "0.00", "0.63"]);
});
