import assert from "node:assert/strict";
import test from "node:test";
import catalogue from "../../interface/agreement.en.po";
import type { Pair } from "../learning/agreement";
import { agreement } from "../learning/agreement";
import { agreementLines } from "../views/profile/agreement_view";
import { giveCatalogues } from "./words_on_page";

giveCatalogues(catalogue);

function lines(times: number, pairs: readonly Pair[]): string[] {
  return agreementLines(agreement(Array.from({ length: times }, () => pairs).flat()));
}

test("under 30 ratings only their number is said", () => {
  const [line, ...more] = lines(29, [[3, 2]]);
  assert.match(line!, /^Not enough ratings yet: 29 of 30\./);
  assert.deepEqual(more, []);
});

test("a rater who gives a band too much now and then is lenient, in words and numbers", () => {
  const [kappa, side, count] = lines(6, [
    [1, 1],
    [3, 2],
    [3, 3],
    [4, 4],
    [5, 5],
  ]);
  assert.match(kappa!, /^Your agreement is very good: kappa 0\.\d\d \(80 % interval 0\.\d\d to 0\.\d\d\)\.$/);
  assert.match(
    side!,
    /^You are more lenient than the authors, by 0\.20 bands on average \(80 % interval 0\.10 to 0\.30\)\.$/,
  );
  assert.equal(count, "Based on 30 ratings that count.");
});

test("a strict rater reads by how much, without a sign to puzzle over", () => {
  const [, side] = lines(6, [
    [1, 1],
    [1, 2],
    [3, 3],
    [4, 4],
    [5, 5],
  ]);
  assert.match(
    side!,
    /^You are stricter than the authors, by 0\.20 bands on average \(80 % interval 0\.10 to 0\.30\)\.$/,
  );
});

test("where nothing varies, kappa is not defined and the side is said all the same", () => {
  const [kappa, side] = lines(30, [[3, 3]]);
  assert.match(kappa!, /^Kappa is not defined/);
  assert.match(side!, /^You are neither clearly lenient nor clearly strict: 0\.00 bands/);
});

test("an interval that reaches over several words says so", () => {
  const [kappa] = lines(6, [
    [1, 3],
    [4, 2],
    [3, 3],
    [4, 4],
    [5, 5],
  ]);
  assert.match(
    kappa!,
    /^Your agreement is moderate: .* With so many ratings, anything from fair to moderate would fit\.$/,
  );
});
