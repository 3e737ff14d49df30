import assert from "node:assert/strict";
import test from "node:test";
import type { UnitToOrder } from "../placement/unit_order";
import { orderUnits } from "../placement/unit_order";

function unit(id: string, teaches: readonly string[], changes: Partial<UnitToOrder> = {}): UnitToOrder {
  return { id, isWritten: true, teaches, touches: [], prerequisites: [], ...changes };
}

const PATH = [
  unit("model", ["STR1"]),
  unit("strategies", ["CBT1", "CBT2"]),
  unit("supporters", ["SOC1"], { isWritten: false }),
  unit("relapse", ["SKL2"], { touches: ["SOC1"], prerequisites: ["strategies"] }),
  unit("coping", ["SKL3"], { prerequisites: ["strategies"] }),
];

/** Order them, and say of each unit why it is there. */
function order(needs: Readonly<Record<string, number>>, path = PATH): string[] {
  return orderUnits(path, new Map(Object.entries(needs))).map(({ unit: id, reason }) =>
    reason.kind === "weak"
      ? `${id} for ${reason.competencies.join("+")}`
      : reason.kind === "before"
        ? `${id} before ${reason.unit}`
        : id,
  );
}

test("without needs the units stand along the path", () => {
  assert.deepEqual(order({}), ["model", "strategies", "supporters", "relapse", "coping"]);
});

test("the unit that meets most need comes first, the rest follows along the path", () => {
  assert.deepEqual(order({ CBT2: 0.6, CBT1: 0.5 }), [
    "strategies for CBT2+CBT1",
    "model",
    "supporters",
    "relapse",
    "coping",
  ]);
});

test("what a unit builds on comes before it", () => {
  assert.deepEqual(order({ SKL2: 0.9 }), [
    "strategies before relapse",
    "relapse for SKL2",
    "model",
    "supporters",
    "coping",
  ]);
});

test("what a unit builds on may meet a need itself", () => {
  assert.deepEqual(order({ SKL2: 0.9, CBT2: 0.6 }).slice(0, 3), ["strategies for CBT2", "relapse for SKL2", "model"]);
});

test("what stands before has met its part of the need", () => {
  const path = [unit("skills", ["CBT2"]), unit("module", ["SKL2"], { touches: ["CBT2"], prerequisites: ["skills"] })];
  assert.deepEqual(order({ SKL2: 0.9, CBT2: 0.8 }, path), ["skills for CBT2", "module for SKL2"]);
});

test("a unit that touches on a need does not keep back the one that is made for it", () => {
  const path = [unit("plans", ["ACT1"]), unit("skills", ["CBT2"], { touches: ["ACT1"] })];
  assert.deepEqual(order({ CBT2: 0.9, ACT1: 0.3 }, path), ["skills for CBT2+ACT1", "plans for ACT1"]);
});

test("a unit that is not yet written leaves its need to one that touches on it", () => {
  assert.deepEqual(order({ SOC1: 0.9 }), [
    "supporters for SOC1",
    "strategies before relapse",
    "relapse for SOC1",
    "model",
    "coping",
  ]);
});

test("of two units worth the same the written one comes, and the other waits in its place", () => {
  const path = [unit("coming", ["SKL3"], { isWritten: false }), unit("there", ["SKL3"])];
  assert.deepEqual(order({ SKL3: 0.7 }, path), ["there for SKL3", "coming"]);
});

test("every unit stands once, whatever builds on what", () => {
  const circle = [unit("a", ["X"], { prerequisites: ["b"] }), unit("b", ["Y"], { prerequisites: ["a"] })];
  assert.deepEqual(order({ X: 1, Y: 1 }, circle), ["b for Y", "a for X"]);
});

test("a need that no unit meets moves nothing", () => {
  assert.deepEqual(order({ ORG2: 1 }), order({}));
});
