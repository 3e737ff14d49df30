import assert from "node:assert/strict";
import test from "node:test";
import { cellName, cellsIn } from "../desk/cells";
import type { Subject } from "../desk/scores";
import { scoreIn, scoresIn } from "../desk/scores";

const ITEMS: readonly Subject[] = [
  { id: "integrity-1", names: ["1", "Therapeutic relationship"] },
  { id: "integrity-2", names: ["2", "Recovery orientation"] },
  { id: "integrity-3", names: ["3", "Cognitive-behavioural techniques"] },
  { id: "GOA2", names: ["Following up goals"] },
];

function read(text: string): ReturnType<typeof scoresIn> {
  return scoresIn(cellsIn(text), ITEMS);
}

test("a table pasted from a spreadsheet has an item in each row and a person in each column", () => {
  const pasted = "Item\tAnna\tBram\n1. Therapeutic relationship\t4\t3,5\nRecovery orientation\t2.25\t\n3\t–\tn/a\n";
  assert.deepEqual(read(pasted), {
    people: [
      { name: "Anna", values: { "integrity-1": 4000, "integrity-2": 2250 } },
      { name: "Bram", values: { "integrity-1": 3500 } },
    ],
    problems: [],
  });
});

test("items may also stand across, with a person in each row", () => {
  const { people, problems } = read("Naam;integrity-1;Recovery Orientation;GOA2\r\nAnna;4,87;1;2\r\n");
  assert.deepEqual(problems, []);
  assert.deepEqual(people, [{ name: "Anna", values: { "integrity-1": 4870, "integrity-2": 1000, GOA2: 2000 } }]);
});

test("a CSV file of either kind of comma is read alike", () => {
  const dutch = read('\ufeffsep=;\nItem;"Jansen; Anna"\n1;"4,5"\n2;3,25\n');
  const english = read('Item,"Jansen; Anna"\n1,4.5\n2,"3,25"\n');
  assert.deepEqual(dutch, english);
  assert.deepEqual(dutch.people, [{ name: "Jansen; Anna", values: { "integrity-1": 4500, "integrity-2": 3250 } }]);
});

test("as many numbers as there are items are taken in their order", () => {
  const expected = [{ name: "", values: { "integrity-1": 4000, "integrity-3": 2000 } }];
  assert.deepEqual(read("4\n\n2\n").people, expected);
  assert.deepEqual(read("4\t\t2").people, expected);
  assert.deepEqual(read("4\n2\n\n").people, [{ name: "", values: { "integrity-1": 4000, "integrity-2": 2000 } }]);
});

test("a list of numbers with decimal commas is not cut at its commas, and one of items and scores is", () => {
  assert.deepEqual(read("4,87\n3\n2,4\n").people[0]!.values, {
    "integrity-1": 4870,
    "integrity-2": 3000,
    "integrity-3": 2400,
  });
  assert.deepEqual(read("1,4\n2,3\n3,2\n").people[0]!.values, {
    "integrity-1": 4000,
    "integrity-2": 3000,
    "integrity-3": 2000,
  });
});

test("an impossible value is named at its cell, in a turned table too", () => {
  const down = read("Item\tAnna\tBram\n1\t4\t7\n2\tgood\t0,5\n9\t3\t3\n1\t2\t2\n");
  assert.deepEqual(
    down.problems.map(({ code, cell, words }) => [code, cell, words]),
    [
      ["out-of-range", "C2", "7"],
      ["not-a-number", "B3", "good"],
      ["out-of-range", "C3", "0,5"],
      ["unknown-item", "A4", "9"],
      ["twice", "A5", "1"],
    ],
  );
  const across = read("Name;1;2;3\nAnna;4;4;-2\nBram;1;5;5,01\n");
  assert.deepEqual(
    across.problems.map(({ cell }) => cell),
    ["D2", "D3"],
  );
});

test("a table without any item of the scale says so", () => {
  assert.deepEqual(
    read("a,b,c\n1.5,2,3\n").problems.map(({ code }) => code),
    ["no-items"],
  );
  assert.deepEqual(
    read("").problems.map(({ code }) => code),
    ["no-items"],
  );
});

test("cells are named as spreadsheets name them", () => {
  assert.deepEqual([cellName(0, 0), cellName(4, 25), cellName(9, 26), cellName(0, 701)], ["A1", "Z5", "AA10", "ZZ1"]);
});

test("a score is read with a point or a comma, and nothing between them is guessed", () => {
  const words = ["1", "5", "4,87", "2.5", " 3 ", "", "-", "nvt", "0", "5.001", "1.000,5", "4e0", "1,2,3", "-3"];
  const found = [1000, 5000, 4870, 2500, 3000, null, null, null];
  assert.deepEqual(words.slice(0, 8).map(scoreIn), found);
  const refused = ["out-of-range", "out-of-range", "not-a-number", "not-a-number", "not-a-number", "out-of-range"];
  assert.deepEqual(words.slice(8).map(scoreIn) as unknown[], refused);
});
