import "fake-indexeddb/auto";
import assert from "node:assert/strict";
import test from "node:test";
import Ajv2020 from "ajv/dist/2020";
import schema from "../../../course/records/competence-record.v1.json";
import imports from "../../../tests/vectors/record/import.json";
import profiles from "../../../tests/vectors/record/profile.json";
import { exportFile } from "../learner/export";
import { beginAfresh } from "../learner/responses";
import { derived } from "../learning/derived";
import type { CourseData } from "../record/course_data";
import { parse } from "../record/json_text";
import { logOf } from "../record/log";
import type { Reading } from "../record/reading";
import { read, readOwn } from "../record/reading";
import { isRefusal, orRefusal } from "../record/refusals";
import { facts } from "../record/writing";
import { answer, COURSE, open } from "./record/answering";
import { assertSame } from "./record/made";

const validate = new Ajv2020({ strict: false, allErrors: false }).compile(schema);
const course = profiles.course as unknown as CourseData;

test("what a browser exports is a record by the published schema, and reads as what was written", async () => {
  const store = await open("imr-record/export");
  for (const item of ["one", "two", "three"]) await answer(store, item);
  await store.change((contents) => beginAfresh(contents, ["one"], { now: Date.now(), locale: "en", course: COURSE }));
  const file = exportFile(store.contents, course, { items: {}, dialogues: {} }, Date.now())!;
  const bytes = new TextEncoder().encode(file.text);
  assert.ok(validate(JSON.parse(file.text)), JSON.stringify(validate.errors));
  const reading = readOwn(bytes, course.id) as Reading;
  assert.ok(!isRefusal(reading));
  assertSame(facts(reading.record).events, JSON.parse(file.text).events);
  assertSame(reading.derived, derived(logOf(reading.record), course, reading.record.identity.exportedAt));
  assert.ok(/^competence-[a-z2-7]{26}-\d{4}-\d\d-\d\d\.json$/.test(file.name), file.name);
  store.close();
});

for (const { name, text } of imports.cases as readonly { readonly name: string; readonly text?: string }[]) {
  const value = text === undefined ? undefined : orRefusal(() => ({ json: parse(new TextEncoder().encode(text)) }));
  if (!value || isRefusal(value)) continue;
  test(`the published schema and ours agree: ${name}`, () => {
    const reading = read(new TextEncoder().encode(text), imports.course);
    // of newer versions and other courses the schema of this version says nothing
    const saysNothing = isRefusal(reading)
      ? ["other-course", "unknown-version"].includes(reading.code)
      : reading.record.schemaVersion !== "1.0.0";
    if (saysNothing) return;
    assert.equal(validate(value.json), !isRefusal(reading));
  });
}
