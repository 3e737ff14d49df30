import assert from "node:assert/strict";
import test from "node:test";
import vectors from "../../../tests/vectors/best_worst.json";
import type { Ends } from "../learning/best_worst";
import { bestWorstMilli } from "../learning/best_worst";

interface Vector {
  readonly name: string;
  readonly ends: Ends;
  readonly best: string | null;
  readonly worst: string | null;
  readonly creditMilli?: number;
  readonly unscorable?: true;
}

// the votes of each vector have keys of their own
for (const { name, ends, best, worst, creditMilli, unscorable } of vectors as unknown as readonly Vector[]) {
  test(`best and worst: ${name}`, () => {
    if (unscorable) assert.throws(() => bestWorstMilli(ends, best, worst), /no credit can be given/);
    else assert.equal(bestWorstMilli(ends, best, worst), creditMilli);
  });
}
