import assert from "node:assert/strict";
import test from "node:test";
import vectors from "../../../tests/vectors/fidelity.json";
import type { InstrumentItemData } from "../course/page_data.gen";
import type { Findings, Rates, Summary, Values } from "../desk/fidelity";
import { changes, findings, summary } from "../desk/fidelity";
import type { Trainer } from "../desk/schema";

interface Vector {
  readonly name: string;
  readonly rates: Rates;
  readonly kind: Trainer["kind"];
  readonly items: readonly InstrumentItemData[];
  readonly values: Values;
  readonly before: Values;
  readonly summary: Summary;
  readonly findings: Findings;
  readonly changes: Values;
}

// each vector has scores under keys of its own
for (const vector of vectors as unknown as readonly Vector[]) {
  test(`fidelity: ${vector.name}`, () => {
    assert.deepEqual(summary(vector.items, vector.rates, vector.values, vector.kind), vector.summary);
    assert.deepEqual(findings(vector.items, vector.values), vector.findings);
    assert.deepEqual(changes(vector.before, vector.values), vector.changes);
  });
}
