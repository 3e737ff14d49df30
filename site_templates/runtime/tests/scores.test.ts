import assert from "node:assert/strict";
import test from "node:test";
import { cellName, cellsIn } from "../desk/cells";
import type { Subject } from "../desk/item_names";
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

test("an average as spreadsheets keep it is a score", () => {
  assert.deepEqual(["3.666666666666667", "2,4000000000000004", `${11 / 3}`].map(scoreIn), [3667, 2400, 3667]);
});

test("a table may begin anywhere on its sheet, and its cells keep their names", () => {
  const table = [
    ["Item", "Anna"],
    ["1", "4"],
    ["2", "9"],
  ];
  const sheet = [[], ["", "", "", ""], ...table.map((row) => ["", "", ...row])];

  assert.deepEqual(scoresIn(sheet, ITEMS).problems, [{ code: "out-of-range", cell: "D5", words: "9" }]);
  const list = ["", "", "4", "", "9"].map((cell) => ["", "", cell]);
  assert.deepEqual(scoresIn(list, ITEMS).problems, [{ code: "out-of-range", cell: "C5", words: "9" }]);
  const row = [[], ["", ""], ["", "4", "", "9"]];
  assert.deepEqual(scoresIn(row, ITEMS).problems, [{ code: "out-of-range", cell: "D3", words: "9" }]);
});

test("names of items may stand beside their numbers, in either order and direction", () => {
  const anna = [{ name: "Anna", values: { "integrity-1": 4000, "integrity-2": 3000 } }];
  const tables = [
    "Nr;Item;Anna\n1;Therapeutic relationship;4\n2;Recovery orientation;3\n",
    "Item;Id;Anna\nTherapeutic relationship;integrity-1;4\nRecovery orientation;integrity-2;3\n",
    "Nr;1;2\nItem;Therapeutic relationship;Recovery orientation\nAnna;4;3\n",
  ];
  for (const table of tables) assert.deepEqual(read(table), { people: anna, problems: [] }, table);
  assert.deepEqual(read("1;Therapeutic relationship;4\n2;Recovery orientation;3\n").people, [
    { name: "", values: anna[0]!.values },
  ]);
  assert.deepEqual(
    read("Nr;Item;Anna\n1;Therapeutic relationship;7\n2;Recovery orientation;3\n").problems.map(({ cell }) => cell),
    ["C2"],
  );
});

test("where items may stand either way, nothing is guessed", () => {
  const both = { people: [], problems: [{ code: "both-ways", cell: "", words: "" }] };

  assert.deepEqual(read("1\t3\t2\n2\t2\t5\n") as unknown, both);
  assert.deepEqual(read("Code;1;2;3\n1;4;3;2\n2;4;4;5\n") as unknown, both);
  // a row of names, codes with a letter, or numbers that are no scores leave one way
  assert.deepEqual(read("Item;A;B\n1;3;2\n2;2;5\n").people.length, 2);
  assert.deepEqual(
    read("Code;1;2;3\nT1;4;3;2\nT2;4;4;5\n").people.map(({ name }) => name),
    ["T1", "T2"],
  );
});

test("people with the numbers of items for codes are not items where items are named by words", () => {
  const { people, problems } = read("Code;Therapeutic relationship;Recovery orientation\n1;4;3\n2;4;4\n3;5;5\n");

  assert.deepEqual(problems, []);
  assert.deepEqual(people, [
    { name: "1", values: { "integrity-1": 4000, "integrity-2": 3000 } },
    { name: "2", values: { "integrity-1": 4000, "integrity-2": 4000 } },
    { name: "3", values: { "integrity-1": 5000, "integrity-2": 5000 } },
  ]);
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
