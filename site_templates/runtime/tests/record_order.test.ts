import assert from "node:assert/strict";
import test from "node:test";
import order from "../../../tests/vectors/record/order.json";
import { moments } from "../record/order";

for (const { name, dates, moments: expected } of order.cases) {
  test(`moments of a device: ${name}`, () => {
    assert.deepEqual(moments(dates), expected);
  });
}
