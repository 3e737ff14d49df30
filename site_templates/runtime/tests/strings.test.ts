import assert from "node:assert/strict";
import test from "node:test";
import vectors from "../../../tests/vectors/words/said.json";
import { text } from "../ui/item_words";
import { catalogue } from "../ui/strings";
import { giveWords } from "./words_on_page";

const { say, sayCount } = catalogue("review");

test("places in a string are filled", () => {
  giveWords({ item: { moved: "{text}: now step {place} of {total}" } });
  assert.equal(text("moved", { text: "Ask {place}", place: 2, total: 5 }), "Ask {place}: now step 2 of 5");
});

test("a string the page lacks is named", () => {
  giveWords({});
  assert.throws(() => text("next"), /run\.item\.next/);
});

for (const { language, words, said } of vectors) {
  test(`a count chooses the form that its language asks for: ${language}`, () => {
    giveWords(words, language);
    const found = said.map(({ count }) => ({ count, text: sayCount("questions", count) }));
    assert.deepEqual(found, said);
  });
}

test("a word that is not in the catalogue, and a place too few or too many, are type errors", () => {
  giveWords({ item: { moved: "", next: "", nexxt: "" }, review: { questions: "" } });
  // @ts-expect-error: there is no such word
  text("nexxt");
  // @ts-expect-error: `total` is missing
  text("moved", { text: "", place: 2 });
  // @ts-expect-error: `number` is no place of it
  text("moved", { text: "", place: 2, total: 5, number: 1 });
  // @ts-expect-error: it has no places
  text("next", { number: 1 });
  // @ts-expect-error: it has forms, and needs a count
  say("questions");
});
