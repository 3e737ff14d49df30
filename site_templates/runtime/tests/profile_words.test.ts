import assert from "node:assert/strict";
import test from "node:test";
import { calendarDay, level, percent, points } from "../ui/numbers";
import { say, sayCount } from "../views/profile/words";
import { giveWords } from "./words_on_page";

test("a count chooses the form", () => {
  giveWords({ profile: { answers: { one: "{count} answer", other: "{count} answers" } } });
  assert.deepEqual(
    [0, 1, 2].map((count) => sayCount("answers", count)),
    ["0 answers", "1 answer", "2 answers"],
  );
});

test("a string the page lacks is named", () => {
  giveWords({});
  assert.throws(() => say("how"), /run\.profile\.how/);
});

test("levels have two places, points only those they need", () => {
  giveWords({});
  assert.deepEqual([800, 1000, 6, 868, 625, 845].map(level), ["0.80", "1.00", "0.01", "0.87", "0.63", "0.85"]);
  assert.deepEqual([12_000, 15_500, 4_333].map(points), ["12", "15.5", "4.33"]);
});

test("what is nearly certain is not called certain, and what is hardly possible not impossible", () => {
  giveWords({});
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
  giveWords({});
  assert.equal(calendarDay("2026-03-12"), "12 March 2026");
});
