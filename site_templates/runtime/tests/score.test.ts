import assert from "node:assert/strict";
import test from "node:test";
import vectors from "../../../tests/vectors/credit.json";
import type { Answer, Key } from "../learning/key";
import { creditMilli, tally } from "../learning/scoring";

interface Vector {
  readonly name: string;
  readonly key: Key;
  readonly response: Answer;
  readonly creditMilli?: number;
  readonly unscorable?: true;
}

// JSON knows no literal types
for (const { name, key, response, creditMilli: expected } of vectors as unknown as readonly Vector[]) {
  if (expected === undefined) {
    test(name, () => assert.throws(() => creditMilli(key, response), /no credit can be given|the response is not one/));
  } else {
    test(name, () => assert.equal(creditMilli(key, response), expected));
  }
}

test("every vector says what it expects", () => {
  const silent = (vectors as readonly Partial<Vector>[]).filter((it) => it.creditMilli === undefined && !it.unscorable);
  assert.deepEqual(silent, []);
});

test("a tally counts keys found and options that do not fit", () => {
  const key: Key = { kind: "choose", many: true, keys: ["a", "c"], options: 4 };
  assert.deepEqual(tally(key, ["a", "b", "d"]), { right: 1, of: 2, besides: 2 });
});

test("a tally of an order counts the steps that follow the right one", () => {
  const key: Key = { kind: "order", steps: ["a", "b", "c", "d"] };
  assert.deepEqual(tally(key, ["c", "d", "a", "b"]), { right: 2, of: 3, besides: 0 });
});
