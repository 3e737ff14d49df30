import assert from "node:assert/strict";
import test from "node:test";
import catalogue from "../../interface/record.en.po";
import { WORDS as KEPT, COUNTED as KEPT_COUNTED } from "../ui/saving_words";
import { refusedWords } from "../views/record/refused";
import { COUNTED, HELP, REFUSED, WORDS } from "../views/record/words";

const strings = Object.fromEntries(
  [...catalogue.matchAll(/^msgid "run\.(.+)"\nmsgstr "(.+)"$/gm)].map(([, key = "", words = ""]) => [key, words]),
);

test("the catalogue holds the words of the record, no more and no fewer", () => {
  const ofKept = [...KEPT, ...bothForms(KEPT_COUNTED)];
  const ofRecord = [
    ...WORDS,
    ...bothForms(COUNTED),
    ...REFUSED.map((word) => `refused_${word}`),
    ...HELP.map((word) => `help_${word}`),
  ];
  const wanted = [...ofKept.map((word) => `kept_${word}`), ...ofRecord.map((word) => `record_${word}`)];
  assert.deepEqual(Object.keys(strings).sort(), wanted.sort());
});

function bothForms(words: readonly string[]): string[] {
  return words.flatMap((word) => [`${word}.one`, `${word}.other`]);
}

test("a refusal says what is wrong, where, and what to do next", () => {
  Object.assign(globalThis, { window: { imrStrings: strings } });
  assert.deepEqual(refusedWords({ code: "wrong-shape", values: { event: 3, way: "body.itemId" } }), [
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
    way: "",
  };
  for (const word of REFUSED) {
    const code = word.replace(/_/g, "-") as Parameters<typeof refusedWords>[0]["code"];
    for (const line of refusedWords({ code, values })) assert.equal(line.includes("{"), false, line);
  }
});
