import assert from "node:assert/strict";
import test from "node:test";
import imports from "../../../tests/vectors/record/import.json";
import { mergeOwn } from "../record/merge";
import type { Reading } from "../record/reading";
import { readOwn } from "../record/reading";
import { isRefusal } from "../record/refusals";
import { facts } from "../record/writing";
import { times } from "./faults";
import { assertSame } from "./record/made";

const GOOD = new TextEncoder().encode(imports.cases.find(({ name }) => name === "a good file")!.text);
const MUTATED = times(2_000, 100_000);
const good = readOwn(GOOD, imports.course) as Reading;

test("a good file, cut anywhere, is refused", () => {
  const whole = GOOD.length - 1; // without the line feed it is whole
  for (let length = 0; length < whole; length++)
    assert.ok(isRefusal(readOwn(GOOD.slice(0, length), imports.course)), `${length}`);
});

test("a good file with bytes changed is refused, or still says the same", () => {
  const draw = generator(7);
  for (let turn = 0; turn < MUTATED; turn++) {
    const spoilt = GOOD.slice();
    for (let count = draw(3); count >= 0; count--) spoilt[draw(spoilt.length)] = draw(256);
    const reading = readOwn(spoilt, imports.course);
    if (isRefusal(reading)) continue;
    assertSame(facts(mergeOwn([reading.record])), facts(mergeOwn([good.record])));
  }
});

function generator(seed: number): (ways: number) => number {
  let state = seed;
  return (ways) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return state % ways;
  };
}
