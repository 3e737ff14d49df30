import assert from "node:assert/strict";
import test from "node:test";
import type { Lesson, Unit } from "../course/page_data.gen";
import type { Done } from "../learner/progress";
import { minutesAhead, unitsAhead } from "../learner/units_ahead";

const NOTHING = { competencies: [], dialogues: [], ratings: [], hashes: [] };

/** Make a unit of one page to read and one with a question, at a turn of the path. */
function unit(id: string, turn?: number): Unit {
  const lesson = (name: string, items: string[]): Lesson => ({
    id: name,
    href: `${name}.html`,
    title: name,
    reading: 5,
    practice: 0,
    questions: 2 * items.length,
    items,
    exercises: [],
    ...(turn === undefined ? {} : { turn }),
  });
  const lessons = [lesson(`${id}-read`, []), lesson(`${id}-ask`, [`${id}-1`])];
  return { ...NOTHING, id, title: id, href: `${id}.html`, minutes: 12, items: [`${id}-1`], lessons };
}

function done(statuses: Readonly<Record<string, "in-progress" | "done">>, items: readonly string[] = []): Done {
  const nothing = new Set<string>();
  return { statuses: new Map(Object.entries(statuses)), items: new Set(items), exercises: nothing, lessons: nothing };
}

test("what is begun comes first, then what the path comes to next, and no more than a few", () => {
  const units = [unit("first", 3), unit("second", 1), unit("third", 2), unit("extra")];
  const found = unitsAhead(units, done({ extra: "in-progress" }), 3);
  assert.deepEqual(
    found.map(({ id }) => id),
    ["extra", "second", "third"],
  );
});

test("of a unit that is done nothing is left, though one of its pages was not opened", () => {
  const finished = unit("first");
  assert.equal(minutesAhead(finished, done({}, [])), 12);
  assert.equal(minutesAhead(finished, done({ first: "done" }, ["first-1"])), 0);
  assert.deepEqual(unitsAhead([finished], done({ first: "done" }, ["first-1"]), 3), []);
});
