/** A group of trainers: whose files are whose, what may be shown to others, and tables for spreadsheets. */

import assert from "node:assert/strict";
import test from "node:test";
import vectors from "../../../tests/vectors/suppressed.json";
import { assignedCounts, counted, membersOf, suppressed } from "../desk/cohort";
import type { CohortRow, Marks } from "../desk/cohort_row";
import { EMPTY_DESK } from "../desk/contents";
import { csvOf, harmless, harmlessSheet, styleOf, WITH_COMMAS, WITH_POINTS } from "../desk/spreadsheet";

const DAY = 86_400_000;

function row(file: string, name: string, day: number, events: readonly number[], marks: Marks = {}): CohortRow {
  return {
    file,
    record: `record-${name}`,
    pseudonyms: [name],
    alias: null,
    exportedAt: day * DAY,
    lastActivity: day * DAY,
    marks,
    competencies: {},
    unitsDone: [],
    unitsBegun: 0,
    minutes: 0,
    assigned: [],
    safetyOpen: [],
    fingerprints: Float64Array.from(events),
  };
}

test("files of one person stand together, the latest first, and the same file counts once", () => {
  const members = membersOf([
    row("a1", "anna", 1, [1, 2]),
    row("b", "bo", 1, [9]),
    row("a2", "anna", 2, [1, 2, 3]),
    row("copy of a2", "anna", 2, [1, 2, 3]),
  ]);

  assert.deepEqual(
    members.map(({ latest, earlier, same }) => [latest.file, earlier.map(({ file }) => file), same]),
    [
      ["a2", ["a1"], ["copy of a2"]],
      ["b", [], []],
    ],
  );
});

test("two people whom a later file joins are one", () => {
  const joined = { ...row("both", "anna", 3, [1, 2]), pseudonyms: ["anna", "bo"] };

  assert.equal(membersOf([row("a", "anna", 1, [1]), row("b", "bo", 1, [2]), joined]).length, 1);
});

test("a file that leaves out what an earlier one holds is marked, and not counted without asking", () => {
  const members = membersOf([row("a1", "anna", 1, [1, 2]), row("a2", "anna", 2, [2, 3])]);

  assert.deepEqual(members[0]!.latest.marks, { conflicting: 1 });
  assert.equal(counted(members, false).length, 0);
  assert.equal(counted(members, true).length, 1);
});

test("a date that was moved counts, whatever ids the two assignments drew", () => {
  const [member] = membersOf([row("a", "anna", 1, [1])]);
  const trainers = [{ id: "t", kind: "trainer" as const, name: "Anna", pseudonyms: ["anna"], changedAt: 1 }];
  const overdue = (ids: readonly [string, string]): number => {
    const assignments = (["2026-04-01", "2026-06-01"] as const).map((dueDate, number) => {
      const units = [{ unitId: "ce-a", minutes: 30, dueDate, reason: "" }];
      return { id: ids[number]!, trainer: "t", date: `2026-03-0${number + 1}`, units, changedAt: number };
    });
    const sorted = assignments.sort((one, other) => (one.id < other.id ? -1 : 1));
    return assignedCounts(member!, { ...EMPTY_DESK, trainers, assignments: sorted } as never, "2026-05-01").overdue;
  };

  assert.deepEqual([overdue(["a", "b"]), overdue(["b", "a"])], [0, 0]);
});

test("counts are hidden here as on the command line", () => {
  for (const { counts, shown } of vectors.cases) assert.deepEqual(suppressed(counts), shown, `${counts}`);
});

test("no group under five can be read from what is shown, or computed from it", () => {
  assert.deepEqual(suppressed([7, 8, 5]), [7, 8, 5]);
  assert.deepEqual(suppressed([2, 1, 1]), [null, null, null]);
  assert.deepEqual(suppressed([3, 8, 9]), [null, null, 9]);
  assert.deepEqual(suppressed([0, 1, 40]), [null, null, null]);
  const draw = generator(5);
  for (let turn = 0; turn < 2000; turn++) {
    const counts = [draw(12), draw(12), draw(12)];
    const shown = suppressed(counts);
    const hidden = counts.filter((_, place) => shown[place] === null);
    assert.ok(
      shown.every((count) => count === null || count >= 5),
      `${counts}`,
    );
    // who knows the total knows the sum of what is hidden: of all, or of five or more in several groups
    const isAll = hidden.length === counts.length;
    const sum = hidden.reduce((all, one) => all + one, 0);
    assert.ok(hidden.length === 0 || isAll || (hidden.length > 1 && sum >= 5), `${counts}`);
  }
});

test("no cell of a table is computed by a spreadsheet", () => {
  const bad = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =cmd|' /C calc'!A0", "|x", "%0A"];

  for (const text of bad) assert.ok(harmless(text).startsWith("'"), text);
  assert.deepEqual(["Anna", "1-2", "a=b", ""].map(harmless), ["Anna", "1-2", "a=b", ""]);
  assert.deepEqual(harmlessSheet({ name: "x", rows: [["=1", -1]] }).rows, [["'=1", -1]]);
});

test("no cell is computed by a spreadsheet that takes another separator", () => {
  const bad = ["x;=1+1;", "x\n=2+2\nx", "x\t@A1", "Anna, -1", 'x;"=1+1;', "x;;\r\n +1", "＝1", ";＝1|-1"];

  for (const style of [WITH_COMMAS, WITH_POINTS])
    for (const separator of [/[;\r\n]/, /[,\r\n]/, /[\t\r\n]/, /[|\r\n]/])
      for (const cell of csvOf([bad], style).slice(1).split(separator))
        assert.ok(!/^["\s]*[=+\-@＝]/.test(cell), JSON.stringify(cell));
  assert.equal(harmless("x;=1+1;"), "x;'=1+1;");
  assert.equal(harmless("Vries; Anna-Bo, 1+1"), "Vries; Anna-Bo, 1+1");
});

test("CSV is written as Dutch Excel takes it, and as English Excel does", () => {
  const rows = [
    ["Trainer", "Hours"],
    ['de "Vries"; Anna', 12.5],
    ["-2", -2.25],
    [null, new Date("2026-05-04T00:00:00Z")],
  ];

  assert.equal(
    csvOf(rows, WITH_COMMAS),
    '\uFEFFTrainer;Hours\r\n"de ""Vries""; Anna";12,5\r\n\'-2;-2,25\r\n;2026-05-04\r\n',
  );
  assert.equal(
    csvOf(rows, WITH_POINTS),
    '\uFEFFTrainer,Hours\r\n"de ""Vries""; Anna",12.5\r\n\'-2,-2.25\r\n,2026-05-04\r\n',
  );
  assert.deepEqual([styleOf("nl"), styleOf("en")], [WITH_COMMAS, WITH_POINTS]);
});

function generator(seed: number): (ways: number) => number {
  let state = seed;
  return (ways) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state >> 8) % ways;
  };
}
