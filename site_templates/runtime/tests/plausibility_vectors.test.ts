import test from "node:test";
import vectors from "../../../tests/vectors/record/plausibility.json";
import { checkedLog } from "../learning/disagreements";
import type { JsonObject } from "../record/canonical";
import type { CourseData, CourseKeys } from "../record/course_data";
import { plausibility } from "../record/plausibility";
import { assertSame, recordOf } from "./record/made";

const COURSE = vectors.course as unknown as CourseData;
const KEYS = vectors.keys as unknown as CourseKeys;

for (const { name, facts, notes } of vectors.cases as unknown as readonly {
  readonly name: string;
  readonly facts: JsonObject;
  readonly notes: object;
}[]) {
  test(`notes: ${name}`, () => {
    const record = recordOf(facts);
    assertSame(plausibility(record, checkedLog(record, COURSE, KEYS), COURSE, KEYS, vectors.now), notes);
  });
}
