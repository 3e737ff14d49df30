import assert from "node:assert/strict";
import test from "node:test";
import { newSeed, shuffled } from "../learner/shuffle";

const IDS = ["a", "b", "c"];

test("the same seed gives the same order", () => {
  assert.deepEqual(shuffled(IDS, 4711), shuffled(IDS, 4711));
});

test("the order depends on the seed alone, not on the order the ids came in", () => {
  for (let seed = 0; seed < 50; seed++) assert.deepEqual(shuffled(["c", "a", "b"], seed), shuffled(IDS, seed));
});

test("the orders of known seeds never change: records keep the seed, not the order", () => {
  assert.deepEqual(
    [0, 1, 2, 0xffffffff].map((seed) => shuffled(["a", "b", "c", "d"], seed).join("")),
    ["badc", "adbc", "dcab", "badc"],
  );
});

test("a shuffle keeps every id once and leaves what it was given alone", () => {
  const given = Object.freeze(["d", "b", "a", "c"]);
  assert.deepEqual(shuffled(given, 9).sort(), ["a", "b", "c", "d"]);
});

test("every order of three comes up about as often as any other", () => {
  const counts = new Map<string, number>();
  for (let seed = 0; seed < 6000; seed++) {
    const order = shuffled(IDS, seed).join("");
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  assert.equal(counts.size, 6);
  for (const [order, count] of counts) assert.ok(count > 850 && count < 1150, `${order}: ${count} of 6000`);
});

test("a new seed is a whole number of 32 bits", () => {
  const seed = newSeed();
  assert.ok(Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32);
});
