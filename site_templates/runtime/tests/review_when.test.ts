import assert from "node:assert/strict";
import test from "node:test";
import catalogue from "../../interface/review.en.po";
import { DAY } from "../record/moments";
import { nextDue } from "../review/ahead";
import { traces } from "../review/spacing";
import { dateOf, dawnOf, weekday } from "../ui/days";
import { nextDay } from "../views/review/when";
import { courseOf, Learner } from "./review/course";
import { giveCatalogues } from "./words_on_page";

const COURSE = courseOf({ one: ["A", "u"], two: ["A", "u"] });
const LEARNER = new Learner(COURSE).answer("one", 0).answer("two", 3);
const DUE = nextDue(traces(LEARNER.log, COURSE), 0)!;
/** When the day of the learner begins on which the first item comes due. */
const MORNING = dawnOf(dateOf(DUE));

test("before the first answer no day is named", () => {
  giveCatalogues(catalogue);
  assert.equal(nextDay(new Learner(COURSE).log, COURSE, MORNING), "");
});

test("what comes due in the course of today is on the list of tomorrow, also late in the evening", () => {
  giveCatalogues(catalogue);
  const evening = dawnOf(dateOf(MORNING + 1.5 * DAY)) - 1;
  for (const now of [MORNING, DUE, evening]) {
    assert.equal(nextDay(LEARNER.log, COURSE, now), "The next questions come tomorrow.");
  }
});

test("what comes due later is named by the day on which it is first on a list", () => {
  giveCatalogues(catalogue);
  assert.equal(nextDay(LEARNER.log, COURSE, MORNING - 1), `The next questions come on ${weekday(DUE + DAY)}.`);
});
