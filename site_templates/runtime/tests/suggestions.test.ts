import assert from "node:assert/strict";
import test from "node:test";
import type { InstrumentData } from "../course/page_data.gen";
import { suggestedUnits } from "../desk/suggestions";

const SCALE: InstrumentData = {
  id: "integrity",
  title: "A scale",
  rates: "session",
  items: [
    { id: "integrity-8", number: 8, name: "Goals", hides: "GOA2" },
    { id: "integrity-9", number: 9, name: "Weekly action planning" },
    { id: "integrity-10", number: 10, name: "Action plan review" },
    { id: "integrity-13", number: 13, name: "Cognitive-behavioural techniques" },
  ],
};
const UNITS = {
  GOA2: ["ce-goal-follow-up"],
  "integrity-8": ["ce-goal-follow-up"],
  "integrity-9": ["ce-action-plan"],
  "integrity-10": ["ce-action-plan"],
  "integrity-13": ["ce-role-play", "ce-shaping"],
};

test("units for the weakest come first, and one for two weak items names both", () => {
  const found = suggestedUnits([SCALE], { "integrity-9": 2400, "integrity-10": 2070, "integrity-13": 2130 }, [], UNITS);
  assert.deepEqual(
    found.map(({ unitId, reasons }) => [unitId, reasons.map(({ valueMilli }) => valueMilli)]),
    [
      ["ce-action-plan", [2070, 2400]],
      ["ce-role-play", [2130]],
      ["ce-shaping", [2130]],
    ],
  );
});

test("a good score on Goals does not clear goal follow-up, which is asked separately", () => {
  assert.deepEqual(suggestedUnits([SCALE], { "integrity-8": 3470 }, [], UNITS), []);
  assert.deepEqual(suggestedUnits([SCALE], { "integrity-8": 3470, GOA2: 2000 }, [], UNITS), [
    { unitId: "ce-goal-follow-up", reasons: [{ subject: "GOA2", valueMilli: 2000 }] },
  ]);
});

test("what was not rated suggests nothing, unless the supervisor adds it", () => {
  assert.deepEqual(suggestedUnits([SCALE], {}, [], UNITS), []);
  assert.deepEqual(suggestedUnits([SCALE], {}, ["integrity-9"], UNITS), [
    { unitId: "ce-action-plan", reasons: [{ subject: "integrity-9", valueMilli: null }] },
  ]);
});
