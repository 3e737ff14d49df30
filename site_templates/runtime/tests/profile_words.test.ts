import assert from "node:assert/strict";
import test from "node:test";
import catalogue from "../../interface/profile.en.po";
import { calendarDay, level, percent, points } from "../ui/numbers";
import { COUNTED, say, sayCount, WORDS } from "../views/profile/words";

const inCatalogue = [...catalogue.matchAll(/^msgid "run\.profile_(.+)"$/gm)].map((match) => match[1] ?? "");

function giveStrings(imrStrings: Readonly<Record<string, string>>): void {
  Object.assign(globalThis, { window: { imrStrings }, document: { documentElement: { lang: "en" } } });
}

test("the catalogue holds the words of the profile, no more and no fewer", () => {
  const wanted = [...WORDS, ...COUNTED.flatMap((word) => [`${word}.one`, `${word}.other`])];
  assert.deepEqual([...inCatalogue].sort(), wanted.sort());
});

test("a count chooses the form", () => {
  giveStrings({ "profile_answers.one": "{count} answer", "profile_answers.other": "{count} answers" });
  assert.deepEqual(
    [0, 1, 2].map((count) => sayCount("answers", count)),
    ["0 answers", "1 answer", "2 answers"],
  );
});

test("a string the page lacks is named", () => {
  giveStrings({});
  assert.throws(() => say("how"), /run\.profile_how/);
});

test("levels have two places, points only those they need", () => {
  giveStrings({});
  assert.deepEqual([800, 1000, 6, 868, 625, 845].map(level), ["0.80", "1.00", "0.01", "0.87", "0.63", "0.85"]);
  assert.deepEqual([12_000, 15_500, 4_333].map(points), ["12", "15.5", "4.33"]);
});

test("what is nearly certain is not called certain, and what is hardly possible not impossible", () => {
  giveStrings({});
  assert.deepEqual([0, 4, 10, 726, 990, 996, 1000].map(percent), [
    "0 %",
    "< 1 %",
    "1 %",
    "73 %",
    "99 %",
    "> 99 %",
    "100 %",
  ]);
});

test("a date stays the same day everywhere", () => {
  giveStrings({});
  assert.equal(calendarDay("2026-03-12"), "12 March 2026");
});
