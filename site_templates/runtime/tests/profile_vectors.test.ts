import assert from "node:assert/strict";
import test from "node:test";
import contradicted from "../../../tests/vectors/record/disagreements.json";
import estimates from "../../../tests/vectors/record/estimate.json";
import evidences from "../../../tests/vectors/record/evidence.json";
import profiles from "../../../tests/vectors/record/profile.json";
import waiting from "../../../tests/vectors/record/waiting.json";
import { openHarm } from "../learning/decision";
import { derived, thousandths } from "../learning/derived";
import { checked, disagreements } from "../learning/disagreements";
import { estimate } from "../learning/estimate";
import { evidence } from "../learning/evidence";
import { units } from "../learning/units";
import { voided } from "../learning/voided";
import type { JsonObject } from "../record/canonical";
import type { CourseData, CourseKeys } from "../record/course_data";
import { logOf } from "../record/log";
import { assertSame, recordOfEvents } from "./record/made";

for (const { s, n, cut, ...expected } of estimates.cases) {
  test(`estimate: ${s} of ${n} at ${cut}`, () => {
    const found = estimate(s, n, cut);
    for (const [name, value] of Object.entries(expected)) {
      const distance = Math.abs(found[name as keyof typeof found] - value);
      assert.ok(distance < 1e-9, `${name} is ${distance} off`);
    }
  });
}

interface EvidenceCase {
  readonly name: string;
  readonly events: readonly JsonObject[];
  readonly evidence: readonly object[];
  readonly harm: readonly object[];
  readonly superseded: object;
  readonly retired: number;
}

for (const vector of evidences.cases as unknown as readonly EvidenceCase[]) {
  test(`evidence: ${vector.name}`, () => {
    const course = evidences.course as unknown as CourseData;
    const found = evidence(logOf(recordOfEvents(course.id, vector.events)), course);
    assertSame(
      found.evidence.map(({ at: _, credit, ...rest }) => ({ ...rest, credit: Object.fromEntries(credit) })),
      vector.evidence,
    );
    assertSame(
      found.harm.map(({ event, item, isRight }) => ({ event, item, right: isRight })),
      vector.harm,
    );
    assertSame(Object.fromEntries(found.superseded), vector.superseded);
    assert.equal(found.retired, vector.retired);
  });
}

interface ProfileCase {
  readonly name: string;
  readonly now: number;
  readonly events: readonly JsonObject[];
  readonly derived: object;
}

for (const vector of profiles.cases as unknown as readonly ProfileCase[]) {
  test(`profile: ${vector.name}`, () => {
    const course = profiles.course as unknown as CourseData;
    const log = logOf(recordOfEvents(course.id, vector.events));
    assertSame(derived(log, course, vector.now), vector.derived);
  });
}

interface WaitingCase {
  readonly name: string;
  readonly events: readonly JsonObject[];
  readonly units: readonly object[];
}

for (const vector of waiting.cases as unknown as readonly WaitingCase[]) {
  test(`units: ${vector.name}`, () => {
    const course = waiting.course as unknown as CourseData;
    assertSame(units(logOf(recordOfEvents(course.id, vector.events)), course), vector.units);
  });
}

test("a chance of five sixteenths is rounded half up", () => {
  // for Beta(2, 3), P(θ ≥ ½) is the chance of at most one head in four throws: 5/16
  assert.equal(thousandths(estimate(1.5, 4, 0.5).probability), 313);
});

interface DisagreementCase {
  readonly name: string;
  readonly events: readonly JsonObject[];
  readonly disagreements: readonly object[];
  readonly evidence: readonly object[];
  readonly missed: readonly string[];
  readonly voided: readonly object[];
}

for (const vector of contradicted.cases as unknown as readonly DisagreementCase[]) {
  test(`against the keys: ${vector.name}`, () => {
    const course = contradicted.course as unknown as CourseData;
    const log = logOf(recordOfEvents(course.id, vector.events));
    const found = disagreements(log, course, contradicted.keys as unknown as CourseKeys);
    assertSame(found, vector.disagreements);
    const counting = checked(log, found);
    const { evidence: counted, harm } = evidence(counting, course);
    assertSame(
      counted.map(({ source, credit }) => [source, Object.fromEntries(credit)]),
      vector.evidence,
    );
    assertSame(
      openHarm(harm)
        .map(({ item }) => item)
        .sort(),
      vector.missed,
    );
    assertSame(voided(counting, course), vector.voided);
  });
}
