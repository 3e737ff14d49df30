import assert from "node:assert/strict";
import test from "node:test";
import vectors from "../../../tests/vectors/record/agreement.json";
import type { Interval, Pair } from "../learning/agreement";
import { agreement } from "../learning/agreement";
import { ratings } from "../learning/ratings";
import type { JsonObject } from "../record/canonical";
import type { CourseData } from "../record/course_data";
import { logOf } from "../record/log";
import { assertSame, recordOfEvents } from "./record/made";

interface PairsCase {
  readonly name: string;
  readonly pairs: readonly Pair[];
  readonly kappa: Interval | null;
  readonly error: Interval | null;
  readonly side: string;
}

for (const vector of vectors.pairs as unknown as readonly PairsCase[]) {
  test(`agreement: ${vector.name}`, () => {
    const found = agreement(vector.pairs);
    assert.equal(found.n, vector.pairs.length);
    assert.equal(found.side, vector.side);
    assertClose(found.kappa, vector.kappa);
    assertClose(found.error, vector.error);
  });
}

interface RecordCase {
  readonly name: string;
  readonly events: readonly JsonObject[];
  readonly pairs: readonly Pair[];
  readonly superseded: number;
  readonly last_at: JsonObject;
}

for (const vector of vectors.records as unknown as readonly RecordCase[]) {
  test(`ratings: ${vector.name}`, () => {
    const course = vectors.course as unknown as CourseData;
    const found = ratings(logOf(recordOfEvents(course.id, vector.events)), course);
    assertSame(found.pairs, vector.pairs);
    assert.equal(found.superseded, vector.superseded);
    assertSame(Object.fromEntries(found.lastAt), vector.last_at);
  });
}

function assertClose(found: Interval | null, expected: Interval | null): void {
  assert.equal(found === null, expected === null);
  if (!found || !expected) return;
  for (const part of ["value", "low", "high"] as const) {
    assert.ok(Math.abs(found[part] - expected[part]) < 1e-9, `${part}: ${found[part]} and ${expected[part]}`);
  }
}
