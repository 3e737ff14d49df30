/** Records to test with. */

import assert from "node:assert/strict";
import type { JsonObject } from "../../record/canonical";
import { canonical } from "../../record/canonical";
import { digestOf, integrityWith } from "../../record/hashing";
import type { Log } from "../../record/log";
import { read } from "../../record/reading";
import type { Record } from "../../record/record";
import { isRefusal } from "../../record/refusals";

export const NO_DERIVED = {
  computedBy: { method: "none", version: "0.0.0", parametersHash: `sha256:${"0".repeat(64)}` },
  competencies: [],
  units: [],
};

/** Return the bytes of a file that holds these facts. */
export function fileOf(facts: JsonObject): Uint8Array {
  const document = { derived: NO_DERIVED, ...facts };
  return new TextEncoder().encode(canonical({ ...document, integrity: integrityWith(digestOf(document)) }));
}

/** Read facts that must be readable. */
export function recordOf(facts: JsonObject): Record {
  const course = (facts["course"] as { readonly id: string }).id;
  const reading = read(fileOf(facts), course);
  if (isRefusal(reading)) throw new Error(`${reading.code} ${JSON.stringify(reading.values)}`);
  return reading.record;
}

/** Make a record of one person out of events, as they come from a vector. */
export function recordOfEvents(course: string, events: readonly JsonObject[]): Record {
  return recordOf({
    format: "imr-competence-record",
    schemaVersion: "1.0.0",
    record: {
      id: "019b78ff-f900-71c3-8e87-1f8a3d3fb449",
      createdAt: 0,
      exportedAt: 0,
      generator: { name: "test", version: "0.1.0" },
    },
    learner: { pseudonyms: ["a".repeat(26)] },
    course: { id: course, version: "0.1.0", contentHash: `sha256:${"c".repeat(64)}` },
    devices: [],
    events,
    extensions: {},
  });
}

/** Say what is odd about a record as the vectors do. */
export function logJson({ conflicts, voided, gaps, forks, breaks, unknownTypes, misdated }: Log): object {
  return { conflicts, voided, gaps, forks, breaks, unknownTypes, misdated };
}

/** Compare as JSON, whatever the order of keys. */
export function assertSame(actual: unknown, expected: unknown, message?: string): void {
  assert.equal(canonical(JSON.parse(JSON.stringify(actual))), canonical(JSON.parse(JSON.stringify(expected))), message);
}
