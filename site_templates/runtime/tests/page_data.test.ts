import assert from "node:assert/strict";
import test from "node:test";
import { courseData, keysOfUnits } from "../course/loading";
import { partOf } from "../course/page_data";
import type { CourseData, CoursePlan, CourseTitles, JudgedItem, PlannedUnit, Unit } from "../course/page_data.gen";
import { planOnPage, unitsOn } from "../course/plan";
import { placeOf, titlesOnPage } from "../course/titles";
import type { CourseKeys } from "../record/course_data";

const WRITTEN: Unit = {
  id: "talking",
  href: "t.html",
  title: "Talking",
  minutes: 29,
  competencies: [],
  items: [],
  hashes: [],
  dialogues: [],
  ratings: [],
  lessons: [],
};
const TITLES: CourseTitles = {
  competencies: [
    { id: "STR1", title: "Structure", group: "structure", strand: "knowledge" },
    { id: "CBT2", title: "Reinforcement", group: "strategies", strand: "judgement" },
  ],
  groups: [],
  instrumentItems: {},
  modules: [],
  dialogues: [],
  year: [],
};
const ITEM: JudgedItem = { competencies: ["CBT2"], level: "judge" };
const COURSE: CourseData = {
  id: "course",
  version: "1",
  contentHash: "",
  cutMilli: 800,
  competencies: [],
  units: [],
  items: {},
  dialogues: {},
};
const PLAN: CoursePlan = {
  asked: ["CBT2"],
  waiting: ["STR1"],
  units: [planned("talking"), planned("ending", { title: "Ending" })],
  paths: [{ id: "later", title: "Later", units: ["ending", "talking"] }],
};

function planned(id: string, more: Partial<PlannedUnit> = {}): PlannedUnit {
  return { id, teaches: ["CBT2"], touches: [], prerequisites: [], ...more };
}

function bring(parts: Partial<Imr>): void {
  Object.assign(globalThis, { window: { imr: parts } });
}

test("a page without the script of a part says which part is missing", () => {
  bring({ titles: TITLES });

  assert.throws(() => partOf("plan"), /missing imr.plan/);
  assert.throws(titlesOnPage, /missing imr.units/);
});

test("what a script has brought is not fetched again", async () => {
  const unit = { ...WRITTEN, items: ["a", "b"], hashes: ["sha256:11", "sha256:22"] };
  bring({ units: [unit], judged: { course: COURSE, items: { talking: [ITEM, { ...ITEM, harm: true }] } } });

  const course = await courseData(".");

  const { items } = course;
  assert.deepEqual(items["a"], { ...ITEM, harm: false, hash: "sha256:11", unit: "talking" });
  assert.deepEqual(items["b"], { ...ITEM, harm: true, hash: "sha256:22", unit: "talking" });
  assert.equal(await courseData("."), course);
});

test("of the keys, a page has those of the units that a record has answers to", async () => {
  const keys = (id: string) => ({ items: { [id]: {} }, dialogues: {} }) as unknown as CourseKeys;
  bring({ unitKeys: { one: keys("a"), two: keys("b"), three: keys("c") } });

  const { items } = await keysOfUnits(".", new Set(["one", "three"]));

  assert.deepEqual(Object.keys(items), ["a", "c"]);
});

test("a unit of the plan that can be read is named and found as on every other page", () => {
  bring({ titles: TITLES, units: [WRITTEN], plan: PLAN });

  const plan = planOnPage(titlesOnPage());

  const shown = plan.units.map(({ id, title, href, minutes, isWritten }) => [id, title, href, minutes, isWritten]);
  assert.deepEqual(shown, [
    ["talking", "Talking", "t.html", 29, true],
    ["ending", "Ending", "", 0, false],
  ]);
  assert.deepEqual(
    unitsOn(plan, PLAN.paths[0]).map(({ id }) => id),
    ["ending", "talking"],
  );
  assert.deepEqual(unitsOn(plan, undefined), plan.units);
  assert.deepEqual(unitsOn(plan, { id: "old", title: "Old", units: ["gone"] }), []);
});

test("a question is found at its place in the lesson that shows it, and nowhere if no lesson does", () => {
  const lesson = {
    id: "second",
    href: "t/second.html",
    title: "Second",
    reading: 1,
    practice: 0,
    questions: 1,
    items: ["a", "b"],
    exercises: [],
  };
  bring({ titles: TITLES, units: [WRITTEN, { ...WRITTEN, id: "ending", lessons: [lesson] }] });

  const place = placeOf(titlesOnPage(), "b");

  assert.deepEqual([place?.href, place?.unit.id, place?.number], ["t/second.html#item-b", "ending", 2]);
  assert.equal(placeOf(titlesOnPage(), "c"), undefined);
});

test("a competency of the check brings its strand", () => {
  bring({ titles: TITLES, units: [WRITTEN], plan: PLAN });

  const { asked } = planOnPage(titlesOnPage());

  assert.deepEqual(
    asked.map(({ id, strand }) => [id, strand]),
    [["CBT2", "judgement"]],
  );
});
