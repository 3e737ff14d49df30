import assert from "node:assert/strict";
import test from "node:test";
import type { NewEvent } from "../learner/append";
import { append } from "../learner/append";
import type { Contents } from "../learner/contents";
import { changed, EMPTY } from "../learner/contents";
import { noteExport } from "../learner/export_note";
import type { CourseData } from "../record/course_data";
import { logOf } from "../record/log";
import { DAY } from "../record/moments";
import { readOwn } from "../record/reading";
import { isRefusal } from "../record/refusals";
import { atOnce } from "../ui/turns";
import { fitsInParts, sealInParts } from "../views/certificate/sealed";
import { unitsIn } from "../views/certificate/units_done";

const NOW = 1000 * DAY;
const HASH = `sha256:${"c".repeat(64)}`;
const COURSE: CourseData = {
  id: "made",
  version: "0.1.0",
  contentHash: HASH,
  cutMilli: 800,
  competencies: [],
  units: [
    { id: "small", minutes: 13 },
    { id: "large", minutes: 60 },
    { id: "untouched", minutes: 5 },
  ],
  items: Object.fromEntries(
    [
      ["one", "small"],
      ["two", "small"],
      ["three", "large"],
      ["four", "large"],
      ["five", "untouched"],
    ].map(([id = "", unit = ""]) => [id, { hash: HASH, competencies: [], level: "know", unit, harm: false }] as const),
  ),
  dialogues: {},
};
const KEYS = { items: {}, dialogues: {} };
const TITLES = {
  competencies: [],
  groups: [],
  instrumentItems: {},
  units: [],
  modules: [],
  dialogues: [],
  year: [],
  safety: {},
};

test("a unit was done on the day of its last first answer, whatever is practised later", () => {
  const contents = after(
    answered("one", NOW),
    answered("three", NOW + DAY),
    answered("two", NOW + 2 * DAY),
    answered("one", NOW + 5 * DAY),
  );
  const found = unitsIn(logOf({ events: contents.events, devices: [] }), COURSE, TITLES);
  assert.deepEqual(
    found.map(({ id, status, minutes, doneAt }) => [id, status, minutes, doneAt] as const),
    [
      ["small", "done", 13, NOW + 2 * DAY],
      ["large", "in-progress", 0, null],
    ],
  );
});

test("the digest is the one that reading the file finds right", () => {
  const contents = after(answered("one", NOW));
  const sealed = atOnce(sealInParts(contents, COURSE, KEYS, NOW + DAY))!;
  const file = new TextEncoder().encode(sealed.file.text);
  assert.ok(!isRefusal(readOwn(file, "made")));
  const other = new TextEncoder().encode(sealed.file.text.replace(sealed.digest, `sha256:${"0".repeat(64)}`));
  const refusal = readOwn(other, "made");
  assert.ok(isRefusal(refusal) && refusal.code === "changed");
});

test("noting the export breaks no seal, and a further answer or a new name does", () => {
  const contents = after(answered("one", NOW));
  const sealed = atOnce(sealInParts(contents, COURSE, KEYS, NOW + DAY))!;
  const noted = changed(contents, noteExport(contents, NOW + DAY));
  assert.equal(atOnce(fitsInParts(sealed, noted, COURSE, KEYS)), true);
  assert.equal(atOnce(fitsInParts(sealed, added(noted, answered("two", NOW + DAY)), COURSE, KEYS)), false);
  const head = { ...noted.head!, learner: { ...noted.head!.learner, alias: "Anna" } };
  assert.equal(atOnce(fitsInParts(sealed, { ...noted, head }, COURSE, KEYS)), false);
});

test("there is nothing to seal before the first entry", () => {
  assert.equal(atOnce(sealInParts(EMPTY, COURSE, KEYS, NOW)), null);
});

type Answered = readonly [NewEvent, number];

function after(...answers: readonly Answered[]): Contents {
  return answers.reduce(added, EMPTY);
}

function added(contents: Contents, [draft, now]: Answered): Contents {
  const course = { id: COURSE.id, version: COURSE.version, contentHash: HASH };
  return changed(contents, append(contents, [draft], { now, locale: "en", course }));
}

function answered(itemId: string, now: number): Answered {
  const body = {
    attemptId: "019b78ff-f900-71c3-8e87-1f8a3d3fb449",
    itemId,
    itemHash: HASH,
    presented: ["a", "b"],
    response: ["a"],
    certainty: null,
    dontKnow: false,
    revealed: false,
    cold: true,
    scoreMilli: 1000,
    latencyMs: 1000,
  };
  return [{ type: "item.response", body }, now];
}
