import assert from "node:assert/strict";
import test from "node:test";
import type { Belief } from "../placement/weakest";
import { chancesToBeWeakest } from "../placement/weakest";

const UNKNOWN: Belief = { points: 0, answers: 0 };
const OFTEN_WRONG: Belief = { points: 1, answers: 9 };
const MIDDLING: Belief = { points: 5, answers: 9 };
const OFTEN_RIGHT: Belief = { points: 8, answers: 9 };

test("what nothing is known of is as likely to be among the weakest as anything else", () => {
  for (const chance of chancesToBeWeakest(Array.from({ length: 12 }, () => UNKNOWN))) close(chance, 3 / 12, 0.002);
});

test("the chances add up to how many are sought", () => {
  for (const few of [1, 2, 3]) {
    const beliefs = [OFTEN_WRONG, UNKNOWN, MIDDLING, OFTEN_RIGHT, OFTEN_RIGHT, UNKNOWN];
    close(sum(chancesToBeWeakest(beliefs, few)), few, 0.02);
  }
});

test("the one with the lowest level is the likeliest, in whatever place it stands", () => {
  const chances = chancesToBeWeakest([OFTEN_RIGHT, MIDDLING, OFTEN_WRONG, OFTEN_RIGHT], 1);
  assert.ok(chances[2]! > 0.95 && chances[1]! > chances[0]!);
  const turned = chancesToBeWeakest([OFTEN_WRONG, OFTEN_RIGHT, OFTEN_RIGHT, MIDDLING], 1);
  close(turned[0]!, chances[2]!, 1e-12);
});

test("of two beliefs the chance to be the lower one is what drawing from both gives", () => {
  // θ₁ ~ Beta(1½, ½), θ₂ ~ Beta(½, 1½): P(θ₁ < θ₂) = ½ − 4/π² (integral by parts)
  const [first] = chancesToBeWeakest(
    [
      { points: 1, answers: 1 },
      { points: 0, answers: 1 },
    ],
    1,
  );
  close(first!, 0.5 - 4 / Math.PI ** 2, 0.01);
});

test("where no more are there than are sought, all are among the weakest", () => {
  for (const chance of chancesToBeWeakest([OFTEN_RIGHT, OFTEN_WRONG, MIDDLING])) close(chance, 1, 1e-9);
});

function close(actual: number, expected: number, distance: number): void {
  assert.ok(Math.abs(actual - expected) < distance, `${actual} is not ${expected}`);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
