import assert from "node:assert/strict";
import test from "node:test";
import catalogue from "../../interface/en.po";
import { STRING_KEYS, text } from "../ui/strings";

const inCatalogue = [...catalogue.matchAll(/^msgid "run\.(.+)"$/gm)].map((match) => match[1] ?? "");

function giveStrings(imrStrings: Readonly<Record<string, string>>): void {
  Object.assign(globalThis, { window: { imrStrings } });
}

test("the catalogue holds the strings of the script, no more and no fewer", () => {
  assert.deepEqual([...inCatalogue].sort(), [...STRING_KEYS].sort());
});

test("places in a string are filled", () => {
  giveStrings({ moved: "{text}: now step {place} of {total}" });
  assert.equal(text("moved", { text: "Ask {place}", place: 2, total: 5 }), "Ask {place}: now step 2 of 5");
});

test("a string the page lacks is named", () => {
  giveStrings({});
  assert.throws(() => text("next"), /run\.next/);
});
